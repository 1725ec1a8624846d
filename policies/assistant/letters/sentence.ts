import { tokenise } from '../../language/tokens.js'
import { withoutEnd } from './tidy.js'

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(Boolean))

/** Forms that are a finite verb wherever they stand. */
const FINITE = words(`
  bin bist ist sind war waren wird werden wurde wurden würde würden hat haben habe hatte hatten hätte hätten kann können
  konnte konnten könnte könnten muss müssen musste mussten soll sollen sollte sollten darf dürfen durfte durften will wollen
  möchte möchten lässt braucht brauchte fehlt fehlen fehlte fehlten liegt liegen lag lagen gilt gelten galt kommt kam kamen
  geht ging gingen steht stand standen gibt gab bleibt blieb beginnt begann endet endete findet fand fanden dauert dauern
  bittet bat dankt freut prüft erhält erhielt bekommt bekam meldet schickt sendet reicht klärt entscheidet entschied kostet
  kosten beträgt betrug läuft passt hilft informiert leitet übernimmt nimmt nahm teilt erklärt bringt heißt zeigt führt macht
  stellt sieht wartet wohnt hält trifft öffnet schließt tritt ändert verschiebt verzögert lädt berät plant arbeitet wünscht
  bestätigt beantwortet betrifft gehört enthält umfasst bezahlt zahlt unterstützt empfiehlt bedauert bedauern entfällt
  entfallen erscheint gefällt klappt stimmt fällt fiel ruft rief schreibt schrieb sagt sagte spricht sprach folgt ruht
`)

/** Small words on -t that are no verbs, where any other could be one. */
const NO_VERB = words(`
  mit nicht seit jetzt erst gut sonst dort fast oft laut statt selbst zuerst zuletzt direkt sofort bereit bisher recht weit
  spät leicht schlecht anbelangt samt nebst knapp konkret privat insgesamt derzeit nacht echt acht
`)

const OPENS_A_SENTENCE = words('der die das ein eine es er sie diese dieser dieses unser unsere ihr ihre mein meine')
const SHORTEST = 3
/** Behind a number or a short word a full stop is part of a day or an abbreviation. */
const FULL_STOP = /(?:\p{L}{3}\.|[!?])["“”»]?$/u

/**
 * Whether a bullet point is a whole sentence already ("Der Antrag ist da") or only words ("Antrag vollständig"). It looks
 * for a finite verb; where it cannot tell, the point stays a point, which is never wrong.
 */
export function isSentence(point: string): boolean {
  const tokens = tokenise(point)
  if (tokens.length < 2) return false
  if (tokens.length >= SHORTEST && FULL_STOP.test(point)) return true
  const raw = tokens.map(token => token.raw)
  const first = (raw[0] ?? '').toLowerCase()
  if (first === 'bitte' && raw.length >= SHORTEST) return true
  // With a capital in front it is a noun: "Kosten 3 Euro".
  if (raw.some(word => FINITE.has(word))) return true
  if (raw.some((word, at) => isSubject(word, at) && hasVerbBeside(raw, at))) return true
  return OPENS_A_SENTENCE.has(first) && raw.length > SHORTEST && raw.slice(1, -1).some(isVerbOnT)
}

const isSubject = (word: string, at: number): boolean =>
  word === 'wir' || word === 'ich' || word === 'Sie' || (at === 0 && (word === 'Wir' || word === 'Ich'))

/** "wir prüfen", "prüfen wir", "rufen Sie". */
const hasVerbBeside = (raw: readonly string[], at: number): boolean =>
  [raw[at - 1] ?? '', raw[at + 1] ?? ''].some((word, side) =>
    (side === 0 && at === 1 ? /^\p{L}{2,}en$/u : /^\p{Ll}{2,}(?:en|ern|eln|e)$/u).test(word),
  )

const isVerbOnT = (word: string): boolean => /^\p{Ll}{2,}t$/u.test(word) && !NO_VERB.has(word)

/** A point's own words as a sentence: capital letter in front, full stop behind, nothing else changed. */
export function asSentence(point: string): string {
  const bare = withoutEnd(point)
  const text = bare.charAt(0).toUpperCase() + bare.slice(1)
  return /[.!?:…]["“”»)]?$/.test(text) ? text : `${text}.`
}
