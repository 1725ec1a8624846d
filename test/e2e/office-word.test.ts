import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import type { Browser } from 'playwright-core'
import type { Edit } from '../../addin/office/document.js'
import { openBrowser } from '../support/browser.js'
import { bundlePane } from '../support/office-bundle.js'
import { exchange, passage, placed, tidied } from '../support/office-contract/row.js'
import { type Hosted, hostPanes, hostWord } from '../support/office-hosted.js'
import { openWordWindow, type WordWindow } from '../support/office-window.js'
import type { Given, Word } from '../support/office-word.js'

jest.setTimeout(120_000)

let browser: Browser
let window: WordWindow
beforeAll(async () => {
  browser = await openBrowser()
  window = await openWordWindow(browser, await bundlePane())
})
afterAll(() => browser?.close())

async function inWord(given: Given, set = 1.8): Promise<{ readonly hosted: Hosted; readonly word: Word }> {
  const hosted = await hostWord(window, given, set)
  if (!hosted.word) throw new Error('no Word')
  return { hosted, word: hosted.word }
}

const TRACKED = { tracked: true }
const OLD = '«Erstens alt.\nZweitens bleibt.\nDrittens alt.»'
const NEW = 'Erstens neu.\nZweitens bleibt.\nDrittens ganz neu.\nViertens.'
const NEW_TRACKED =
  '{E:k1|Erstens [-alt.-][+neu.+]}\n{E:k1|Zweitens bleibt.}\n{E:k1|Drittens [-alt.-][+ganz neu.+]}\n{E:k1|[+Viertens.+]}'
const NEW_FRAMED = '{E:k1|Erstens neu.}\n{E:k1|Zweitens bleibt.}\n{E:k1|Drittens ganz neu.}\n{E:k1|Viertens.}'

/** The edit the pane keeps, to try again with. */
async function editOf(hosted: Hosted, after: string): Promise<Edit> {
  const read = await hosted.call('readSelection')
  if (read.kind === 'failed') throw new Error(read.failure)
  const { place, text } = read.selection
  return { key: 'k1', author: 'model', place, before: text, after }
}

describe('when Word breaks off in the middle', () => {
  type Way = {
    why: string
    set: number
    author: 'model' | 'blocks'
    tracked: boolean
    changed: string
    inserted: string
  }
  const WAYS: readonly Way[] = [
    {
      why: 'a model’s text, tracked',
      set: 1.8,
      author: 'model',
      tracked: true,
      changed: NEW_TRACKED,
      inserted: 'Guten Tag.{E:k1|[+ Wir helfen.+]}',
    },
    {
      why: 'a model’s text in a Word that cannot track',
      set: 1.3,
      author: 'model',
      tracked: true,
      changed: NEW_FRAMED,
      inserted: 'Guten Tag.{E:k1| Wir helfen.}',
    },
    {
      why: 'building blocks, tracked',
      set: 1.4,
      author: 'blocks',
      tracked: true,
      changed: NEW_TRACKED.replaceAll(/\{E:k1\||\}/g, ''),
      inserted: 'Guten Tag.[+ Wir helfen.+]',
    },
    {
      why: 'building blocks without a trace',
      set: 1.8,
      author: 'blocks',
      tracked: false,
      changed: NEW,
      inserted: 'Guten Tag. Wir helfen.',
    },
  ]
  const DRAFT = { model: 'k1', blocks: undefined }
  const TITLE = { model: ['KI-Entwurf – noch nicht geprüft'], blocks: [] }

  /** What goes wrong: a write that fails, or an answer that gets lost though Word has done its work. */
  type Trouble = { name: string; cause: (word: Word) => void }
  const troubles = (writes: number, batches: number): Trouble[] => [
    ...Array.from({ length: writes }, (_, at) => ({
      name: `write ${at + 1} fails`,
      cause: (word: Word) => word.failWith({ write: at + 1, code: 'GeneralException' }),
    })),
    ...Array.from({ length: batches }, (_, at) => ({
      name: `answer ${at + 1} is lost`,
      cause: (word: Word) => word.loseAnswer(at + 1),
    })),
  ]
  const cases = (writes: number, batches: number) =>
    WAYS.flatMap(way => troubles(writes, batches).map(trouble => [way.why, trouble.name, way, trouble] as const))

  test.each(cases(15, 15))('a change is led to the same end by the next try: %s, %s', async (_, __, way, trouble) => {
    const { hosted, word } = await inWord({ text: OLD }, way.set)
    const edit = { ...(await editOf(hosted, NEW)), author: way.author }
    trouble.cause(word)
    const first = await placed(hosted.call('apply', edit, { tracked: way.tracked }))
    word.heal()
    if (first === 'unknown') {
      const again = await placed(hosted.call('apply', edit, { tracked: way.tracked }))
      expect(again).toMatchObject({ draft: DRAFT[way.author] })
    }
    expect(tidied(word.text())).toBe(tidied(way.changed))
    expect(word.titles()).toEqual(TITLE[way.author])
    expect(word.tracking()).toBe('Off')
  })

  test.each(cases(10, 12))('an insertion is written once: %s, %s', async (_, __, way, trouble) => {
    const { hosted, word } = await inWord({ text: 'Guten Tag.«»' }, way.set)
    const insert = () =>
      placed(
        hosted.call('insert', passage(' Wir helfen.', { author: way.author }), 'selection', { tracked: way.tracked }),
      )
    trouble.cause(word)
    const first = await insert()
    word.heal()
    if (first === 'unknown') expect(await insert()).toMatchObject({ draft: DRAFT[way.author] })
    expect(word.text()).toBe(way.inserted)
    expect(word.titles()).toEqual(TITLE[way.author])
    expect(word.tracking()).toBe('Off')
  })

  test.each(cases(8, 0))('so is one at the end: %s, %s', async (_, __, way, trouble) => {
    const { hosted, word } = await inWord({ text: '«»Guten Tag.' }, way.set)
    const insert = () =>
      placed(hosted.call('insert', passage('Eins.\nZwei.', { author: way.author }), 'end', { tracked: way.tracked }))
    trouble.cause(word)
    const first = await insert()
    word.heal()
    if (first === 'unknown') expect(await insert()).toMatchObject({ draft: DRAFT[way.author] })
    expect(word.text().split('Eins.').length).toBe(2)
    expect(word.titles()).toEqual(TITLE[way.author])
  })

  test('a frame in which somebody has put a field meanwhile is left alone', async () => {
    const { hosted, word } = await inWord({ text: 'Guten Tag.«»' })
    const insert = () => placed(hosted.call('insert', passage(' Neu.'), 'selection', TRACKED))
    // The frame and its text are there, its end is not.
    word.failWith({ write: 8, code: 'GeneralException' })
    await insert()
    word.frame(12, 14, 'Formularfeld')
    const before = word.text()
    expect(before).toContain('{Formularfeld|')
    expect(await insert()).toBe('foreign')
    expect(word.text()).toBe(before)
  })

  test.each([1, 2, 3, 4])('a draft whose taking over fails at write %i gets one label', async write => {
    const { hosted, word } = await inWord({ text: '{E:k1|Entwurf.} Ende' })
    word.failWith({ write, code: 'GeneralException' })
    await hosted.call('takeOver', 'k1', { kind: 'bracket', text: 'KI' })
    await hosted.call('takeOver', 'k1', { kind: 'bracket', text: 'KI' })
    expect(word.text()).toBe('Entwurf. [KI] Ende')
  })

  test.each([1, 2, 3])('a footnote whose taking over fails at write %i is set once', async write => {
    const { hosted, word } = await inWord({ text: '{E:k1|Entwurf.} Ende' })
    word.failWith({ write, code: 'GeneralException' })
    await hosted.call('takeOver', 'k1', { kind: 'footnote', text: 'KI' })
    await hosted.call('takeOver', 'k1', { kind: 'footnote', text: 'KI' })
    expect(word.text()).toBe('Entwurf.<fn:KI> Ende')
  })

  test.each([
    ['AccessDenied', 'read-only'],
    ['HostIsBusy', 'busy'],
    ['ItemNotFound', 'gone'],
    ['ApiNotFound', 'unsupported'],
    ['GeneralException', 'unknown'],
    ['SomethingNew', 'unknown'],
  ])('%s is told as %s', async (code, failure) => {
    const { hosted, word } = await inWord({ text: '«Alt.»' })
    word.failWith({ write: 1, code })
    expect(await exchange(hosted, 'Neu.')).toBe(failure)
  })

  test('a person who tracks their own changes goes on doing so', async () => {
    const { hosted, word } = await inWord({ text: '«Alt.»' })
    word.setTracking('TrackMineOnly')
    await exchange(hosted, 'Neu.')
    expect(word.tracking()).toBe('TrackMineOnly')
  })

  test('a frame that is not whole says so', async () => {
    const { hosted, word } = await inWord({ text: OLD })
    word.failWith({ write: 7, code: 'GeneralException' })
    await exchange(hosted, NEW)
    expect(word.titles()).toEqual(['KI-Kompass – unvollständig eingefügt'])
  })

  test('what a person has gone on writing in a finished draft is not written over', async () => {
    const { hosted, word } = await inWord({ text: '«Alt.» Ende' })
    const edit = await editOf(hosted, 'Neu.')
    await hosted.call('apply', edit, { tracked: false })
    word.type(2, 'N')
    expect(await placed(hosted.call('apply', edit, { tracked: false }))).toMatchObject({ already: true })
    expect(word.text()).toBe('{E:k1|NeNu.} Ende')
  })
})

describe('what a change leaves as it is', () => {
  const BEFORE = 'Gebühren\nDie Gebühr beträgt 20 Euro.\nEnde'
  test.each([
    [1.8, 'tracked, the whole of the old text, struck or not', BEFORE],
    [1.3, 'without tracking, every word that stays', 'Gebühren\nDie Gebühr beträgt Euro.\nEnde'],
  ])('WordApi %d: %s, and the marks of all paragraphs keep their format', async (set, _, kept) => {
    const { hosted, word } = await inWord({ text: '«Gebühren\nDie Gebühr beträgt 20 Euro.\nEnde»' }, set)
    word.format(0, 9, 'Überschrift')
    word.format(9, 37, 'fett')
    word.format(37, 42, 'Zitat')
    await exchange(hosted, 'Gebühren\nDie Gebühr beträgt 25 Euro.\nEnde')
    expect(word.formatted('Überschrift') + word.formatted('fett') + word.formatted('Zitat')).toBe(`${kept}\n`)
  })

  test('a paragraph more leaves those around it alone', async () => {
    const { hosted, word } = await inWord({ text: '«Gebühren\nEnde»' })
    word.format(0, 9, 'Überschrift')
    word.format(9, 14, 'Zitat')
    await exchange(hosted, 'Gebühren\nMitte\nEnde')
    expect([word.formatted('Überschrift'), word.formatted('Zitat')]).toEqual(['Gebühren\n', 'Ende\n'])
  })
})

describe('while a person goes on working', () => {
  test('the place that was read is changed, not where the cursor is now', async () => {
    const { hosted, word } = await inWord({ text: 'Eins «alt». Zwei alt.' })
    const edit = await editOf(hosted, 'neu')
    word.select(14, 17)
    word.type(0, 'Vorab: ')
    await hosted.call('apply', edit, TRACKED)
    expect(word.text()).toBe('Vorab: Eins {E:k1|[-alt-][+neu+]}. Zwei alt.')
  })

  test('a place somebody has written in is left alone', async () => {
    const { hosted, word } = await inWord({ text: '«Eins alt.»' })
    const edit = await editOf(hosted, 'Eins neu.')
    word.type(4, ' ganz')
    expect(await placed(hosted.call('apply', edit, TRACKED))).toBe('changed')
    expect(word.text()).toBe('Eins ganz alt.')
  })

  test('struck words in a place are passed over', async () => {
    const { hosted, word } = await inWord({ text: '«Die [-ganz -]alte [+neue +]Satzung gilt.»' })
    await exchange(hosted, 'Die alte neue Satzung gilt nicht.')
    expect(tidied(word.text())).toBe('{E:k1|Die [-ganz -]alte [+neue +]Satzung gilt[+ nicht+].}')
  })

  test('a Word in front of which panes stand already is not told what they still had to say to the one before', async () => {
    const { hosted } = await inWord({ text: '«Eins» zwei' })
    await hosted.call('readSelection')
    const { word } = await inWord({ text: 'Drei' })
    await new Promise(done => setTimeout(done, 300))
    expect(word.figures()).toEqual({ writes: 0, batches: 0, held: 0 })
  })

  test('Word is not asked to hold more and more places', async () => {
    const { hosted, word } = await inWord({ text: '«Eins» zwei' })
    await hosted.call('readSelection')
    await new Promise(done => setTimeout(done, 300))
    const { held } = word.figures()
    for (let time = 0; time < 5; time++) await hosted.call('readSelection')
    // Office.js lets go of what a conversation has used when it has ended.
    await new Promise(done => setTimeout(done, 300))
    expect(word.figures().held).toBeLessThanOrEqual(held + 1)
  })
})

test('building blocks asked for twice at once are written once, though they leave no frame', async () => {
  const { hosted, word } = await inWord({ text: 'Guten Tag.«»' })
  const ask = () => hosted.call('insert', passage(' Eins.', { author: 'blocks' }), 'selection', { tracked: false })
  await Promise.all([ask(), ask()])
  expect(word.text()).toBe('Guten Tag. Eins.')
})

test.each([
  ['deleted', (word: Word) => word.erase(10, 16), 'Guten Tag. Eins.'],
  ['changed', (word: Word) => word.type(12, 'xx'), 'Guten Tag. Eins. Exxins.'],
])(
  'building blocks somebody has %s meanwhile are written when they are asked for again',
  async (_, meanwhile, text) => {
    const { hosted, word } = await inWord({ text: 'Guten Tag.«»' })
    const ask = () =>
      placed(hosted.call('insert', passage(' Eins.', { author: 'blocks' }), 'selection', { tracked: false }))
    await ask()
    meanwhile(word)
    expect(await ask()).toMatchObject({ already: false })
    expect(word.text()).toBe(text)
  },
)

describe('two panes on one document', () => {
  const twoPanes = async (text: string) => {
    const [first, second] = await hostPanes(window, { text }, 1.8, 2)
    if (!first?.word || !second) throw new Error('no panes')
    return { first, second, word: first.word }
  }

  test('both write, each its own draft, and the tracking is off again', async () => {
    const { first, second, word } = await twoPanes('Guten Tag.«»')
    await Promise.all([
      first.call('insert', passage('Eins.', { key: 'a1' }), 'end', TRACKED),
      second.call('insert', passage('Zwei.', { key: 'b1' }), 'end', TRACKED),
    ])
    expect(word.tracking()).toBe('Off')
    expect(word.text().split('\n').toSorted()).toEqual(['Guten Tag.', '{E:a1|[+Eins.+]}', '{E:b1|[+Zwei.+]}'])
  })

  test('what one has taken over is gone for the other', async () => {
    const { first, second } = await twoPanes('{E:k1|Entwurf.}')
    await first.call('takeOver', 'k1', { kind: 'none' })
    expect(await second.call('takeOver', 'k1', { kind: 'none' })).toEqual({ kind: 'failed', failure: 'gone' })
    expect(await second.call('listDrafts')).toEqual({ kind: 'done', drafts: [] })
  })

  test.each([
    { kind: 'footnote', text: 'KI' },
    { kind: 'bracket', text: 'KI' },
  ] as const)('taken over by both at once it gets one $kind', async label => {
    const { first, second, word } = await twoPanes('{E:k1|Entwurf.} Ende')
    const outcomes = await Promise.all([first.call('takeOver', 'k1', label), second.call('takeOver', 'k1', label)])
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['done', 'failed'])
    expect(word.text()).toBe({ footnote: 'Entwurf.<fn:KI> Ende', bracket: 'Entwurf. [KI] Ende' }[label.kind])
  })

  // At the very same moment both would be written: Office.js has no way to write only if nobody else has.
  test('both change the same place: the second is told that it has changed', async () => {
    const { first, second, word } = await twoPanes('«Alter Text.»')
    const [one, other] = [await editOf(first, 'Neuer Text.'), { ...(await editOf(second, 'Anderer Text.')), key: 'k2' }]
    await first.call('apply', one, TRACKED)
    expect(await placed(second.call('apply', other, TRACKED))).toBe('changed')
    expect(tidied(word.text())).toBe(tidied('{E:k1|[-Alter-][+Neuer+] Text.}'))
  })

  test('the same key, from both, is written once', async () => {
    const { first, second, word } = await twoPanes('Guten Tag.«»')
    await first.call('insert', passage(' Eins.'), 'selection', TRACKED)
    const again = await placed(second.call('insert', passage(' Eins.'), 'selection', TRACKED))
    expect(again).toMatchObject({ already: true })
    expect(word.text()).toBe('Guten Tag.{E:k1|[+ Eins.+]}')
  })
})

describe('what each Word can', () => {
  test.each([
    [1.3, 'bracket', 'Entwurf. [KI] Ende'],
    [1.4, 'bracket', 'Entwurf. [KI] Ende'],
    [1.6, 'footnote', 'Entwurf.<fn:KI> Ende'],
    [1.8, 'footnote', 'Entwurf.<fn:KI> Ende'],
  ])('a footnote in WordApi %d becomes a %s', async (set, label, text) => {
    const { hosted, word } = await inWord({ text: '{E:k1|Entwurf.} Ende' }, set)
    expect(await hosted.call('takeOver', 'k1', { kind: 'footnote', text: 'KI' })).toEqual({ kind: 'done', label })
    expect(word.text()).toBe(text)
  })

  test.each([
    [1.3, ['tracked', 'footnotes', 'comments', 'deletions', 'label-file', 'text-boxes']],
    [1.4, ['footnotes', 'label-file', 'text-boxes']],
    [1.6, ['label-file', 'text-boxes']],
  ])('WordApi %d says what it lacks', async (set, missing) => {
    const { hosted } = await inWord({ text: 'Text' }, set)
    expect((await hosted.capabilities()).missing.map(({ what }) => what)).toEqual(missing)
  })

  const GIVEN: Given = {
    text: 'Eins.\n[-VS-NfD -]Zwei.<fn:Fußnote>\n| Zelle',
    headers: ['Kopf'],
    footers: ['Fuß'],
    comments: ['Bitte prüfen'],
  }
  test.each([
    [1.3, ['header: Kopf', 'footer: Fuß', 'body: Eins.|VS-NfD Zwei.|Zelle']],
    [
      1.4,
      [
        'header: Kopf',
        'footer: Fuß',
        'deletion: VS-NfD Zwei.',
        'comment: Bitte prüfen',
        'body: Eins.|VS-NfD Zwei.|Zelle',
      ],
    ],
    [
      1.6,
      [
        'header: Kopf',
        'footer: Fuß',
        'deletion: VS-NfD Zwei.',
        'comment: Bitte prüfen',
        'footnote: Fußnote',
        'body: Eins.|VS-NfD Zwei.|Zelle',
      ],
    ],
  ])('WordApi %d reads the document in its parts, what may be marked first', async (set, parts) => {
    const { hosted } = await inWord(GIVEN, set)
    const pieces = await hosted.readBody()
    expect(pieces.map(piece => (piece.kind === 'read' ? `${piece.part}: ${piece.texts.join('|')}` : piece))).toEqual(
      parts,
    )
  })

  test('a part that cannot be read is named', async () => {
    const { hosted, word } = await inWord(GIVEN)
    word.refuse('getComments')
    const pieces = await hosted.readBody()
    expect(pieces).toContainEqual({ kind: 'unread', part: 'comment', failure: 'unknown' })
    expect(pieces.at(-1)).toMatchObject({ kind: 'read', part: 'body' })
  })

  test('markings say what is not among them', async () => {
    const { hosted, word } = await inWord(GIVEN)
    word.refuse('getHeader')
    const read = await hosted.call('readMarkings')
    expect(read).toMatchObject({ kind: 'done', markings: { unread: ['label-file', 'text-boxes', 'headers'] } })
  })
})

describe('300 pages', () => {
  const LINES = 6_000
  const text = Array.from({ length: LINES }, (_, at) => `Absatz ${at} ${'mit Text '.repeat(12)}`).join('\n')

  test('all paragraphs come, in order, each once', async () => {
    const { hosted } = await inWord({ text })
    const pieces = await hosted.readBody()
    const lines = pieces.flatMap(piece => (piece.kind === 'read' && piece.part === 'body' ? piece.texts : []))
    expect(lines.join('\n')).toBe(text)
    expect(pieces.length).toBeGreaterThan(20)
  })

  test('somebody who writes meanwhile is noticed', async () => {
    const { hosted, word } = await inWord({ text })
    word.afterBatch(30, () => word.type(0, 'Neu\n'))
    const pieces = await hosted.readBody()
    expect(pieces.at(-1)).toEqual({ kind: 'unread', part: 'body', failure: 'changed' })
  })
})
