import { passage, placed, type Row, TRACKED } from './row.js'

export const INSERTING: readonly Row[] = [
  {
    why: 'behind what is selected',
    given: { text: 'Guten «Tag». Ende' },
    act: hosted => placed(hosted.call('insert', passage(' zusammen'), 'selection', TRACKED)),
    gives: { marked: { tracked: 'tracked', framed: 'frame' }, draft: 'k1', already: false },
    text: { tracked: 'Guten Tag{E:k1|[+ zusammen+]}. Ende', framed: 'Guten Tag{E:k1| zusammen}. Ende' },
  },
  {
    why: 'several paragraphs at the end of the document',
    given: { text: '«»Guten Tag' },
    act: hosted => placed(hosted.call('insert', passage('Erstens\nZweitens'), 'end', TRACKED)),
    text: {
      tracked: 'Guten Tag\n{E:k1|[+Erstens+]}\n{E:k1|[+Zweitens+]}',
      framed: 'Guten Tag\n{E:k1|Erstens}\n{E:k1|Zweitens}',
    },
  },
  {
    why: 'line breaks of Windows and of old Macs are breaks like others',
    given: { text: '«»Guten Tag' },
    act: hosted => placed(hosted.call('insert', passage('Eins\r\nZwei\rDrei'), 'end', { tracked: false })),
    text: 'Guten Tag\n{E:k1|Eins}\n{E:k1|Zwei}\n{E:k1|Drei}',
  },
  {
    why: 'building blocks without a mark of AI',
    given: { text: 'Guten Tag.«»' },
    act: hosted =>
      placed(hosted.call('insert', passage(' Wir helfen.', { author: 'blocks' }), 'selection', { tracked: false })),
    gives: { marked: 'none', draft: undefined },
    text: 'Guten Tag. Wir helfen.',
  },
  {
    why: 'the same key once',
    given: { text: 'Guten Tag«»' },
    act: async hosted => {
      await hosted.call('insert', passage(' zusammen'), 'selection', { tracked: false })
      return placed(hosted.call('insert', passage(' zusammen'), 'selection', { tracked: false }))
    },
    gives: { already: true },
    text: 'Guten Tag{E:k1| zusammen}',
  },
  ...[
    { tracked: false, text: 'Guten Tag. Wir helfen.\nImmer.' },
    {
      tracked: true,
      text: {
        tracked: 'Guten Tag.[+ Wir helfen.+]\n[+Immer.+]',
        framed: 'Guten Tag.{I:k1| Wir helfen.}\n{I:k1|Immer.}',
      },
    },
  ].map(
    ({ tracked, text }): Row => ({
      why: `building blocks ${tracked ? 'with' : 'without'} tracking, pressed twice, are written once`,
      given: { text: 'Guten Tag.«»' },
      act: async hosted => {
        const insert = () =>
          placed(hosted.call('insert', passage(' Wir helfen.\nImmer.', { author: 'blocks' }), 'selection', { tracked }))
        const first = await insert()
        return [first, await insert()]
      },
      gives: [{ already: false }, { already: true }],
      text,
    }),
  ),
  {
    why: 'not into a field of somebody else',
    given: { text: 'Name: {Formularfeld|Frau« »Muster}' },
    act: hosted => placed(hosted.call('insert', passage('x'), 'selection', TRACKED)),
    gives: 'foreign',
    text: 'Name: {Formularfeld|Frau Muster}',
  },
  {
    why: 'with the cursor in a draft, behind the draft',
    given: { text: '{E:k7|Wir «»prüfen.} Ende' },
    act: hosted => placed(hosted.call('insert', passage('Neu.'), 'selection', { tracked: false })),
    text: '{E:k7|Wir prüfen.}{E:k1|Neu.} Ende',
  },
  {
    why: 'into a cell of a table, behind what is selected across several',
    given: { text: 'Es «gilt:\n| Hund\n| 20» Euro' },
    act: hosted => placed(hosted.call('insert', passage('!'), 'selection', { tracked: false })),
    text: 'Es gilt:\n| Hund\n| 20{E:k1|!} Euro',
  },
  {
    why: 'beside a field of somebody else, which stays',
    given: { text: 'Name: {Formularfeld|Muster}« »Ende' },
    act: hosted => placed(hosted.call('insert', passage('hier '), 'selection', { tracked: false })),
    text: 'Name: {Formularfeld|Muster} {E:k1|hier }Ende',
  },
  {
    why: 'also when it is selected: written is behind it',
    given: { text: '«Name: {Formularfeld|Muster} » Ende' },
    act: hosted => placed(hosted.call('insert', passage('hier'), 'selection', { tracked: false })),
    text: 'Name: {Formularfeld|Muster} {E:k1|hier} Ende',
  },
  {
    why: 'a document to be read only is left as it is',
    given: { text: 'Guten Tag«»', readOnly: true },
    act: hosted => placed(hosted.call('insert', passage('x'), 'end', TRACKED)),
    gives: 'read-only',
    text: 'Guten Tag',
  },
]
