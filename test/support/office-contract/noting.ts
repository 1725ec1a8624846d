import type { Row } from './row.js'

export const NOTING: readonly Row[] = [
  {
    why: 'a Vermerk at the end, once',
    given: { text: 'Text.' },
    act: async hosted => {
      await hosted.call('addVermerk', 'KI-Vermerk: geprüft.', 'end')
      await hosted.call('addVermerk', 'KI-Vermerk: geprüft.', 'end')
    },
    text: 'Text.\nKI-Vermerk: geprüft.',
  },
  {
    why: 'Vermerke as properties, each once',
    given: { text: 'Text.' },
    act: async hosted => {
      for (const text of ['Erster', 'Zweiter', 'Erster']) await hosted.call('addVermerk', text, 'property')
      return Promise.all(
        ['KI-Vermerk', 'KI-Vermerk 2', 'KI-Vermerk 3'].map(async name => {
          const read = await hosted.call('property', name)
          return read.kind === 'done' && read.value
        }),
      )
    },
    gives: ['Erster', 'Zweiter', undefined],
  },
  {
    why: 'a property is set, changed and taken away',
    given: { text: 'Text.', properties: { Verfahren: 'alt' } },
    act: async hosted => {
      const seen: unknown[] = []
      const look = async () => seen.push((await hosted.call('property', 'Verfahren')) as unknown)
      await look()
      await hosted.call('setProperty', 'Verfahren', 'Hundesteuer')
      await look()
      await hosted.call('setProperty', 'Verfahren', undefined)
      await hosted.call('setProperty', 'Verfahren', undefined)
      await look()
      return seen.map(read => (read as { value?: string }).value)
    },
    gives: ['alt', 'Hundesteuer', undefined],
  },
  {
    why: 'Word cuts a property that is too long: refused instead',
    given: { text: 'Text.' },
    act: hosted => hosted.call('setProperty', 'Verfahren', 'x'.repeat(256)),
    gives: { kind: 'failed', failure: 'unsupported' },
  },
  {
    why: 'a document to be read only takes neither Vermerk nor property, and says why',
    given: { text: 'Text.', readOnly: true },
    act: async hosted =>
      Promise.all([
        hosted.call('addVermerk', 'KI-Vermerk: geprüft.', 'end'),
        hosted.call('addVermerk', 'KI-Vermerk: geprüft.', 'property'),
        hosted.call('setProperty', 'Verfahren', 'Hundesteuer'),
      ]),
    gives: Array(3).fill({ kind: 'failed', failure: 'read-only' }),
    text: 'Text.',
  },
  {
    why: 'markings: labels of the document, header, footer and other properties',
    given: {
      text: 'Text.',
      headers: ['VS – Nur für den Dienstgebrauch'],
      footers: ['nichtöffentlich'],
      properties: { MSIP_Label_ab12_Name: 'Vertraulich', MSIP_Label_ab12_Enabled: 'true', Aktenzeichen: '10-24' },
    },
    act: async hosted => {
      const read = await hosted.call('readMarkings')
      return read.kind === 'done' && { labels: read.markings.labels, texts: read.markings.texts }
    },
    gives: {
      labels: [{ id: 'ab12', name: 'Vertraulich', enabled: true }],
      texts: [
        { part: 'header', text: 'VS – Nur für den Dienstgebrauch' },
        { part: 'footer', text: 'nichtöffentlich' },
        { part: 'property', text: '10-24' },
      ],
    },
  },
]
