import type { Draft, Edit, Failure, Label, Passage, Placed, Selection } from '../../addin/office/document.js'
import type { Hosted } from './office-hosted.js'
import type { Given } from './office-word.js'

/** A text that depends on what the document can do. */
type ByMarks = string | { readonly tracked: string; readonly framed: string }

type Row = {
  readonly why: string
  readonly given: Given
  readonly act: (hosted: Hosted) => Promise<unknown>
  /** What `act` gives back, as far as it is named here. */
  readonly gives?: unknown
  /** How the document reads afterwards. */
  readonly text?: ByMarks
}

const TRACKED = { tracked: true }

export const passage = (text: string, changes: Partial<Passage> = {}): Passage => ({
  key: 'k1',
  text,
  author: 'model',
  ...changes,
})

/** Reads the selection and turns it into another text, as the pane does. */
export async function exchange(
  hosted: Hosted,
  after: string,
  changes: Partial<Edit> = {},
  wish = TRACKED,
): Promise<Placed | Failure> {
  const read = await hosted.call('readSelection')
  if (read.kind === 'failed') return read.failure
  const { place, text } = read.selection
  const edit: Edit = { key: 'k1', author: 'model', place, before: text, after, ...changes }
  return placed(hosted.call('apply', edit, wish))
}

export async function placed(work: Promise<unknown>): Promise<Placed | Failure> {
  const outcome = (await work) as ({ kind: 'done' } & Placed) | { kind: 'failed'; failure: Failure }
  if (outcome.kind === 'failed') return outcome.failure
  const { marked, draft, already } = outcome
  return { marked, draft, already }
}

const selection = async (hosted: Hosted): Promise<Omit<Selection, 'place'> | Failure> => {
  const read = await hosted.call('readSelection')
  if (read.kind === 'failed') return read.failure
  const { place, ...rest } = read.selection
  return rest
}

const drafts = async (hosted: Hosted): Promise<readonly Draft[] | Failure> => {
  const listed = await hosted.call('listDrafts')
  return listed.kind === 'done' ? listed.drafts : listed.failure
}

const take = async (hosted: Hosted, draft: string, label: Label): Promise<string> => {
  const outcome = await hosted.call('takeOver', draft, label)
  return outcome.kind === 'done' ? outcome.label : outcome.failure
}

const READING: readonly Row[] = [
  {
    why: 'a part of a paragraph',
    given: { text: 'Die «Gebühr beträgt» 20 Euro.' },
    act: selection,
    gives: {
      text: 'Gebühr beträgt',
      paragraphs: [{ text: 'Gebühr beträgt', inTable: false }],
      change: 'possible',
      draft: undefined,
    },
  },
  {
    why: 'parts of two paragraphs and all of the one between',
    given: { text: 'Sehr «geehrte Frau Muster,\nIhr Antrag liegt vor.\nWir» prüfen ihn.' },
    act: selection,
    gives: { text: 'geehrte Frau Muster,\nIhr Antrag liegt vor.\nWir' },
  },
  {
    why: 'the words as they read now, not what tracked changes have taken out',
    given: { text: '«Die [-alte-][+neue+] Satzung» gilt.' },
    act: selection,
    gives: { text: { tracked: 'Die neue Satzung', framed: 'Die alteneue Satzung' } },
  },
  {
    why: 'from before a table into it',
    given: { text: 'Es «gilt:\n| Hund\n| 20» Euro' },
    act: selection,
    gives: {
      paragraphs: [
        { text: 'gilt:', inTable: false },
        { text: 'Hund', inTable: true },
        { text: '20', inTable: true },
      ],
    },
  },
  {
    why: 'a cursor alone selects nothing',
    given: { text: 'Die Gebühr«» beträgt 20 Euro.' },
    act: selection,
    gives: { text: '', change: 'possible' },
  },
  {
    why: 'a field of a form belongs to somebody else',
    given: { text: 'Name: {Formularfeld|Frau «Muster»}' },
    act: selection,
    gives: { text: 'Muster', change: 'foreign' },
  },
  {
    why: 'so does what holds such a field',
    given: { text: '«Name: {Formularfeld|Frau Muster}, hier»' },
    act: selection,
    gives: { change: 'foreign' },
  },
  {
    why: 'inside a draft, the draft is named',
    given: { text: 'Guten Tag. {E:k7|Wir «prüfen» das.}' },
    act: selection,
    gives: { text: 'prüfen', change: 'possible', draft: 'k7' },
  },
  {
    why: 'a document to be read only says so',
    given: { text: 'Die «Gebühr».', readOnly: true },
    act: selection,
    gives: { text: 'Gebühr', change: 'read-only' },
  },
]

const CHANGING: readonly Row[] = [
  {
    why: 'only the words that differ change',
    given: { text: 'Die «Gebühr beträgt 20 Euro», sofort.' },
    act: hosted => exchange(hosted, 'Abgabe beträgt 25 Euro'),
    gives: { marked: { tracked: 'tracked', framed: 'frame' }, draft: 'k1', already: false },
    text: {
      tracked: 'Die {E:k1|[-Gebühr-][+Abgabe+] beträgt [-20-][+25+] Euro}, sofort.',
      framed: 'Die {E:k1|Abgabe beträgt 25 Euro}, sofort.',
    },
  },
  {
    why: 'a word more',
    given: { text: '«Die Gebühr steigt.»' },
    act: hosted => exchange(hosted, 'Die neue Gebühr steigt.'),
    text: { tracked: '{E:k1|Die [+neue +]Gebühr steigt.}', framed: '{E:k1|Die neue Gebühr steigt.}' },
  },
  {
    why: 'a word less',
    given: { text: '«Die neue Gebühr steigt.»' },
    act: hosted => exchange(hosted, 'Die Gebühr steigt.'),
    text: { tracked: '{E:k1|Die [-neue -]Gebühr steigt.}', framed: '{E:k1|Die Gebühr steigt.}' },
  },
  {
    why: 'words at the end',
    given: { text: 'Wir «prüfen das» heute.' },
    act: hosted => exchange(hosted, 'prüfen das gern'),
    text: { tracked: 'Wir {E:k1|prüfen das[+ gern+]} heute.', framed: 'Wir {E:k1|prüfen das gern} heute.' },
  },
  {
    why: 'each paragraph for itself; what is the same is left alone',
    given: { text: '«Erstens alt.\nZweitens bleibt.\nDrittens alt.»' },
    act: hosted => exchange(hosted, 'Erstens neu.\nZweitens bleibt.\nDrittens neu.'),
    text: {
      tracked: '{E:k1|Erstens [-alt.-][+neu.+]}\n{E:k1|Zweitens bleibt.}\n{E:k1|Drittens [-alt.-][+neu.+]}',
      framed: '{E:k1|Erstens neu.}\n{E:k1|Zweitens bleibt.}\n{E:k1|Drittens neu.}',
    },
  },
  {
    why: 'a paragraph more',
    given: { text: '«Anfang hier.\nEnde hier.»' },
    act: hosted => exchange(hosted, 'Anfang hier.\nMitte kommt dazu.\nEnde hier.'),
    text: {
      tracked: '{E:k1|Anfang hier.}\n{E:k1|[+Mitte kommt dazu.+]}\n{E:k1|Ende hier.}',
      framed: '{E:k1|Anfang hier.}\n{E:k1|Mitte kommt dazu.}\n{E:k1|Ende hier.}',
    },
  },
  {
    why: 'a paragraph less',
    given: { text: '«Anfang hier.\nMitte geht weg.\nEnde hier.»' },
    act: hosted => exchange(hosted, 'Anfang hier.\nEnde hier.'),
    text: {
      tracked: '{E:k1|Anfang hier.}\n{E:k1|[-Mitte geht weg.-]}\n{E:k1|Ende hier.}',
      framed: '{E:k1|Anfang hier.}\n{E:k1|Ende hier.}',
    },
  },
  {
    why: 'one sentence becomes three paragraphs',
    given: { text: 'Gruß\n«Alles in einem.»\nEnde' },
    act: hosted => exchange(hosted, 'Alles in einem.\nUnd zwei.\nUnd drei.'),
    text: {
      tracked: 'Gruß\n{E:k1|Alles in einem.}\n{E:k1|[+Und zwei.+]}\n{E:k1|[+Und drei.+]}\nEnde',
      framed: 'Gruß\n{E:k1|Alles in einem.}\n{E:k1|Und zwei.}\n{E:k1|Und drei.}\nEnde',
    },
  },
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
    gives: 'unsupported',
    text: '| Hund\n| 20 Euro',
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

const INSERTING: readonly Row[] = [
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
    why: 'a document to be read only is left as it is',
    given: { text: 'Guten Tag«»', readOnly: true },
    act: hosted => placed(hosted.call('insert', passage('x'), 'end', TRACKED)),
    gives: 'read-only',
    text: 'Guten Tag',
  },
]

const LABEL = 'Mit KI-Unterstützung erstellt.'

const TAKING: readonly Row[] = [
  {
    why: 'drafts are listed with their texts; other controls are none',
    given: {
      text: '{E:k1|Eins.} Text {Formularfeld|x}\n{E:k2|Zwei\n{E:k2|und drei.} {I:k3|Baustein.}'.replace(
        'Zwei\n',
        'Zwei}\n',
      ),
    },
    act: drafts,
    gives: [
      { id: 'k1', kind: 'draft', text: 'Eins.' },
      { id: 'k2', kind: 'draft', text: 'Zwei\nund drei.' },
      { id: 'k3', kind: 'insertion', text: 'Baustein.' },
    ],
  },
  {
    why: 'no drafts, no list',
    given: { text: 'Nur Text.' },
    act: drafts,
    gives: [],
  },
  {
    why: 'the frame goes, the text stays',
    given: { text: 'Vorher {E:k1|Entwurf.} danach' },
    act: hosted => take(hosted, 'k1', { kind: 'none' }),
    gives: 'none',
    text: 'Vorher Entwurf. danach',
  },
  {
    why: 'a label in brackets stands at the end',
    given: { text: '{E:k1|Entwurf.} danach' },
    act: hosted => take(hosted, 'k1', { kind: 'bracket', text: LABEL }),
    gives: 'bracket',
    text: `Entwurf. [${LABEL}] danach`,
  },
  {
    why: 'only the draft that was named is taken over',
    given: { text: '{E:k1|Eins.} {E:k2|Zwei.}' },
    act: hosted => take(hosted, 'k2', { kind: 'none' }),
    text: '{E:k1|Eins.} Zwei.',
  },
  {
    why: 'tracked changes in it stay for whoever decides on them',
    given: { text: '{E:k1|Die [-alte-][+neue+] Satzung}' },
    act: hosted => take(hosted, 'k1', { kind: 'none' }),
    text: 'Die [-alte-][+neue+] Satzung',
  },
  {
    why: 'a draft that is not there is gone',
    given: { text: '{E:k1|Eins.}' },
    act: hosted => take(hosted, 'k9', { kind: 'none' }),
    gives: 'gone',
    text: '{E:k1|Eins.}',
  },
  {
    why: 'a draft is shown',
    given: { text: '«»Anfang\n{E:k1|Entwurf.}' },
    act: async hosted => {
      await hosted.call('select', 'k1')
      return hosted.selected()
    },
    gives: 'Entwurf.',
  },
]

const NOTING: readonly Row[] = [
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

export const CONTRACT: Readonly<Record<string, readonly Row[]>> = {
  'reading the selection': READING,
  'changing the selection': CHANGING,
  inserting: INSERTING,
  'taking over': TAKING,
  'notes and markings': NOTING,
}

/** What a row expects of a document that can (or cannot) track. */
export function expected(value: unknown, tracked: boolean): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(item => expected(item, tracked))
  if ('tracked' in value && 'framed' in value) return tracked ? value.tracked : value.framed
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, expected(inner, tracked)]))
}

/**
 * How much of the same is struck out and written again differs: Word hands out words with the space or the full stop after
 * them. Here what both sides of an exchange have in common is put outside.
 */
export const tidied = (text: string): string =>
  text.replace(/\[-([^\]]{1,200})-\]\[\+([^\]]{1,200})\+\]/g, (_, old: string, fresh: string) => {
    const most = Math.min(old.length, fresh.length)
    let [start, end] = [0, 0]
    while (start < most && old[start] === fresh[start]) start++
    while (end < most - start && old.at(-1 - end) === fresh.at(-1 - end)) end++
    const [gone, come] = [old.slice(start, old.length - end), fresh.slice(start, fresh.length - end)]
    const marks = (gone && `[-${gone}-]`) + (come && `[+${come}+]`)
    return old.slice(0, start) + marks + old.slice(old.length - end)
  })
