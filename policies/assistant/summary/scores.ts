import type { Unit } from './units.js'

const ROUNDS = 6
const ONCE = 0.35

/**
 * How much each unit says of what the text is about, 0 to 1: words lend weight to the units they stand in and units to
 * their words, in turns, as TextRank does between sentences, but in time linear in the text.
 */
export function centrality(units: readonly Unit[]): number[] {
  const ids = new Map<string, number>()
  const members = units.map(({ stems }) =>
    stems.map(word => {
      const id = ids.get(word) ?? ids.size
      ids.set(word, id)
      return id
    }),
  )
  let scores = units.map(() => 1)
  for (let round = 0; round < ROUNDS; round++) {
    const weights = new Float64Array(ids.size)
    const seen = new Uint32Array(ids.size)
    for (const [at, words] of members.entries())
      for (const word of words) {
        weights[word] = (weights[word] ?? 0) + (scores[at] ?? 0)
        seen[word] = (seen[word] ?? 0) + 1
      }
    scores = members.map(words => {
      // A word met once links nothing and counts little; roots keep one very frequent word from deciding alone.
      const sum = words.reduce(
        (total, word) => total + Math.sqrt(weights[word] ?? 0) * ((seen[word] ?? 0) > 1 ? 1 : ONCE),
        0,
      )
      return sum / Math.max(words.length, SHORT)
    })
    const most = scores.reduce((a, b) => Math.max(a, b), 0)
    if (most > 0) scores = scores.map(score => score / most)
  }
  return scores
}

/** Below so many words of meaning a unit does not profit from being short. */
const SHORT = 8

const RESULT =
  /(?<!\p{L})(?:ergebnis|fazit|insgesamt|zusammenfass\p{L}{0,6}|schlussfolger\p{L}{0,4}|wichtig\p{L}{0,3}|entscheidend\p{L}{0,2}|ziel|beschlie(?:ßt|ßen)|beschlossen|beschluss\p{L}{0,12}|schlägt vor|schlagen vor|empf(?:ie|eh)hl\p{L}{0,4}|empfehlung|vorgeschlagen|fest(?:gestellt|zustellen))(?!\p{L})/iu
const DUTY =
  /(?<!\p{L})(?:muss|müssen|verpflichtet|pflicht|frist\p{L}{0,2}|spätestens|bis zum|ab dem|erforderlich|verboten|darf|dürfen|kosten|betr(?:ä|a)g(?:t|en)|euro)(?!\p{L})|€/iu
/** A summary that leaves out an exception says something else than the text. */
const EXCEPTION =
  /(?<!\p{L})(?:nicht|kein\p{L}{0,2}|außer|ausgenommen|ausnahme\p{L}{0,2}|nur wenn|sofern|es sei denn|jedoch|allerdings)(?!\p{L})/iu
/** What has a day is missed first when it is left out. */
const DEADLINE = /(?<!\p{L})(?:bis zum|bis|spätestens|ab dem|frist\p{L}{0,3}) [^.\n]{0,20}\d/iu
const NUMBER = /\d/
const LEANS_BACK =
  /^(?:dies\p{L}{0,2}|das|er|es|dabei|dadurch|daher|damit|dafür|danach|dazu|deshalb|hierzu|hierbei|letztere\p{L}{0,1}|ebenso|außerdem|zudem|auch|allerdings|jedoch|denn|doch|solche\p{L}?)(?!\p{L})/iu
const LETTER_FRAME =
  /^(?:sehr geehrte|guten (?:tag|morgen)|liebe[rs]? |hallo|mit freundlichen|freundliche grüße|viele grüße|hochachtungsvoll|im auftrag|in vertretung|anlagen?:?$|betreff|vielen dank)/iu

const LEAST_WORDS = 5
const MOST_WORDS = 45
/** Enough for every word that is looked for; a unit may be as long as the text. */
const LOOKED_AT = 600

/** What speaks for a unit besides its words: where it stands and how it is put. About −1 to 0.5. */
export function bearing(unit: Unit, place: number, count: number): number {
  const text = unit.text.slice(0, LOOKED_AT)
  let score = 0
  if (unit.opens) score += 0.12
  if (place < 3) score += 0.06
  if (place >= count - Math.max(2, count * 0.05)) score += 0.04
  if (RESULT.test(text)) score += 0.15
  if (DUTY.test(text)) score += 0.15
  if (EXCEPTION.test(text)) score += 0.08
  if (DEADLINE.test(text)) score += 0.12
  if (NUMBER.test(text)) score += 0.06
  if (LEANS_BACK.test(text)) score -= 0.12
  if (text.endsWith('?')) score -= 0.1
  if (unit.words < LEAST_WORDS) score -= 0.3
  if (unit.words > MOST_WORDS) score -= 0.1
  if (LETTER_FRAME.test(text)) score -= 1
  return score
}
