import { describe, expect, test } from '@jest/globals'
import { syllables } from '../../../../policies/assistant/readability/syllables.js'

/** Words with their spoken syllables, counted by hand. */
const TABLE: Record<string, { why: string; words: string }[]> = {
  1: [
    { why: 'one vowel', words: 'Amt Stadt Rat Kind Frist Haus Zeit Ei Uhr Weg Brief' },
    { why: 'two letters, one sound', words: 'Staat Saal See Zoo Boot Mai neu frei Baum Raum viel die' },
    { why: 'as spoken in English or French', words: 'Team Queue Coach' },
  ],
  2: [
    { why: 'a vowel alone is a syllable', words: 'Abend aber Ofen Uhu Idee' },
    { why: 'endings', words: 'Bürger Antrag Gebühr Vertrag' },
    { why: 'a diphthong and an ending', words: 'Bauer Steuer Feuer Frauen neue Bayern' },
    { why: 'an h that only lengthens', words: 'gehen sehen früher Ehe' },
    { why: 'the glide of -tion, -ion and -ium', words: 'Nation Aktion Union Studium Radio sozial' },
    { why: 'ie without stress', words: 'Linie Ferien Studie Medien' },
    { why: 'u behind q', words: 'Quelle bequem Quote' },
    { why: 'two vowels that do not belong together', words: 'Duell zuerst naiv Chaos Klient Bio' },
    { why: 'prefix before a vowel', words: 'geehrt geimpft geerbt' },
    { why: 'foreign', words: 'online Service Niveau E-Mail loyal' },
    { why: 'letters spelled, or read as a word', words: 'KI EU IBAN KITA' },
  ],
  3: [
    { why: 'many parts', words: 'Rathausplatz Bauausschuss Verwaltung Genehmigt Mietvertrag' },
    { why: 'Familie, decided: as spoken', words: 'Familie Italien Kriterien Prinzipien' },
    { why: 'the glide', words: 'Material Reaktion Spezialist Ingenieur' },
    { why: 'no glide in the first syllable or behind two consonants', words: 'Dialog Patriot Diagramm' },
    {
      why: 'two vowels that do not belong together',
      words: 'Beamte Theater aktuell Januar Museum Ideen Museen Theorie Video Ruine',
    },
    { why: 'the stressed ie and an ending', words: 'Kopien' },
    { why: 'prefix before a vowel', words: 'beenden geeignet beeilen geändert' },
    { why: 'capitals spelled', words: 'PDF USA' },
  ],
  4: [
    { why: 'compounds', words: 'Bebauungsplan Bürgerbüro Einwohneramt Wohngeldantrag Neuauflage' },
    { why: 'the glide', words: 'Ministerium Koalition' },
    { why: 'no glide', words: 'Biologie Priorität Hygiene' },
    { why: 'two vowels that do not belong together', words: 'Jubiläum europäisch Theorien Industrien' },
    { why: 'prefix before a vowel', words: 'beurteilen beurkunden beinhalten beerdigen Beauftragte' },
    { why: 'capitals and words without a vowel', words: 'GmbH' },
  ],
  5: [
    { why: 'compounds', words: 'Steuererklärung Führungszeugnisse Bauordnungsämter' },
    { why: 'the rest', words: 'individuell Koordination Initiative kontinuierlich DSGVO' },
  ],
  6: [{ why: 'long ones', words: 'aktualisieren Haushaltsausschusssitzung Meldebescheinigung' }],
  7: [{ why: 'long ones', words: 'Datenschutzbeauftragte' }],
}

const ROWS = Object.entries(TABLE).flatMap(([count, groups]) =>
  groups.flatMap(({ why, words }) => words.split(' ').map(word => ({ why, word, count: Number(count) }))),
)

describe('syllables of German words as they are spoken', () => {
  test('the table is long enough to mean something', () => expect(ROWS.length).toBeGreaterThanOrEqual(120))

  test.each(ROWS)('$word has $count ($why)', ({ word, count }) => expect(syllables(word)).toBe(count))

  test('nothing at all has none', () => expect(syllables('')).toBe(0))
})
