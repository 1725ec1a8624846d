import { describe, expect, test } from '@jest/globals'
import { type LetterInput, writeLetter } from '../../../../policies/assistant/index.js'
import { Letter } from '../../../../policies/pack/letter-schema.js'
import { musterstadt } from '../../../support/musterstadt.js'

const pack = await musterstadt()
const CONTEXT = { today: '2026-11-25', municipality: 'Musterstadt', author: 'Maren Tietjen' }

function letter(id: string): Letter {
  const found = pack.letters.find(candidate => candidate.id === id)
  if (!found) throw new Error(`no letter ${id}`)
  return found
}

const write = (id: string, input: Partial<LetterInput>, context = CONTEXT) =>
  writeLetter(letter(id), { points: '', fields: {}, ...input }, context)

describe('letters as people type them', () => {
  test('a request for documents from bullet points', () => {
    const points = `an Frau Krüger
Betreff: Antrag auf Wohngeld
Az 50-3 W 117
es fehlen noch:
- Mietvertrag
- Meldebescheinigung
Frist 12.12.2026
Kopien reichen aus
Bürgerbüro montags bis 18 Uhr offen`
    expect(write('nachforderung', { points }).text).toBe(`Es fehlen noch Unterlagen: Antrag auf Wohngeld
Aktenzeichen: 50-3 W 117

Sehr geehrte Frau Krüger,

wir bearbeiten Ihr Anliegen gern. Damit es weitergehen kann, fehlt uns noch:

- Mietvertrag
- Meldebescheinigung

Bitte schicken Sie uns alles bis zum 12. Dezember 2026.

Gut zu wissen:

- Kopien reichen aus
- Bürgerbüro montags bis 18 Uhr offen

Sie brauchen mehr Zeit oder können etwas nicht besorgen? Dann melden Sie sich bitte vor Ablauf der Frist bei uns. Wir suchen gern mit Ihnen nach einem Weg.

Freundliche Grüße

Maren Tietjen`)
  })

  test('a confirmation with nothing typed at all', () => {
    const { text, gaps } = write(
      'eingangsbestaetigung',
      {},
      { today: '2026-11-25', municipality: 'Musterstadt', author: '' },
    )
    expect(text).toBe(`Eingangsbestätigung: [ERGÄNZEN: Anliegen]

Guten Tag [ERGÄNZEN: Vorname Nachname],

vielen Dank. Ihr Anliegen ist am [ERGÄNZEN: Eingangsdatum] bei uns eingegangen.

Wir prüfen nun, ob alles vollständig ist. Fehlt noch etwas, melden wir uns bei Ihnen.

Haben Sie Fragen? Dann melden Sie sich gern bei uns.

Freundliche Grüße

[ERGÄNZEN: Ihr Name]`)
    expect(gaps.map(({ field, start, end }) => [field, text.slice(start, end)])).toEqual([
      ['anliegen', '[ERGÄNZEN: Anliegen]'],
      ['anrede', '[ERGÄNZEN: Vorname Nachname]'],
      ['eingang', '[ERGÄNZEN: Eingangsdatum]'],
      ['name', '[ERGÄNZEN: Ihr Name]'],
    ])
  })

  test('a hearing never names a legal basis nobody named', () => {
    const { text, gaps } = write('anhoerung', {
      points: 'Am 3.11. standen vier Tische auf dem Gehweg.\nVorhaben: Wir wollen die Erlaubnis widerrufen',
    })
    expect(text).toContain('Rechtsgrundlage dafür: [ERGÄNZEN: Rechtsgrundlage]')
    expect(text).toContain('Anhörung nach [ERGÄNZEN: Rechtsgrundlage der Anhörung]')
    expect(text).toContain('Das haben wir vor: Wir wollen die Erlaubnis widerrufen.')
    expect(text).not.toMatch(/§|Rechtsbehelf|Widerspruch|Klage/)
    expect(gaps.map(({ field }) => field)).toContain('rechtsgrundlage')
  })

  test('a press release keeps a quotation without its speaker, and asks for the speaker', () => {
    const { text } = write('pressemitteilung', { fields: { zitat: 'Sichere Schulwege gehen alle an.' } })
    expect(text).toContain('„Sichere Schulwege gehen alle an“, sagt [ERGÄNZEN: Name und Amt].')
  })

  test('a job advertisement names all genders once', () => {
    const { text } = write('stellenausschreibung', { fields: { titel: 'Sachbearbeitung Wohngeld (m/w/d)' } })
    expect(text.split('\n')[0]).toBe('Musterstadt sucht: Sachbearbeitung Wohngeld (m/w/d)')
    expect(text).toContain('Bewerbungen von Menschen mit Schwerbehinderung')
  })

  test.each([
    { typed: '12.12.2026', is: 'bis zum 12. Dezember 2026.' },
    { typed: 'Ende Januar', is: 'bis Ende Januar.' },
    { typed: 'Samstag, 12.12.2026', is: 'bis Samstag, 12. Dezember 2026.' },
    { typed: '', is: 'bis zum [ERGÄNZEN: Frist].' },
  ])('a deadline "$typed" reads $is', ({ typed, is }) => {
    expect(write('nachforderung', { fields: { frist: typed } }).text).toContain(is)
  })

  test('days that cannot be are kept as typed, and said', () => {
    const { text, doubts } = write('nachforderung', { fields: { frist: '31.02.2027' } })
    expect(text).toContain('bis zum 31.02.2027.')
    expect(doubts).toEqual([{ field: 'frist', doubt: 'no-such-day' }])
  })

  test('a field typed twice: the form decides, the bullet point is not lost', () => {
    const { text } = write('nachforderung', { fields: { frist: '1.2.2027' }, points: 'Frist: 3.4.2027' })
    expect(text).toContain('bis zum 1. Februar 2027.')
    expect(text).toContain('- Frist: 3.4.2027')
  })
})

/** A letter of its own for what the pack does not show. */
const own = (text: string, more: object[] = []): Letter =>
  Letter.parse({
    ...letter('auskunft'),
    id: 'eigen',
    fields: [
      { id: 'liste', label: 'Liste', label_en: 'List', kind: 'list', optional: true },
      { id: 'wort', label: 'Wort', label_en: 'Word', optional: true },
      ...more,
    ],
    text,
  })

test.each([
  { why: 'a list in a sentence', text: 'Da sind {{liste}}.', fields: { liste: 'A\nB\nC' }, is: 'Da sind A, B und C.' },
  { why: 'a list on its line', text: 'Da:\n\n{{liste}}', fields: { liste: 'A\nB' }, is: 'Da:\n\n- A\n- B' },
  { why: 'an empty block with its line', text: 'A\n[[{{wort}}]]\nB', fields: {}, is: 'A\nB' },
  { why: 'two empty blocks with their lines', text: 'A\n[[{{wort}}]]\n[[{{liste}}]]\nB', fields: {}, is: 'A\nB' },
  { why: 'an empty block in a line', text: 'A [[und {{wort}}]] B', fields: {}, is: 'A B' },
  { why: 'an alternative', text: '[[A {{wort}}||B]]', fields: {}, is: 'B' },
  { why: 'no alternative', text: '[[A {{wort}}||B]]', fields: { wort: 'x' }, is: 'A x' },
  {
    why: 'half a block stays with its gap',
    text: '[[{{wort}}: {{liste}}]]',
    fields: { wort: 'x' },
    is: 'x: [ERGÄNZEN: Liste]',
  },
  { why: 'a full stop twice', text: 'A {{wort}}.', fields: { wort: 'e. V.' }, is: 'A e. V.' },
  { why: 'a full stop typed', text: 'A {{wort}}, b', fields: { wort: 'fertig.' }, is: 'A fertig, b' },
  {
    why: 'what is typed is never a template',
    text: 'A {{wort}}',
    fields: { wort: '{{liste}} [[x]]' },
    is: 'A {{liste}} [[x]]',
  },
  { why: 'a broken text keeps its words', text: 'A {{wort}} [[B', fields: { wort: 'x' }, is: 'A x B' },
  { why: 'an unknown field stays a gap', text: 'A {{mond}}', fields: {}, is: 'A [ERGÄNZEN: mond]' },
])('$why', ({ text, fields, is }) => {
  expect(writeLetter(own(text), { points: '', fields }, CONTEXT).text).toBe(is)
})

test('points have a place even in a letter without a field for them', () => {
  expect(writeLetter(own('A.'), { points: 'das ist da', fields: {} }, CONTEXT).text).toBe('A.\n\nDas ist da.')
})
