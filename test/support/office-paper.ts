import type { Block, Piece } from '../../addin/office/preview/content.js'
import type { Spot } from '../../addin/office/preview/spots.js'
import type { Written } from './office-notation.js'

type State = 'plain' | 'inserted' | 'deleted'
/** `look`: its format; the mark at the end of a paragraph carries the format of the paragraph, as in Word. */
type Character = { readonly char: string; state: State; readonly cell: boolean; look?: string }

/** A stretch of the row; `outside`: it lies beside this control, though it begins where the control ends. */
export type Stretch = { start: number; end: number; readonly outside?: Control }
export type Control = { readonly id: number; readonly stretch: Stretch; tag: string; title: string; locked: boolean }
export type Note = { readonly stretch: Stretch; readonly text: string }
export type Paper = ReturnType<typeof openPaper>

/**
 * The paper of a Word that is none: a row of characters, in which ranges and content controls keep their places while text
 * comes and goes. Where it is not certain what Word does, it does the less helpful thing (text written at the end of a
 * range does not become part of other ranges that end there; struck text still counts as text), so that nothing works here
 * by luck.
 */
export function openPaper({ blocks, selected }: Written) {
  const row: Character[] = []
  const stretches = new Set<Stretch>()
  const controls: Control[] = []
  const notes: Note[] = []
  let nextId = 1

  const stretch = (start: number, end: number, outside?: Control): Stretch => {
    const made = { start, end, ...(outside ? { outside } : {}) }
    stretches.add(made)
    return made
  }
  const addControl = ({ start, end, outside }: Stretch, tag = ''): Control => {
    const control = { id: nextId++, stretch: stretch(start, end, outside), tag, title: '', locked: false }
    controls.push(control)
    return control
  }
  const around = (inner: Stretch) =>
    controls.filter(
      control => control !== inner.outside && control.stretch.start <= inner.start && control.stretch.end >= inner.end,
    )

  /** The stretch it is put into grows by it, and so do the controls around. */
  const insert = (at: number, text: string, into: Stretch, tracked: boolean) => {
    const cell = row[at]?.cell ?? false
    const fresh = Array.from(text, (char): Character => ({ char, state: tracked ? 'inserted' : 'plain', cell }))
    const growing = new Set([into, ...around(into).map(control => control.stretch)])
    for (const each of stretches) {
      const collapsed = each.start === each.end
      const grows = growing.has(each)
      if (each.start > at || (each.start === at && !grows && !collapsed)) each.start += fresh.length
      if (each.end > at || (each.end === at && grows)) each.end += fresh.length
    }
    row.splice(at, 0, ...fresh)
  }

  const takeOut = (at: number) => {
    row.splice(at, 1)
    for (const each of stretches) {
      if (each.start > at) each.start -= 1
      if (each.end > at) each.end -= 1
    }
  }

  /** With tracking struck out, unless it was new itself. */
  const strike = (start: number, end: number, tracked: boolean) => {
    for (let at = end - 1; at >= start; at--) {
      const character = row[at]
      if (!character || character.state === 'deleted') continue
      if (tracked && character.state === 'plain') character.state = 'deleted'
      else takeOut(at)
    }
  }

  const paragraphs = (): { start: number; end: number; cell: boolean }[] => {
    const found = []
    let start = 0
    for (const [at, { char, cell }] of row.entries()) {
      if (char !== '\n') continue
      found.push({ start, end: at, cell })
      start = at + 1
    }
    return found
  }

  const framed = new Map<string, Stretch>()
  for (const { pieces, cell } of blocks) {
    for (const piece of pieces) {
      const start = row.length
      if (piece.kind === 'note') notes.push({ stretch: stretch(start, start), text: piece.text })
      else for (const char of piece.text) row.push({ char, state: piece.state, cell })
      for (const tag of piece.frames) framed.set(tag, { start: framed.get(tag)?.start ?? start, end: row.length })
    }
    row.push({ char: '\n', state: 'plain', cell })
  }
  for (const [tag, span] of framed) addControl(span, tag)
  const placeOf = ({ block, at }: Spot) => (paragraphs()[block]?.start ?? 0) + at
  let selection = selected ? stretch(placeOf(selected.from), placeOf(selected.to)) : stretch(0, 0)

  return {
    stretch,
    insert,
    strike,
    paragraphs,
    around,
    addControl,
    length: () => row.length,
    selection: () => selection,
    select: ({ start, end }: Stretch) => {
      selection = stretch(start, end)
    },
    controls: () => controls.toSorted((one, other) => one.stretch.start - other.stretch.start || one.id - other.id),
    removeControl: (control: Control) => void controls.splice(controls.indexOf(control), 1),
    notes: (): readonly Note[] => notes,
    addNote: (at: number, text: string) => void notes.push({ stretch: stretch(at, at), text }),
    format: ({ start, end }: Pick<Stretch, 'start' | 'end'>, look: string) => {
      for (const character of row.slice(start, end)) character.look = look
    },
    /** What still has a format; text that came later has none here, though Word gives it that of its neighbours. */
    formatted: (look: string) =>
      row
        .filter(character => character.look === look)
        .map(({ char }) => char)
        .join(''),
    /** Everything seen, or only what is there now, or what was there before any change. */
    text: ({ start, end }: Pick<Stretch, 'start' | 'end'>, version: 'shown' | 'current' | 'original') =>
      row
        .slice(start, end)
        .filter(({ state }) => version === 'shown' || state !== (version === 'current' ? 'deleted' : 'inserted'))
        .map(({ char }) => char)
        .join(''),
    blocks: () => blocksOf(row, controls, notes),
  }
}

function blocksOf(row: readonly Character[], controls: readonly Control[], notes: readonly Note[]): Block[] {
  const blocks: Block[] = []
  let pieces: Piece[] = []
  const framesAt = (at: number) =>
    controls
      .filter(({ stretch }) => stretch.start <= at && stretch.end > at)
      .toSorted((one, other) => size(other) - size(one) || one.id - other.id)
      .map(({ tag }) => tag || 'untagged')
  for (const [at, { char, state, cell }] of row.entries()) {
    for (const { stretch, text } of notes) {
      if (stretch.start === at) pieces.push({ kind: 'note', text, frames: framesAt(at - 1) })
    }
    if (char === '\n') {
      blocks.push({ pieces, cell })
      pieces = []
    } else pieces.push({ kind: 'words', text: char, state, frames: framesAt(at) })
  }
  return blocks
}

const size = ({ stretch }: Control) => stretch.end - stretch.start
