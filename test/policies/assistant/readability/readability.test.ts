import { describe, expect, test } from '@jest/globals'
import { readability } from '../../../../policies/assistant/index.js'

const EASY =
  'Wir haben Ihren Antrag bekommen. Vielen Dank. Wir prüfen ihn jetzt. Das dauert etwa vier Wochen. Haben Sie Fragen? Dann rufen Sie uns bitte an.'
const HARD =
  'Die Inanspruchnahme der Leistungen der Grundsicherung setzt die Vorlage vollständiger Einkommensnachweise sowie die Beantragung der Wohngeldberechnung durch die Leistungsberechtigten voraus.'

describe('figures', () => {
  test('by hand: 2 sentences, 8 words, 11 syllables', () => {
    // Wir prüfen den Antrag: 1+2+1+2. Das ist gut gemeint: 1+1+1+2. Words of three syllables or seven letters: none.
    const { sentences, words, flesch, wiener } = readability('Wir prüfen den Antrag. Das ist gut gemeint.')
    expect([sentences, words]).toEqual([2, 8])
    expect(flesch).toBeCloseTo(180 - 4 - 58.5 * (11 / 8), 1)
    // One-syllable words: Wir, den, Das, ist, gut = 5 of 8; long ones: none with more than six letters but "gemeint" (7).
    expect(wiener).toBeCloseTo(0.1935 * 0 + 0.1672 * 4 + 0.1297 * 12.5 - 0.0327 * 62.5 - 0.875, 1)
  })

  test('easy is easier than hard', () => {
    const easy = readability(EASY)
    const hard = readability(HARD)
    expect([easy.grade, hard.grade]).toEqual(['very-easy', 'very-hard'])
    expect(easy.wiener).toBeLessThan(5)
    expect(hard.wiener).toBeGreaterThan(13)
  })

  test('abbreviations count as the words they stand for', () => {
    expect(readability('Wir brauchen z. B. Fotos.').words).toBe(readability('Wir brauchen zum Beispiel Fotos.').words)
    expect(readability('Wir brauchen z. B. Fotos.').flesch).toBe(readability('Wir brauchen zum Beispiel Fotos.').flesch)
  })

  test('a number is a word without syllables', () => {
    const { words, flesch } = readability('Das sind 1234567 Euro.')
    expect(words).toBe(4)
    expect(flesch).toBeCloseTo(180 - 4 - 58.5 * (4 / 3), 1)
  })

  test('headings are no sentences', () => {
    expect(readability('Sachverhalt\n\nDas ist da.').sentences).toBe(1)
  })

  test.each(['', '   ', '123', 'Ja.'])('%j is too short to say anything', text => {
    expect(readability(text).grade).toBe('too-short')
  })
})

/** What is found, as `kind: words`, and a part of the first suggestion. */
type Row = { why: string; text: string; finds: string[]; says?: RegExp }

const ROWS: Row[] = [
  { why: 'nothing to say', text: EASY, finds: [] },
  { why: 'passive', text: 'Der Antrag wird geprüft.', finds: ['passive: wird geprüft'], says: /„Wir prüfen …“/ },
  {
    why: 'passive, parting verb',
    text: 'Die Frist wurde nicht eingehalten.',
    finds: ['passive: wurde nicht eingehalten'],
    says: /„Wir haben … eingehalten“/,
  },
  {
    why: 'passive in a subclause',
    text: 'Wir warten, bis alles vorgelegt wird.',
    finds: ['passive: vorgelegt wird'],
    says: /„Wir legen … vor“/,
  },
  {
    why: 'passive with worden',
    text: 'Der Plan ist beschlossen worden.',
    finds: ['passive: beschlossen worden'],
    says: /„Wir haben … beschlossen“/,
  },
  {
    why: 'passive with a modal',
    text: 'Das Formular muss unterschrieben werden.',
    finds: ['passive: unterschrieben werden'],
    says: /„Wir unterschreiben …“/,
  },
  {
    why: 'what the citizen must do',
    text: 'Die Nachweise sind einzureichen.',
    finds: ['passive: sind einzureichen'],
    says: /„Bitte reichen Sie … ein“/,
  },
  {
    why: 'zu and an infinitive',
    text: 'Das Formular ist zu unterschreiben.',
    finds: ['passive: ist zu unterschreiben'],
    says: /„Bitte unterschreiben Sie …“/,
  },
  { why: 'the future is no passive', text: 'Wir werden Ihren Antrag prüfen.', finds: [] },
  { why: 'the future with an inseparable verb is no passive', text: 'Wir werden den Antrag bearbeiten.', finds: [] },
  { why: 'becoming something is no passive', text: 'Die Halle wird schöner und größer.', finds: [] },
  { why: 'to be seen is no demand', text: 'Dort ist viel zu sehen.', finds: [] },
  { why: 'without this and without that', text: 'Das geht ohne Antrag und ohne Termin.', finds: [] },
  {
    why: 'a long list behind a colon',
    text: 'Wir brauchen vier Dinge: eine Kopie vom Mietvertrag, ein aktuelles Foto von Ihnen, die Karte der Krankenkasse dazu.',
    finds: [],
  },
  { why: 'too late is no demand', text: 'Es ist zu spät.', finds: [] },
  {
    why: 'a verb in a noun',
    text: 'Wir bringen das zur Durchführung.',
    finds: ['nominal: zur Durchführung'],
    says: /„durchführen“/,
  },
  {
    why: 'a verb in a noun, bent',
    text: 'Sie müssen eine Entscheidung treffen.',
    finds: ['nominal: Entscheidung'],
    says: /„entscheiden“/,
  },
  { why: 'the noun alone is no fault', text: 'Die Entscheidung gefällt uns.', finds: [] },
  {
    why: 'three nouns on -ung',
    text: 'Nach Prüfung, Ermittlung und Änderung geht es weiter.',
    finds: ['nominal: Prüfung, Ermittlung und Änderung'],
    says: /„Prüfung“ → prüfen, „Ermittlung“ → ermitteln, „Änderung“ → ändern/,
  },
  { why: 'things on -ung', text: 'Die Verwaltung, die Wohnung und die Sitzung bleiben.', finds: [] },
  {
    why: 'officialese',
    text: 'Wir schreiben in Bezug auf Ihren Antrag.',
    finds: ['officialese: in Bezug auf'],
    says: /„zu“/,
  },
  {
    why: 'officialese with an ending',
    text: 'Die vorgenannten Gründe gelten.',
    finds: ['officialese: vorgenannten'],
    says: /noch einmal nennen/,
  },
  { why: 'officialese at the start', text: 'Bezüglich Ihres Antrags rufen wir an.', finds: ['officialese: Bezüglich'] },
  {
    why: 'an abbreviation',
    text: 'Das gilt i. V. m. der Satzung.',
    finds: ['abbreviation: i. V. m.'],
    says: /„zusammen mit“/,
  },
  { why: 'an abbreviation everybody knows', text: 'Das ist z. B. ein Foto, Nr. 3.', finds: [] },
  { why: 'S. before a number', text: 'Das steht auf S. 5 oben.', finds: ['abbreviation: S.'], says: /„Seite“/ },
  { why: 'S. before a name', text: 'Frau S. Weber kommt.', finds: [] },
  {
    why: 'a very long word',
    text: 'Es geht um die Grundstücksverkehrsgenehmigung.',
    finds: ['long-word: Grundstücksverkehrsgenehmigung'],
    says: /„Grundstücksverkehrs-Genehmigung“/,
  },
  { why: 'a long word with a hyphen', text: 'Es geht um die Grundstücksverkehrs-Genehmigung.', finds: [] },
  {
    why: 'two denials',
    text: 'Das ist nicht unüblich.',
    finds: ['double-negation: nicht unüblich'],
    says: /mit „üblich“/,
  },
  { why: 'one denial', text: 'Das ist nicht unter der Brücke und kein Unternehmen.', finds: [] },
  { why: 'two denials in two clauses', text: 'Das geht nicht, ohne Antrag schon gar nicht.', finds: [] },
  {
    why: 'a long sentence',
    text: 'Wir haben Ihren Antrag am Montag in unserem Haus gefunden und wir wollen ihn in dieser Woche noch einmal in Ruhe ansehen.',
    finds: [
      'long-sentence: Wir haben Ihren Antrag am Montag in unserem Haus gefunden und wir wollen ihn in dieser Woche noch einmal in Ruhe ansehen.',
    ],
    says: /hat 22 Wörter.*vor „und“/,
  },
  {
    why: 'sentences in each other',
    text: 'Der Antrag, den Sie am Montag schickten, liegt bei uns, weil die Kollegin krank ist, die das sonst immer macht.',
    finds: [
      'nested: Der Antrag, den Sie am Montag schickten, liegt bei uns, weil die Kollegin krank ist, die das sonst immer macht.',
    ],
    says: /eigene Sätze/,
  },
  {
    why: 'a list of words is not nested',
    text: 'Bitte bringen Sie Ausweis, Foto, Mietvertrag, Vollmacht und Kontoauszug mit.',
    finds: [],
  },
]

describe('what would make it easier', () => {
  test.each(ROWS)('$why', ({ text, finds, says }) => {
    const { findings } = readability(text)
    expect(findings.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`)).toEqual(finds)
    if (says) expect(findings[0]?.suggestion).toMatch(says)
  })
})
