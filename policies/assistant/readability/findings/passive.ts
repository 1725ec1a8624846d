import type { ReadSentence, Word } from '../reading.js'
import type { Reader, Remark } from './remark.js'
import { asked, said, type Verb, verbOfParticiple, verbWithZu } from './verbs.js'

const BECOMES = new Set(['wird', 'werden', 'wurde', 'wurden', 'worden'])
const IS = new Set(['ist', 'sind', 'war', 'waren'])

/** Sentences that hide who acts: "wird geprüft", "ist einzureichen". */
export const passive: Reader = (sentence, { text }) => {
  const remarks: Remark[] = []
  for (const clause of clausesOf(sentence, text)) {
    const remark = becoming(clause) ?? beingTo(clause)
    if (remark) remarks.push(remark)
  }
  return remarks
}

function becoming(clause: readonly Word[]): Remark | undefined {
  const form = clause.find(({ lower }) => BECOMES.has(lower))
  if (!form) return undefined
  const participles = clause.flatMap(word => {
    const verb = word.text === word.lower ? verbOfParticiple(word.lower) : undefined
    return verb ? [{ word, verb }] : []
  })
  const found = participles.at(-1)
  if (!found) return undefined
  const { word, verb } = found
  const start = Math.min(form.start, word.start)
  const end = Math.max(form.end, word.end)
  return { kind: 'passive', start, end, suggestion: advice(form.lower, word.lower, verb) }
}

function advice(form: string, participle: string, verb: Verb): string {
  if (participle === 'gebeten' || participle === 'erbeten') return 'Bitten Sie direkt: „Bitte … Sie …“.'
  const past = form === 'wurde' || form === 'wurden' || form === 'worden'
  const instead = past ? `Wir haben … ${participle}` : said(verb, 'Wir')
  return `Sagen Sie, wer handelt: zum Beispiel „${instead}“ statt „${form} … ${participle}“.`
}

function beingTo(clause: readonly Word[]): Remark | undefined {
  const form = clause.find(({ lower }) => IS.has(lower))
  if (!form) return undefined
  for (const [at, word] of clause.entries()) {
    const verb = verbWithZu(word.lower) ?? behindZu(clause, at)
    if (!verb || word.text !== word.lower) continue
    const start = Math.min(form.start, word.start)
    const end = Math.max(form.end, word.end)
    return { kind: 'passive', start, end, suggestion: `Sagen Sie, wer es tun soll: zum Beispiel „${asked(verb)}“.` }
  }
  return undefined
}

/** "ist zu sehen" asks nobody to look. */
const NO_DEMAND = new Set(['sehen', 'hören', 'haben', 'finden', 'erkennen', 'erwarten', 'spüren', 'schaffen'])

function behindZu(clause: readonly Word[], at: number): Verb | undefined {
  const word = clause[at]
  if (clause[at - 1]?.lower !== 'zu' || !word || !/^\p{Ll}{2,}(?:en|ern|eln)$/u.test(word.text)) return undefined
  return NO_DEMAND.has(word.lower) ? undefined : { verb: word.lower, prefix: '' }
}

/** The words between commas and the like. */
function clausesOf({ words }: ReadSentence, text: string): Word[][] {
  const clauses: Word[][] = [[]]
  for (const [at, word] of words.entries()) {
    const before = words[at - 1]
    if (before && /[,;:–(]/.test(text.slice(before.end, word.start))) clauses.push([])
    clauses.at(-1)?.push(word)
  }
  return clauses
}
