import { describe, expect, test } from '@jest/globals'
import { checkCompleteness } from '../../../../policies/assistant/completeness/check.js'
import { ownList } from '../../../../policies/assistant/completeness/own-list.js'

const LIST = ownList(
  `Mietvertrag: Vertrag über die Wohnung
Meldebescheinigung: Meldebestätigung
Ausweis: Personalausweis, Reisepass
Nachweis über das Einkommen: Gehaltsabrechnung
Unterschrift: unterschrieben`,
  'Wohngeld',
)

/** Per item: `+` found, `-` missing, `?` unsure, in the order Mietvertrag, Meldebescheinigung, Ausweis, Einkommen, Unterschrift. */
type Row = { why: string; text: string; is: string }

const ROWS: Row[] = [
  { why: 'nothing at all', text: '', is: '-----' },
  { why: 'a list of enclosures', text: 'Anlagen:\n- Mietvertrag\n- Personalausweis', is: '+-+--' },
  { why: 'a list without heading', text: '- Mietvertrag\n- Meldebescheinigung', is: '++---' },
  { why: 'inflected', text: 'Anbei eine Kopie des Mietvertrages und die Meldebescheinigungen.', is: '++---' },
  { why: 'a compound that is the thing', text: 'Anbei der Wohnraummietvertrag.', is: '+----' },
  { why: 'a compound that copies the thing', text: 'Anbei die Mietvertragskopie.', is: '+----' },
  { why: 'a compound that is something else', text: 'Das Mietvertragsende ist offen.', is: '?----' },
  { why: 'another word for it', text: 'Die Gehaltsabrechnung liegt bei.', is: '---+-' },
  { why: 'several words', text: 'Beigefügt ist der Nachweis über mein Einkommen.', is: '---+-' },
  { why: 'several words with others between', text: 'Anbei: Nachweis über das monatliche Einkommen', is: '---+-' },
  { why: 'said to be missing', text: 'Die Meldebescheinigung fehlt.', is: '-----' },
  {
    why: 'said to be missing beside one that is there',
    text: 'Der Mietvertrag liegt bei, die Meldebescheinigung fehlt.',
    is: '+----',
  },
  { why: 'several missing', text: 'Mietvertrag, Ausweis und Meldebescheinigung fehlen noch.', is: '-----' },
  {
    why: 'the word for missing in front',
    text: 'Es fehlen noch Mietvertrag, Ausweis und Meldebescheinigung.',
    is: '-----',
  },
  {
    why: 'one there, then several missing',
    text: 'Der Mietvertrag liegt bei, Ausweis, Meldebescheinigung fehlen.',
    is: '+----',
  },
  { why: 'does not lie with it', text: 'Der Mietvertrag liegt leider nicht bei.', is: '-----' },
  { why: 'comes later', text: 'Den Mietvertrag reiche ich nächste Woche nach.', is: '-----' },
  { why: 'no and without', text: 'Der Antrag kam ohne Mietvertrag und trägt keine Unterschrift.', is: '-----' },
  {
    why: 'missing in a list',
    text: 'Es fehlen:\n- Mietvertrag\n- Ausweis\n\nAnlagen:\n- Meldebescheinigung',
    is: '-+---',
  },
  { why: 'does not miss', text: 'Der Mietvertrag fehlt nicht.', is: '+----' },
  { why: 'an empty field', text: 'Name: Kim Sommer\nUnterschrift: ______', is: '-----' },
  { why: 'an empty field at the end', text: 'Datum: 3.11.\nUnterschrift:', is: '-----' },
  { why: 'a field in which the next one follows', text: 'Unterschrift:\nDatum: 3.11.', is: '-----' },
  { why: 'a filled field', text: 'Unterschrift: K. Sommer\nAusweis: L01X00T47', is: '--+-+' },
  {
    why: 'a field filled with no',
    text: 'Mietvertrag: nein\nAusweis: ja\nMeldebescheinigung: wird nachgereicht',
    is: '--+--',
  },
  {
    why: 'the line to sign on, empty, with its name below',
    text: 'Ort, Datum\n____________\nUnterschrift',
    is: '-----',
  },
  { why: 'boxes', text: '☒ Mietvertrag\n☐ Meldebescheinigung\n[x] Ausweis\n[ ] Unterschrift', is: '+-+--' },
  { why: 'boxes on one line', text: '☒ Mietvertrag ☐ Meldebescheinigung', is: '+----' },
  { why: 'a table', text: 'Mietvertrag | ja\nAusweis | nein', is: '+----' },
  { why: 'demanded only', text: 'Bitte legen Sie den Mietvertrag vor. Der Ausweis ist mitzubringen.', is: '?-?--' },
  { why: 'demanded in a list', text: 'Folgende Unterlagen sind beizufügen:\n- Mietvertrag\n- Ausweis', is: '?-?--' },
  { why: 'asked', text: 'Brauchen Sie auch den Mietvertrag?', is: '?----' },
  { why: 'mentioned in passing', text: 'In meinem Mietvertrag steht etwas von einer Staffelmiete.', is: '?----' },
  { why: 'there and missing', text: 'Anlagen:\n- Mietvertrag\n\nDer Mietvertrag fehlt leider noch.', is: '?----' },
  { why: 'not needed', text: 'Die Meldebescheinigung entfällt.', is: '-?---' },
  { why: 'signed', text: 'Der Antrag ist unterschrieben.', is: '----+' },
  { why: 'not signed', text: 'Der Antrag ist noch nicht unterschrieben.', is: '-----' },
  { why: 'umlauts written as two letters', text: 'Anbei die Meldebestaetigung.', is: '-+---' },
]

const SIGNS = { found: '+', missing: '-', unsure: '?' }

describe('what is there, what is missing, what is unclear', () => {
  test.each(ROWS)('$why', ({ text, is }) => {
    const { items } = checkCompleteness(text, LIST)
    expect(items.map(({ state }) => SIGNS[state.kind]).join('')).toBe(is)
  })

  test('says where', () => {
    const text = 'Der Mietvertrag liegt bei, die Meldebescheinigung fehlt. Unterschrift: ____'
    const { items } = checkCompleteness(text, LIST)
    const said = items.map(({ state }) => [state.kind, state.where && text.slice(state.where.start, state.where.end)])
    expect(said).toEqual([
      ['found', 'Mietvertrag'],
      ['missing', 'Meldebescheinigung'],
      ['missing', undefined],
      ['missing', undefined],
      ['missing', 'Unterschrift'],
    ])
  })

  test('says why', () => {
    const text =
      'Den Mietvertrag bitte beifügen.\nDie Meldebescheinigung fehlt.\nUnterschrift: ____\nAusweisnummer: 4711'
    const states = checkCompleteness(text, LIST).items.map(({ state }) =>
      'because' in state ? state.because : state.kind,
    )
    expect(states).toEqual(['asked-for', 'said-missing', 'similar', 'not-named', 'left-empty'])
  })
})
