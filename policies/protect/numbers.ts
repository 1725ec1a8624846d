import { type Candidate, type Kind, saysNear } from './detector.js'
import { type Doc, hasFlag, wordAt, wordFrom } from './text/document.js'
import { INVENTED } from './text/flags.js'

/** What the detectors of numbers share: how sure a value is, and what the label before it says. */

/** A value whose check digit is right: sure beside its own name, nothing beside the name of another number. */
export function checkedValue(doc: Doc, kind: Kind, start: number, end: number): Candidate | undefined {
  if (saysNear(doc, kind, start, end)) return { start, end, certainty: 'sicher', reason: 'check-digit-and-context' }
  if (isNamedOtherwise(doc, kind, start)) return undefined
  return { start, end, certainty: 'wahrscheinlich', reason: 'check-digit' }
}

/** A value without check digit: counts only near its own name, and not as an example. */
export function namedValue(doc: Doc, kind: Kind, start: number, end: number, before = 8): Candidate | undefined {
  if (!saysNear(doc, kind, start, end, before) || isInvented(doc, start, end)) return undefined
  if (isNamedOtherwise(doc, kind, start)) return undefined
  return { start, end, certainty: 'wahrscheinlich', reason: 'form-and-context' }
}

/** Numbers of things, not of people, as they are called in front of the number. */
const OF_THINGS =
  /^(?:rechnung|artikel|bestell|auftrag|liefer|rg$|isbn|issn|ean$|gtin|barcode|zähler|inventar|charge|los$|lot$|version|release|firmware|build|modell|typ$|teile|ersatzteil|haushalt|produkt|kostenstelle|sachkonto|buchungsstelle|finanzstelle|vergabe|ausschreib|angebot|ticket|sendung|tracking|paket|lizenz|norm$|din$|iso$|raum$|zimmer|saal$|halle$|box$|deck$|ebene$|block$|reihe$|stellplatz|drucksache|drs|vorlage|beschlussvorlage|sitzungsvorlage|ratsvorlage|projekt|maßnahme|gewerk|leistungsverzeichnis|bebauungsplan|plan$|satzung|seriennummer|gerätenummer|katalog|signatur|hersteller|prüfnummer|pzn$|cpv|amtsblatt|förderkennzeichen)/i
/** Any other name of a number, and its usual short forms. */
const OF_NUMBERS = /(?:nummer|nr|zeichen|code|konto)$|^(?:az|gz|tel|telefon|fax|mobil|handy|iban|bic|blz)$/i
const NAMELESS = /^(?:fragezeichen|nr|nummer|no|num|lautet|ist|war|ihre|meine|deine|seine|unsere|die|der|das|id)$/i
/** So many words before a value may hold its label. */
const LABEL_WORDS = 3

/** Whether the label before the value says that it is another kind of number. */
export function isNamedOtherwise(doc: Doc, kind: Kind, start: number): boolean {
  const first = wordFrom(doc, start)
  const line = doc.line[first] ?? 0
  for (let word = first - 1; word >= 0 && first - word <= LABEL_WORDS && line - (doc.line[word] ?? 0) <= 1; word--) {
    if (doc.info(word).context.includes(kind)) return false
    const name = wordAt(doc, word)
    if (NAMELESS.test(name)) continue
    if (OF_THINGS.test(name) || OF_NUMBERS.test(name)) return true
  }
  return false
}

/** Whether the value is called an example, a pattern or a test value ("zum Beispiel" says nothing about the value). */
export function isInvented(doc: Doc, start: number, end: number): boolean {
  const first = wordFrom(doc, start)
  const last = wordFrom(doc, end - 1)
  for (let word = Math.max(0, first - 4); word <= last + 1 && word < doc.count; word++) {
    if (word >= first && word <= last) continue
    if (!hasFlag(doc, word, INVENTED) || /(?:mann|frau)$|^ungültig/i.test(wordAt(doc, word))) continue
    if (word === 0 || wordAt(doc, word - 1) !== 'zum') return true
  }
  return false
}

/** Offset after the sign with which a value of this many letters and digits is complete. */
export function endOfSigns(text: string, signs: number): number | undefined {
  let count = 0
  for (let at = 0; at < text.length; at++) {
    if (/[A-Za-z0-9]/.test(text.charAt(at))) count++
    if (count === signs) return at + 1
  }
  return undefined
}

/** Whether a letter or digit stands at the offset, so that a value ending there would be cut out of a longer one. */
export const goesOn = (doc: Doc, offset: number): boolean => /[\p{L}\p{N}]/u.test(doc.text.charAt(offset))
