import { type Doc, wordFrom } from '../text/document.js'
import type { Place } from './forms.js'

/** Signs around a stamp, page numbers, the arrows of a quoted mail. */
const DECORATION = /^(?:[\s>#*_\-=|/\\[\](){}<~.:;"'„“”»«!•+\d]|Seite|Blatt|von)*$/
/** Labels of forms and mails behind which a marking stands. */
const LABEL =
  /(?:einstufung|geheimhaltungsgrad|klassifizierung|klassifikation|kennzeichnung|vermerk|status|vertraulichkeit(?:sstufe)?|schutzklasse|betreff|betr\.?|subject|aw|wg|re|fwd?|kopfzeile|fu(?:ß|ss)zeile|stempel|aufdruck|öffentlichkeit|sitzungsart|sitzung|wasserzeichen|sensitivity|classification|behandlung|freigabe|vertraulich)\s?[:=|]{1,2}[\s"'[(*|]*$/i
/** Numbering of agendas and headings. */
const NUMBERING =
  /^[\s>#*_|-]*(?:(?:TOP|Punkt|Teil|Abschnitt)\s?)?(?:[IVX]{1,4}|[A-Z]|\d{1,2})(?:\.\d{1,2})?[.):]?\s{0,3}[-:]?\s?$/
/** Papers that are named by the sitting they come from. */
const PAPER =
  /\b(?:niederschrift|protokoll|auszug|einladung|tagesordnung|beschlussvorlage|sitzungsvorlage|vorlage|drucksache|anlage|beschluss|beschlüsse|unterlagen|mitschrift|ergebnis(?:se)?)\b[^.?!\n]{0,45}$/i
const LONGEST_HEADING = 140
const LONGEST_LABEL = 40
const LONGEST_LINE = 2_000

/** Whether the stretch stands like a stamp: alone, behind a label, in brackets, between dashes, or as a title. */
export function standsAsStamp({ text }: Doc, start: number, end: number, place: Place): boolean {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const newline = text.indexOf('\n', end)
  const lineEnd = newline < 0 ? text.length : newline
  if (lineEnd - lineStart > LONGEST_LINE) return false
  const before = text.slice(lineStart, start)
  const after = text.slice(end, lineEnd)
  const opens = DECORATION.test(before) || LABEL.test(before.slice(-LONGEST_LABEL)) || NUMBERING.test(before)
  const closes = DECORATION.test(after)
  if (opens && (closes || (place !== 'alone' && /^(?:\s?(?:[:!|(/]|-(?!\p{L}))|\s{2,}|\t)/u.test(after)))) return true
  if (isEnclosed(before, after)) return true
  const several = text.slice(start, end).includes(' ')
  if (closes && (/(?:\s[-|/•]|;)\s?$/.test(before) || (several && /,\s$/.test(before)))) return true
  return place === 'heading' && isHeading(before, after, opens)
}

/** "(nichtöffentlich)", "[VERTRAULICH]", "- vertraulich -", "*** geheim ***". */
const isEnclosed = (before: string, after: string): boolean =>
  (/[([{]\s?$/.test(before) && /^\s?[)\]}]/.test(after)) ||
  (/(?:^|\s)[-*=|]{1,3}\s?$/.test(before) && /^\s?[-*=|]{1,3}(?:\s|$)/.test(after))

/** "Nichtöffentliche Sitzung des Rates am …", "Niederschrift über die nichtöffentliche Sitzung …". */
function isHeading(before: string, after: string, opens: boolean): boolean {
  if (before.length + after.length > LONGEST_HEADING || /[?]/.test(after) || /^ \p{L}+en(?!\p{L})/u.test(after))
    return false
  if (PAPER.test(before) && !/\bin\s$/.test(before)) return true
  return opens && /^ (?:des|der|am|vom|zu|TOP|Nr\.?|[\p{Lu}\d])/u.test(after) && !/[.!]\s*$/.test(after)
}

/** Who speaks about markings asks, defines, teaches, or names several of them. */
const TALK =
  /\?|(?<!\p{L})(?:was ist|was sind|bedeute\w*|heißt|unterschied\w*|abkürzung|steht für|definier\w*|definition|begriff\w*|erklär\w*|glossar|stufen?|geheimhaltungsgrade\w*|verschlusssachengrade\w*|einstufungen|grade|ampel\w*|traffic light|merkblatt|schulung\w*|richtlinie\w*|leitfaden|anweisung|vsa|verschlusssachenanweisung|grundsätzlich|generell|allgemein|beispiel\w*|z\. ?b\.|wenn|falls|sofern|müssen|muss|dürfen|darf|können|kann|sollen|soll|niemals|keine?n?|wann|wie|welche\w*|wer|umgang|zugelassen\w*|zulassung|konform|zertifizier\w*|gilt|gelten|regel\w*|vorschrift\w*|oder|ab|bis|eingestufte[nmrs]?|gehör(?:t|en)|erlaubt|verboten|unzulässig|zulässig|tabu)(?!\p{L})/iu
/** … unless a particular paper is meant. */
const PAPERS =
  'dokument|papier|schreiben|datei|unterlagen?|anlagen?|anhang|bericht|vermerk|plan|e-mail|mail|akte|vorlage|liste|entwurf|protokoll|niederschrift|lagebild|konzept|präsentation|tabelle|brief|text|ordner|folien|meldung|warnmeldung'
const THIS_PAPER = new RegExp(
  `(?<!\\p{L})(?:anbei|(?:anliegend|beigefügt|beiliegend|vorliegend)\\p{L}*|(?:dies|das) (?:ist|hier)|(?:dies\\p{L}*|(?!dem vermerk)de[rmn]|die|das|mein\\p{L}*|unser\\p{L}*)(?: \\p{Ll}+)? (?:${PAPERS}))(?!\\p{L})`,
  'iu',
)
const GRADES =
  /nfd|dienstgebrauch|vs.?vertr|streng geheim|(?<!streng )geheim(?!\p{L})|tlp.{0,2}(?:red|amber|green|clear|white)|(?:nato|eu) \p{L}+/giu
const LONGEST_SENTENCE = 400

/** Whether the sentence speaks about markings instead of bearing one; a stamp is only doubted by its own line. */
export function isTalkAboutMarkings(doc: Doc, start: number, end: number, stamp: boolean): boolean {
  const around = stamp ? lineAround(doc, start, end) : sentenceAround(doc, start, end)
  const named = around.replaceAll(/amtlich geheim/gi, '')
  const grades = new Set(Array.from(named.matchAll(GRADES), ([grade]) => grade.toLowerCase().replace(/\W/g, '')))
  if (grades.has('dienstgebrauch')) grades.delete('nfd')
  if (grades.size > 1) return true
  if (stamp) return /\?|\bbedeutet\b|unterschied|^was ist/i.test(around)
  if (around.includes('?')) return true
  const compound = /^-\p{L}/u.test(doc.text.slice(end, end + 2))
  return (compound || TALK.test(around)) && !THIS_PAPER.test(around)
}

/** Whether the sentence says of one particular paper that it is marked so: "Dieser Vermerk ist vertraulich." */
export function speaksOfPaper(doc: Doc, start: number, end: number): boolean {
  const sentence = sentenceAround(doc, start, end)
  if (!THIS_PAPER.test(sentence) || /\?|werden|wird/.test(sentence)) return false
  const isStatement = /(?<!\p{L})(?:ist|sind|war|trägt)(?!\p{L})[^.]*$/u.test(
    doc.text.slice(Math.max(0, start - 60), start),
  )
  return isStatement && /(?:lich|sache|gebrauch|geheim)$/i.test(doc.text.slice(start, end))
}

function lineAround({ text }: Doc, start: number, end: number): string {
  const newline = text.indexOf('\n', end)
  const line = text.lastIndexOf('\n', start - 1) + 1
  return text.slice(
    Math.max(line, start - LONGEST_SENTENCE),
    Math.min(newline < 0 ? text.length : newline, end + LONGEST_SENTENCE),
  )
}

/** The words of the sentence and the sign that ends it. */
function sentenceAround(doc: Doc, start: number, end: number): string {
  let first = wordFrom(doc, start)
  let last = wordFrom(doc, end - 1)
  const sentence = doc.sentence[first]
  while (first > 0 && doc.sentence[first - 1] === sentence && start - (doc.start[first - 1] ?? 0) < LONGEST_SENTENCE)
    first--
  while (
    last + 1 < doc.count &&
    doc.sentence[last + 1] === sentence &&
    (doc.end[last + 1] ?? 0) - end < LONGEST_SENTENCE
  )
    last++
  const to = doc.end[last] ?? end
  return doc.text.slice(doc.start[first], to) + doc.text.slice(to, to + 3).replace(/\n[\s\S]*/, '')
}
