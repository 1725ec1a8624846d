import type { Block, Piece } from '../../addin/office/preview/content.js'
import type { Span as Selected } from '../../addin/office/preview/spots.js'
import type { Written } from './office-notation.js'

/**
 * The paper of a Word that is none: a row of characters, in which ranges and content controls keep their places while text
 * comes and goes. Where Word's own behaviour is not known for certain, it does the less helpful thing (text written at the
 * end of a range is not part of other ranges that end there; deleted text still counts as text), so that what works here
 * does not work by luck.
 */
type Character = { readonly char: string; state: State; readonly cell: boolean }
type State = 'plain' | 'inserted' | 'deleted'
type Mark = { at: number }
export type Stretch = { readonly start: Mark; readonly end: Mark }
export type Control = {
  readonly id: number
  readonly stretch: Stretch
  tag: string
  title: string
  locked: boolean
}

export type Paper = ReturnType<typeof openPaper>

export function openPaper({ blocks, selected }: Written) {
  const row: Character[] = []
  const marks = new Set<Mark>()
  const controls: Control[] = []
  const notes: { readonly mark: Mark; readonly text: string }[] = []
  let nextId = 1

  const mark = (at: number): Mark => {
    const made = { at }
    marks.add(made)
    return made
  }
  const stretch = (start: number, end: number): Stretch => ({ start: mark(start), end: mark(end) })
  const addControl = (inside: Stretch, tag = ''): Control => {
    const control = { id: nextId++, stretch: stretch(inside.start.at, inside.end.at), tag, title: '', locked: false }
    controls.push(control)
    return control
  }
  const contains = (outer: Stretch, inner: Stretch) => outer.start.at <= inner.start.at && outer.end.at >= inner.end.at

  /** Puts characters at a place; `into` and the controls around it grow by them. */
  const put = (at: number, text: string, into: Stretch, state: State, cell = false) => {
    const fresh = Array.from(text, char => ({ char, state, cell }))
    const growing = new Set<Mark>()
    const staying = new Set<Mark>()
    for (const grown of [into, ...controls.map(control => control.stretch).filter(outer => contains(outer, into))]) {
      if (grown.start.at === at) staying.add(grown.start)
      if (grown.end.at === at) growing.add(grown.end)
    }
    const ends = new Set([...controls.map(control => control.stretch.end), ...ranges().map(({ end }) => end)])
    row.splice(at, 0, ...fresh)
    for (const each of marks) {
      if (staying.has(each)) continue
      const stays = each.at < at || (each.at === at && ends.has(each) && !growing.has(each))
      if (!stays) each.at += fresh.length
    }
  }
  const known: Stretch[] = []
  const ranges = () => known

  const takeOut = (start: number, end: number) => {
    row.splice(start, end - start)
    for (const each of marks) if (each.at > start) each.at = Math.max(start, each.at - (end - start))
  }

  const strike = (from: number, to: number, tracked: boolean) => {
    for (let at = to - 1; at >= from; at--) {
      const character = row[at]
      if (!character || character.state === 'deleted') continue
      if (tracked && character.state === 'plain') character.state = 'deleted'
      else takeOut(at, at + 1)
    }
  }

  const load = () => {
    const open = new Map<string, { from: number; last: number }>()
    for (const { pieces, cell } of blocks) {
      for (const piece of pieces) {
        const start = row.length
        if (piece.kind === 'note') notes.push({ mark: mark(start), text: piece.text })
        else for (const char of piece.text) row.push({ char, state: piece.state, cell })
        for (const tag of piece.frames) open.set(tag, { from: open.get(tag)?.from ?? start, last: row.length })
      }
      row.push({ char: '\n', state: 'plain', cell })
    }
    for (const [tag, { from, last }] of open) addControl(stretch(from, last), tag)
  }
  load()

  const startOfBlock = (block: number) => {
    let at = 0
    for (let passed = 0; passed < block; at++) if (row[at]?.char === '\n') passed++
    return at
  }
  const place = (spot: Selected['from']) => startOfBlock(spot.block) + spot.at
  let selection = selected ? stretch(place(selected.from), place(selected.to)) : stretch(0, 0)

  return {
    stretch: (start: number, end: number): Stretch => {
      const made = stretch(start, end)
      known.push(made)
      return made
    },
    length: () => row.length,
    selection: () => selection,
    select: (fresh: Stretch) => {
      selection = stretch(fresh.start.at, fresh.end.at)
    },
    controls: () =>
      controls.toSorted((one, other) => one.stretch.start.at - other.stretch.start.at || one.id - other.id),
    addControl,
    removeControl: (control: Control) => void controls.splice(controls.indexOf(control), 1),
    contains,
    notes: () => notes,
    addNote: (at: number, text: string) => void notes.push({ mark: mark(at), text }),
    /** Everything seen, or only what is there now, or what was there before any change. */
    text: ({ start, end }: Stretch, version: 'shown' | 'current' | 'original') =>
      row
        .slice(start.at, end.at)
        .filter(({ state }) => version === 'shown' || state !== (version === 'current' ? 'deleted' : 'inserted'))
        .map(({ char }) => char)
        .join(''),
    insert: (at: number, text: string, into: Stretch, tracked: boolean) =>
      put(at, text, into, tracked ? 'inserted' : 'plain', row[at]?.cell ?? false),
    strike,
    /** Where each paragraph begins and its break stands. */
    paragraphs: (): { start: number; end: number; cell: boolean }[] => {
      const found = []
      let start = 0
      for (const [at, { char, cell }] of row.entries()) {
        if (char !== '\n') continue
        found.push({ start, end: at, cell })
        start = at + 1
      }
      return found
    },
    blocks: (): Block[] => written(row, controls, notes),
  }
}

function written(
  row: readonly Character[],
  controls: readonly Control[],
  notes: readonly { readonly mark: Mark; readonly text: string }[],
): Block[] {
  const blocks: { pieces: Piece[]; cell: boolean }[] = [{ pieces: [], cell: false }]
  const framesAt = (at: number) =>
    controls
      .filter(({ stretch }) => stretch.start.at <= at && stretch.end.at > at)
      .toSorted((one, other) => size(other) - size(one) || one.id - other.id)
      .map(({ tag }) => tag || 'untagged')
  for (const [at, { char, state, cell }] of row.entries()) {
    const block = blocks.at(-1)
    for (const note of notes) {
      if (note.mark.at === at) block?.pieces.push({ kind: 'note', text: note.text, frames: framesAt(at - 1) })
    }
    if (block) block.cell = cell
    if (char !== '\n') block?.pieces.push({ kind: 'words', text: char, state, frames: framesAt(at) })
    else if (state === 'plain') blocks.push({ pieces: [], cell: false })
    else {
      const sign = state === 'inserted' ? '¶' : '¶'
      block?.pieces.push({ kind: 'words', text: sign, state, frames: framesAt(at) })
      blocks.push({ pieces: [], cell: false })
    }
  }
  return blocks.slice(0, -1)
}

const size = ({ stretch }: Control) => stretch.end.at - stretch.start.at
