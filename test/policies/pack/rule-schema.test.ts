import { describe, expect, test } from '@jest/globals'
import { Case, countWords, Rule, SHORT_ANSWER_WORDS, Source } from '../../../policies/pack/rule-schema.js'

const VALID = {
  id: 'rede',
  title: 'Reden schreiben',
  area: 'anwendung',
  light: 'erlaubt',
  contact: 'digitallotse',
  related: ['texte'],
  version: 1,
  valid_from: '2026-11-23',
  review_by: '2027-11-30',
  sources: [{ seed: 'S1', stand: '2024-06', certainty: 'G' }],
  synonyms: 'a, b, c, d, e, f, g, h, i, j, k, l',
  examples: ['eins?', 'zwei?', 'drei?', 'vier?', 'fünf?'],
  en: { title: 'Speeches', short: 'You may.', examples: ['one?', 'two?', 'three?'] },
  text: { short: 'Sie dürfen.', why: 'Weil.', do: ['Lesen.'], dont: ['Hetzen.'], instead: [] },
}

const words = (count: number): string => Array.from({ length: count }, (_, at) => `Wort${at}`).join(' ')

/** What is wrong, as "path: message". */
function problemsOf(schema: typeof Rule | typeof Source | typeof Case, value: unknown): string[] {
  return (schema.safeParse(value).error?.issues ?? []).map(issue => `${issue.path.join('.')}: ${issue.message}`)
}

test('the rule from which the others here differ is valid, and has no cases unless it names some', () => {
  const rule = Rule.parse(VALID)
  expect(rule.cases).toEqual([])
  expect(rule.synonyms).toHaveLength(12)
})

describe('refuses', () => {
  test.each([
    { why: 'a title of 61 characters', change: { title: 'x'.repeat(61) }, at: 'title: Titel hat höchstens 60 Zeichen' },
    { why: 'eleven words', change: { synonyms: 'a, b, c, d, e, f, g, h, i, j, k' }, at: 'synonyms: Mindestens 12' },
    { why: 'a word twice', change: { synonyms: `${VALID.synonyms}, A` }, at: 'synonyms.12: Wort „A“ steht doppelt' },
    {
      why: 'four examples',
      change: { examples: VALID.examples.slice(1) },
      at: 'examples: Mindestens 5 Beispielfragen',
    },
    {
      why: 'an example twice',
      change: { examples: [...VALID.examples, 'Eins?'] },
      at: 'examples.5: Beispielfrage „Eins?“',
    },
    { why: 'no relation', change: { related: [] }, at: 'related: Mindestens eine verwandte Regel' },
    { why: 'no source', change: { sources: [] }, at: 'sources: Mindestens eine Quelle' },
    { why: 'version nought', change: { version: 0 }, at: 'version: ' },
    { why: 'half a version', change: { version: 1.5 }, at: 'version: ' },
    { why: 'a light of its own', change: { light: 'gelb' }, at: 'light: ' },
    { why: 'an unknown role', change: { contact: 'hausmeister' }, at: 'contact: ' },
    { why: 'a German date', change: { review_by: '30.11.2027' }, at: 'review_by: Datum bitte als JJJJ-MM-TT' },
    { why: 'two English questions', change: { en: { ...VALID.en, examples: ['one?', 'two?'] } }, at: 'en.examples: ' },
    { why: 'nothing to do', change: { text: { ...VALID.text, do: [] } }, at: 'text.do: Mindestens ein Punkt' },
    { why: 'an empty reason', change: { text: { ...VALID.text, why: ' ' } }, at: 'text.why: Text fehlt' },
    { why: 'an unknown key', change: { farbe: 'blau' }, at: ': ' },
  ])('$why', ({ change, at }) => {
    const problems = problemsOf(Rule, { ...VALID, ...change })
    expect(problems).toHaveLength(1)
    expect(problems[0]).toContain(at)
  })
})

describe('a short answer has at most 60 words', () => {
  test.each([
    { why: 'sixty are the most', text: words(SHORT_ANSWER_WORDS), problems: [] },
    {
      why: 'sixty-one are too many',
      text: words(61),
      problems: ['Kurzantwort hat 61 Wörter, höchstens 60 sind erlaubt'],
    },
    { why: 'a dash is no word', text: `${words(59)} – ja`, problems: [] },
  ])('$why', ({ text, problems }) => {
    expect(problemsOf(Rule, { ...VALID, text: { ...VALID.text, short: text } })).toEqual(
      problems.map(problem => `text.short: ${problem}`),
    )
    expect(problemsOf(Rule, { ...VALID, en: { ...VALID.en, short: text } })).toEqual(
      problems.map(problem => `en.short: ${problem}`),
    )
  })

  test.each([
    { why: 'hyphenated is one word', text: 'KI-Team fragen', count: 2 },
    { why: 'line breaks separate', text: 'eins\nzwei\tdrei', count: 3 },
    { why: 'a paragraph sign alone is none', text: '§ 80 SGB X', count: 3 },
    { why: 'nothing', text: ' ', count: 0 },
  ])('counts: $why', ({ text, count }) => {
    expect(countWords(text)).toBe(count)
  })
})

describe('a source', () => {
  const article = { article: 'Art. 28 DSGVO', stand: '2026-11-23', certainty: 'G' }
  const { stand, ...withoutStand } = article
  test.each([
    { why: 'article with day', value: article, problems: [] },
    { why: 'seed with month', value: { seed: 'S82', stand: '2024-06', certainty: 'G' }, problems: [] },
    { why: 'no Stand', value: withoutStand, problems: ['stand: Quelle ohne Stand'] },
    {
      why: 'Stand is a year',
      value: { ...article, stand: '2026' },
      problems: ['stand: Stand bitte als JJJJ-MM oder JJJJ-MM-TT'],
    },
    { why: 'Stand as YAML number', value: { ...article, stand: 2026 }, problems: ['stand: Quelle ohne Stand'] },
    {
      why: 'article and seed',
      value: { ...article, seed: 'S1' },
      problems: [': Quelle braucht genau eines: article oder seed'],
    },
    { why: 'neither', value: { stand, certainty: 'G' }, problems: [': Quelle braucht genau eines: article oder seed'] },
    {
      why: 'a seed without its S',
      value: { seed: '49', stand, certainty: 'G' },
      problems: ['seed: Seed-Aussage bitte als S1 bis S82 angeben'],
    },
  ])('$why', ({ value, problems }) => {
    expect(problemsOf(Source, value)).toEqual(problems)
  })
})

describe('a case', () => {
  const rest = { light: 'verboten', reason: 'Darum.' }
  test.each([
    { why: 'one condition is enough', value: { when: { tool: 'private' }, ...rest }, valid: true },
    {
      why: 'all three',
      value: { when: { tool: 'approved', data: ['D0'], purpose: ['entwerfen'] }, ...rest },
      valid: true,
    },
    { why: 'no condition would always match', value: { when: {}, ...rest }, valid: false },
    { why: 'an empty list never matches', value: { when: { data: [] }, ...rest }, valid: false },
    { why: 'an unknown data class', value: { when: { data: ['D4'] }, ...rest }, valid: false },
    { why: 'a tool by name', value: { when: { tool: 'plauderix' }, ...rest }, valid: false },
    { why: 'no reason', value: { when: { tool: 'private' }, light: 'verboten' }, valid: false },
  ])('$why', ({ value, valid }) => {
    expect(Case.safeParse(value).success).toBe(valid)
  })
})
