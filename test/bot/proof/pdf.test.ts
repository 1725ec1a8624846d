import { describe, expect, test } from '@jest/globals'
import type { Certificate } from '../../../bot/proof/certificate.js'
import { renderPdf } from '../../../bot/proof/pdf.js'
import { certificate, manyModules } from '../../support/certificates.js'
import { readAloud, readPdf, type Tag, tagsOf } from '../../support/read-pdf.js'

const URL = 'https://kompass.neustadt.example/nachweis'
const JWT = 'eyJhbGciOiJFZERTQSJ9.eyJ4IjoxfQ.c2lnbg'
const read = async (changes: Partial<Certificate> = {}, url = URL) =>
  readPdf(await renderPdf(certificate(changes), JWT, url))
const cells = (tag: Tag): string[] => tag.children.map(readAloud)

describe('the page for people', () => {
  test('is read aloud from top to bottom, umlauts and all', async () => {
    const { structure } = await read()
    expect(readAloud(structure)).toBe(
      [
        'Neustadt KI-Pass Jörg Müßig-Übermaß hat den Grundkurs zum Arbeiten mit generativer KI abgeschlossen.',
        'Ausgestellt am 23.11.2026, gültig bis 22.11.2027.',
        'Modul Fassung oder Schulung Datum',
        'Was KI kann und was nicht Fassung 2 20.11.2026',
        'Gute Prompts schreiben Schulung bei Studieninstitut Süd 21.11.2026',
        'So prüfen Sie die Echtheit',
        'Dieser Nachweis ist digital unterschrieben: Die Unterschrift steckt in der Datei nachweis.jwt, die diesem PDF angehängt ist (in Ihrem Leseprogramm unter „Anlagen“). Geben Sie das PDF oder diese Datei auf der folgenden Seite an; eine Anmeldung brauchen Sie nicht:',
        URL,
        'Festgehalten sind nur Person, Modul, Fassung und Datum, keine Antworten und keine Ergebnisse.',
        'Nummer des Nachweises: 3f2b8c1e-58a3-4d0e-9b57-2a6c1d9e7f40',
      ].join(' '),
    )
  })

  test('an example says so first, twice', async () => {
    const { structure, title } = await read({ municipality: { id: 'm', name: 'Musterstadt', example: true } })
    expect(readAloud(structure)).toMatch(
      /^Beispielkommune Musterstadt Beispielkommune Musterstadt: Menschen und Freigaben sind erfunden, .* KI-Pass/,
    )
    expect(title).toBe('KI-Pass: Jörg Müßig-Übermaß')
  })

  test('without a name it gives the id and says why', async () => {
    const { structure, title } = await read({ holder: { id: 'k-4711', name: undefined } })
    expect(readAloud(structure)).toContain('KI-Pass Person mit der Kennung k-4711 hat den')
    expect(readAloud(structure)).toContain('kein Name hinterlegt')
    expect(title).toBe('KI-Pass: k-4711')
  })

  test('a whole course trained elsewhere has no table', async () => {
    const { structure } = await read({ provider: 'Nachbarstadt', modules: [] })
    expect(readAloud(structure)).toContain('durch eine anerkannte Schulung bei Nachbarstadt abgeschlossen')
    expect(tagsOf(structure, 'Table')).toEqual([])
  })

  test.each([
    { why: 'Polish and Turkish', name: 'Łukasz Żółć-Şahin' },
    { why: 'Vietnamese', name: 'Nguyễn Thị Ánh' },
    { why: 'a letter with a mark of its own (DIN 91379)', name: 'C\u0328am K\u0307alt' },
    { why: 'Greek and Cyrillic', name: 'Ελένη Шевченко' },
    { why: 'signs that mean something in XML and PDF', name: 'Anna <b> & "Co" (x) \\' },
  ])('can spell every name: $why', async ({ name }) => {
    const { structure } = await read({ holder: { id: 'x', name } })
    expect(readAloud(structure)).toContain(name)
    expect(readAloud(structure)).toContain('gültig bis')
  })
})

describe('the page for programs', () => {
  test('is tagged German with a title that is shown', async () => {
    expect(await read()).toMatchObject({
      pages: 1,
      lang: 'de-DE',
      tagged: true,
      title: 'KI-Pass: Jörg Müßig-Übermaß',
      showsTitle: true,
    })
  })

  test('has one document, one heading, a second one below it, and a table with headed columns', async () => {
    const { structure } = await read()
    const [document] = tagsOf(structure, 'Document')
    expect(document?.children.map(({ role }) => role)).toEqual([
      ...['P', 'H1', 'P', 'P', 'P', 'Table', 'H2', 'P', 'P', 'P', 'P'],
    ])
    const rows = tagsOf(structure, 'TR')
    expect(rows.map(row => row.children.map(({ role }) => role))).toEqual([
      ['TH', 'TH', 'TH'],
      ['TD', 'TD', 'TD'],
      ['TD', 'TD', 'TD'],
    ])
    expect(rows.map(cells)[1]).toEqual(['Was KI kann und was nicht', 'Fassung 2', '20.11.2026'])
  })

  test('embeds both of its fonts', async () => {
    expect((await read()).fonts).toHaveLength(2)
  })

  test('links to the page that checks it, and says so', async () => {
    const { links, structure } = await read()
    expect(links).toEqual([{ url: URL, hint: `Nachweis prüfen: ${URL}` }])
    expect(tagsOf(structure, 'Link').map(readAloud)).toEqual([URL])
  })

  test('carries the credential unchanged', async () => {
    expect([...(await read()).attachments]).toEqual([['nachweis.jwt', JWT]])
  })

  test('is the same bytes for the same certificate', async () => {
    const [one, two] = await Promise.all([1, 2].map(() => renderPdf(certificate(), JWT, URL)))
    expect(Buffer.from(one ?? []).equals(Buffer.from(two ?? []))).toBe(true)
  })

  test('describes itself in XML that stays whole, whatever people are called', async () => {
    const bytes = await renderPdf(certificate({ holder: { id: 'x', name: 'A & <B>' } }), JWT, URL)
    const xml = /<x:xmpmeta[\s\S]*<\/x:xmpmeta>/.exec(Buffer.from(bytes).toString('utf8'))?.[0] ?? ''
    expect(xml).toContain('KI-Pass: A und  B ')
    expect(xml).not.toMatch(/&(?!\w+;)/)
  })
})

describe('everything stays on one page', () => {
  const long = 'Prof. Dr. Maximiliane Freifrau von und zu Hohenstein-Wallerstein-Öttingen geborene Müllerschön'
  const place = 'Verwaltungsgemeinschaft der Gemeinden Oberunterniederhausen-Überschwarzach und Hinterobermittelbach'
  test.each<{ why: string; changes: Partial<Certificate>; url?: string }>([
    { why: 'a long name', changes: { holder: { id: 'x', name: long } } },
    { why: 'a name of one endless word', changes: { holder: { id: 'x', name: 'Öüß'.repeat(100) } } },
    { why: 'an endless id', changes: { holder: { id: 'x7'.repeat(150), name: undefined } } },
    { why: 'a long municipality', changes: { municipality: { id: 'm', name: `${place} ${place}`, example: true } } },
    { why: 'twenty modules', changes: { modules: manyModules(20) } },
    { why: 'an endless provider', changes: { provider: 'Institut '.repeat(80), modules: manyModules(12) } },
    {
      why: 'a long address',
      changes: {},
      url: `https://${'kompass-'.repeat(20)}.example/${'kommune/'.repeat(8)}nachweis`,
    },
    {
      why: 'all of it at once',
      changes: {
        title: 'Nachweis Digitallotsin oder Digitallotse',
        holder: { id: 'x', name: long },
        municipality: { id: 'm', name: place, example: true },
        modules: manyModules(60),
      },
    },
  ])('$why', async ({ changes, url }) => {
    const { pages, bounds, links } = await read(changes, url)
    expect(pages).toBe(1)
    expect(bounds.bottom).toBeGreaterThan(30)
    expect(bounds.right).toBeLessThan(bounds.width - 40)
    expect(links).toHaveLength(1)
  })

  test('a usual name is never cut, and twenty modules are all there', async () => {
    const { structure } = await read({ holder: { id: 'x', name: long }, modules: manyModules(20) })
    expect(readAloud(structure).replaceAll('- ', '-')).toContain(long)
    expect(tagsOf(structure, 'TR')).toHaveLength(21)
  })

  test('too many modules are counted instead of lost', async () => {
    const rows = tagsOf((await read({ modules: manyModules(60) })).structure, 'TR').map(cells)
    const shown = rows.length - 2
    expect(shown).toBeGreaterThan(20)
    expect(rows[rows.length - 1]?.[0]).toBe(`und ${60 - shown} weitere, alle in der angehängten Datei`)
  })
})
