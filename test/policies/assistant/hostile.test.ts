import { describe, expect, test } from '@jest/globals'
import {
  checkCompleteness,
  gapsIn,
  ownList,
  readability,
  summarise,
  writeLetter,
} from '../../../policies/assistant/index.js'
import { syllables } from '../../../policies/assistant/readability/syllables.js'
import { Letter } from '../../../policies/pack/letter-schema.js'
import { leastGrowth, perRun } from '../../support/growth.js'
import { HOSTILE, type Hostile } from '../../support/hostile-texts.js'

// Whatever is pasted or typed: an answer comes, its places lie inside the text, and eight times the text takes about eight
// times as long, not sixty-four.

const SHORT = 8_000
const TIMES = 8
/** Eight times the text: linear is 8, quadratic 64; the geometric mean of both. */
const MOST = 23
/** Other work on the machine and the collector only make growth look worse. */
const ATTEMPTS = 4
/** So little time says more about the clock and the collector than about growth. */
const HARMLESS_MS = 10

const repeated = (unit: string) => (length: number) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length)

/** Made for what is read here: abbreviations, sentences, passives, forms, templates. */
const OWN: Hostile[] = [
  { why: 'abbreviations', text: repeated('z. B. i. V. m. ') },
  { why: 'letters with dots', text: repeated('a.b.c.') },
  { why: 'ends of sentences without sentences', text: repeated('. ! ? ') },
  { why: 'closing signs after a full stop', text: repeated('."“)') },
  { why: 'ordinals', text: repeated('24. 3. ') },
  { why: 'commas in one sentence', text: repeated('und, weil, der ') },
  { why: 'participles in one sentence', text: repeated('wird geprüft ') },
  { why: 'nouns on -ung in one sentence', text: repeated('Prüfung der Änderung ') },
  { why: 'one compound without end', text: repeated('verwaltungsverfahrens') },
  { why: 'vowels only', text: repeated('aeiouie') },
  { why: 'prefixes without end', text: repeated('begeverzu') },
  { why: 'empty fields', text: repeated('Unterschrift: ____\n') },
  { why: 'the thing looked for', text: repeated('Mietvertrag ') },
  { why: 'the thing looked for, missing', text: repeated('Mietvertrag fehlt, ') },
  { why: 'the thing looked for, in boxes', text: repeated('☐ Mietvertrag ') },
  { why: 'words before a denial', text: repeated('nicht wirklich so ganz ') },
  { why: 'headings', text: repeated('Anlagen:\n') },
  { why: 'points', text: repeated('- Punkt\n') },
  { why: 'names of fields', text: repeated('Frist: 12.12.\n') },
  { why: 'names of fields with numbers', text: repeated('Frist 12 ') },
  { why: 'lists', text: repeated('Unterlagen: A, B und C; D\n') },
  { why: 'opened gaps', text: repeated('[ERGÄNZEN: ') },
  { why: 'opened fields and blocks', text: repeated('{{[[||') },
  { why: 'salutations', text: repeated('Frau A und Herr B, ') },
]

const LETTER = Letter.parse({
  id: 'probe',
  name: 'Probe',
  name_en: 'Probe',
  short: 'Probe',
  short_en: 'Probe',
  fields: [
    { id: 'anrede', label: 'Anrede', label_en: 'Salutation', kind: 'salutation' },
    { id: 'frist', label: 'Frist', label_en: 'Deadline', kind: 'date' },
    { id: 'unterlagen', label: 'Unterlagen', label_en: 'Documents', kind: 'list' },
    { id: 'hinweise', label: 'Hinweise', label_en: 'Notes', kind: 'points', intro: 'Gut zu wissen:' },
  ],
  text: '{{anrede}}\n\nbis zum {{frist}} bitte {{unterlagen}}\n\n{{unterlagen}}\n\n[[{{hinweise}}]]\n\n{{name}}',
})
const CONTEXT = { today: '2026-11-25', municipality: 'Musterstadt', author: undefined }
const LIST = ownList('Mietvertrag: Vertrag über die Wohnung\nUnterschrift\nNachweis über das Einkommen', 'Probe')

const typedEverywhere = (text: string) =>
  writeLetter(LETTER, { points: text, fields: { anrede: text, frist: text, unterlagen: text } }, CONTEXT)

const SUBJECTS: { name: string; run: (text: string) => unknown }[] = [
  { name: 'summarise', run: text => summarise(text, { sentences: 5 }) },
  { name: 'summarise, half of it', run: text => summarise(text, { share: 0.5 }) },
  { name: 'readability', run: readability },
  { name: 'syllables', run: syllables },
  { name: 'checkCompleteness', run: text => checkCompleteness(text, LIST) },
  { name: 'writeLetter', run: typedEverywhere },
  {
    name: 'a letter with a strange text',
    run: text => writeLetter({ ...LETTER, text }, { points: '', fields: {} }, CONTEXT),
  },
  { name: 'gapsIn', run: text => gapsIn(text) },
  { name: 'ownList', run: text => ownList(text, 'Probe') },
]

describe.each(SUBJECTS)('$name stays linear', ({ run }) => {
  test.each([...HOSTILE, ...OWN])('$why', ({ text }) => {
    const long = text(TIMES * SHORT)
    run(long)
    if (perRun(() => run(long)) < HARMLESS_MS) return
    expect(leastGrowth(run, text(SHORT), long, MOST, ATTEMPTS)).toBeLessThan(MOST)
  })
})

describe('every place lies inside the text, in its order', () => {
  test.each([...HOSTILE, ...OWN])('$why', ({ text }) => {
    const long = text(4_000)
    const spans = [
      ...summarise(long, { share: 0.5 }).sentences,
      ...readability(long).findings,
      ...checkCompleteness(long, LIST).items.flatMap(({ state }) => state.where ?? []),
    ]
    expect(spans.filter(({ start, end }) => !(start >= 0 && start < end && end <= long.length))).toEqual([])
    const starts = readability(long).findings.map(({ start }) => start)
    expect(starts).toEqual(starts.toSorted((a, b) => a - b))
  })
})

test.each(['', ' ', '.', '\0', '\ud83d', 'a', '1', '- ', '[[', '{{', ':'])('short and strange: %j', text => {
  for (const { run } of SUBJECTS) expect(() => run(text)).not.toThrow()
})
