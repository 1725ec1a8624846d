import type { Edit } from '../../../addin/office/document.js'
import { exchange, placed, type Row, TRACKED } from './row.js'

/** How a change is marked, where it is refused, and that it is made once. */
export const MARKING: readonly Row[] = [
  {
    why: 'building blocks leave no mark of AI; a Word that cannot track frames them all the same',
    given: { text: '«Alter Text.»' },
    act: hosted => exchange(hosted, 'Neuer Text.', { author: 'blocks' }),
    gives: {
      marked: { tracked: 'tracked', framed: 'frame' },
      draft: { tracked: undefined, framed: 'k1' },
    },
    text: { tracked: '[-Alter-][+Neuer+] Text.', framed: '{I:k1|Neuer Text.}' },
  },
  {
    why: 'without the wish to track, a model’s words are still framed',
    given: { text: '«Alter Text.»' },
    act: hosted => exchange(hosted, 'Neuer Text.', {}, { tracked: false }),
    gives: { marked: 'frame', draft: 'k1' },
    text: '{E:k1|Neuer Text.}',
  },
  {
    why: 'without the wish to track, building blocks are plain',
    given: { text: '«Alter Text.»' },
    act: hosted => exchange(hosted, 'Neuer Text.', { author: 'blocks' }, { tracked: false }),
    gives: { marked: 'none', draft: undefined },
    text: 'Neuer Text.',
  },
  {
    why: 'across cells of a table, as long as no cell comes or goes',
    given: { text: 'Es «gilt:\n| Hund klein\n| 20» Euro' },
    act: hosted => exchange(hosted, 'gilt:\nHund groß\n30'),
    text: {
      tracked: 'Es {E:k1|gilt:}\n| {E:k1|Hund [-klein-][+groß+]}\n| {E:k1|[-20-][+30+]} Euro',
      framed: 'Es {E:k1|gilt:}\n| {E:k1|Hund groß}\n| {E:k1|30} Euro',
    },
  },
  {
    why: 'a table’s cells are never made or lost',
    given: { text: '| «Hund\n| 20 Euro»' },
    act: hosted => exchange(hosted, 'Hund: 20 Euro'),
    gives: 'table',
    text: '| Hund\n| 20 Euro',
  },
  {
    why: 'from a table into the text behind it',
    given: { text: '| Hund «klein\n| 20\nEuro» im Jahr' },
    act: hosted => exchange(hosted, 'groß\n30\nEuro'),
    text: {
      tracked: '| Hund {E:k1|[-klein-][+groß+]}\n| {E:k1|[-20-][+30+]}\n{E:k1|Euro} im Jahr',
      framed: '| Hund {E:k1|groß}\n| {E:k1|30}\n{E:k1|Euro} im Jahr',
    },
  },
  {
    why: 'a cell more is refused too, wherever it would come',
    given: { text: 'Es «gilt:\n| Hund\n| 20» Euro' },
    act: hosted => exchange(hosted, 'Es gilt:\nHund\n20\nKatze'),
    gives: 'table',
    text: 'Es gilt:\n| Hund\n| 20 Euro',
  },
  {
    why: 'a selection that begins or ends in a field of somebody else is not touched',
    given: { text: 'Vor «Text {Formularfeld|Frau» Muster} nach' },
    act: hosted => exchange(hosted, 'Text Herr'),
    gives: 'foreign',
    text: 'Vor Text {Formularfeld|Frau Muster} nach',
  },
  {
    why: 'a form field of somebody else is not touched',
    given: { text: 'Name: {Formularfeld|«Frau Muster»}' },
    act: hosted => exchange(hosted, 'Herr Muster'),
    gives: 'foreign',
    text: 'Name: {Formularfeld|Frau Muster}',
  },
  {
    why: 'a document to be read only is left as it is',
    given: { text: '«Alter Text.»', readOnly: true },
    act: hosted => exchange(hosted, 'Neuer Text.'),
    gives: 'read-only',
    text: 'Alter Text.',
  },
  {
    why: 'a place that reads otherwise than when it was read is left alone',
    given: { text: '«Alter Text.»' },
    act: hosted => exchange(hosted, 'Neuer Text.', { before: 'Anderer Text.' }),
    gives: 'changed',
    text: 'Alter Text.',
  },
  {
    why: 'a place nobody knows is gone',
    given: { text: '«Alter Text.»' },
    act: hosted => exchange(hosted, 'Neuer Text.', { place: '99' }),
    gives: 'gone',
    text: 'Alter Text.',
  },
  {
    why: 'a second call with the same key finds the first’s work',
    given: { text: '«Alter Text.»' },
    act: async hosted => {
      const read = await hosted.call('readSelection')
      if (read.kind === 'failed') return read.failure
      const edit: Edit = {
        key: 'k1',
        author: 'model',
        place: read.selection.place,
        before: 'Alter Text.',
        after: 'Neuer Text.',
      }
      await hosted.call('apply', edit, TRACKED)
      return placed(hosted.call('apply', edit, TRACKED))
    },
    gives: { already: true, draft: 'k1' },
    text: { tracked: '{E:k1|[-Alter-][+Neuer+] Text.}', framed: '{E:k1|Neuer Text.}' },
  },
  {
    why: 'building blocks leave no frame to be found by: what stands there tells that it is done',
    given: { text: '«Alter Text hier.» Ende' },
    act: async hosted => {
      const read = await hosted.call('readSelection')
      if (read.kind === 'failed') return read.failure
      const { place, text } = read.selection
      const edit: Edit = { key: 'k1', author: 'blocks', place, before: text, after: 'Neuer Text hier.' }
      await hosted.call('apply', edit, { tracked: false })
      return placed(hosted.call('apply', edit, { tracked: false }))
    },
    gives: { already: true, draft: undefined },
    text: 'Neuer Text hier. Ende',
  },
  {
    why: 'pressed twice at once is written once',
    given: { text: '«Alter Text.»' },
    act: async hosted => {
      const read = await hosted.call('readSelection')
      if (read.kind === 'failed') return read.failure
      const { place, text } = read.selection
      const edit: Edit = { key: 'k1', author: 'model', place, before: text, after: 'Alter Text, neu.' }
      await Promise.all([hosted.call('apply', edit, TRACKED), hosted.call('apply', edit, TRACKED)])
    },
    text: { tracked: '{E:k1|Alter [-Text.-][+Text, neu.+]}', framed: '{E:k1|Alter Text, neu.}' },
  },
  {
    why: 'what lies in a draft stays in that draft',
    given: { text: '{E:k7|Wir «prüfen» das.}' },
    act: hosted => exchange(hosted, 'klären'),
    gives: { draft: 'k7' },
    text: { tracked: '{E:k7|Wir [-prüfen-][+klären+] das.}', framed: '{E:k7|Wir klären das.}' },
  },
]
