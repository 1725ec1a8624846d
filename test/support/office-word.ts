import { documentThing } from './office-document.js'
import { parseNotation, printNotation } from './office-notation.js'
import { openPaper } from './office-paper.js'
import { answerBatch, type References } from './office-protocol.js'
import { type Desk, WordError } from './office-things.js'

export type Given = {
  /** In the notation of `office-notation.ts`. */
  readonly text: string
  readonly headers?: readonly string[]
  readonly footers?: readonly string[]
  readonly comments?: readonly string[]
  readonly properties?: Readonly<Record<string, string>>
  readonly readOnly?: boolean
}

/** Something Word does wrong: the write of this number (from 1, counted from now on) fails, and those after it work. */
export type Fault = { readonly write: number; readonly code: string }

export type Word = ReturnType<typeof openWord>

const BROKEN = JSON.stringify({ Results: [], Error: { Code: 'GeneralException', Message: '', Location: '' } })

/**
 * A small Word in memory, driven by the real Office.js. It proves what is called, in which batches, under which
 * requirement set, and what happens when Word breaks off; it proves nothing about Word's own behaviour.
 */
export function openWord(given: Given, set: number) {
  const paper = openPaper(parseNotation(given.text))
  const references: References = new Map()
  let faults: Fault[] = []
  let writes = 0
  let batches = 0
  let refused: string | undefined
  let lost: number | undefined
  let later: { readonly batch: number; readonly work: () => void } | undefined
  const desk: Desk = {
    paper,
    tracking: 'Off',
    headers: given.headers ?? [],
    footers: given.footers ?? [],
    comments: given.comments ?? [],
    properties: new Map(Object.entries(given.properties ?? {})),
    builtIn: {},
    needs: least => {
      if (set < least) throw new WordError('ApiNotFound')
    },
    writes: at => {
      writes += 1
      const fault = faults.find(({ write }) => write === writes)
      if (fault) throw new WordError(fault.code)
      const locked = at && paper.around(at).some(control => control.locked)
      if (given.readOnly || locked) throw new WordError('AccessDenied')
    },
  }
  const root = documentThing(desk, reference => void references.delete(reference))
  return {
    set,
    readOnly: given.readOnly ?? false,
    holds: (reference: string) => references.has(reference),
    answer: (json: string): string => {
      batches += 1
      const hit = refused && json.toLowerCase().includes(`"${refused.toLowerCase()}"`)
      if (hit) return BROKEN
      const answer = answerBatch(json, root, references)
      if (batches === later?.batch) later.work()
      return batches === lost ? BROKEN : answer
    },
    failWith: (...wanted: Fault[]) => {
      faults = wanted
      writes = 0
    },
    /** Every batch that calls this method fails. */
    refuse: (method: string) => {
      refused = method
    },
    /** From now on Word does what it is asked. */
    heal: () => {
      faults = []
      lost = undefined
    },
    /** The batch of this number (from 1, counted from now on) is done, but its answer does not come through. */
    loseAnswer: (batch: number) => {
      lost = batches + batch
    },
    afterBatch: (batch: number, work: () => void) => {
      later = { batch: batches + batch, work }
    },
    text: () => printNotation(paper.blocks()),
    tracking: () => desk.tracking,
    setTracking: (mode: string) => {
      desk.tracking = mode
    },
    titles: () => paper.controls().map(({ title }) => title),
    property: (name: string) => desk.properties.get(name),
    selected: () => paper.text(paper.selection(), 'shown'),
    select: (start: number, end: number) => paper.select(paper.stretch(start, end)),
    format: (start: number, end: number, look: string) => paper.format({ start, end }, look),
    formatted: (look: string) => paper.formatted(look),
    /** Somebody puts a content control of their own around a stretch. */
    frame: (start: number, end: number, tag: string) => void paper.addControl(paper.stretch(start, end), tag),
    type: (at: number, text: string) => paper.insert(at, text, paper.stretch(at, at), desk.tracking === 'TrackAll'),
    erase: (start: number, end: number) => paper.strike(start, end, desk.tracking === 'TrackAll'),
    figures: () => ({ writes, batches, held: references.size }),
  }
}
