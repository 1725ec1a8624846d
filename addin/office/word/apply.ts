/// <reference types="office-js" />
import { type Capabilities, type Edit, failed, type Outcome, type Placed, type Wish } from '../document.js'
import { frameFor } from '../frames.js'
import { markingFor } from '../marking.js'
import { draftAround, finishFrame, framesFor, naming, openFrame } from './controls.js'
import { type Part, partsOf, textOf } from './parts.js'
import { surroundingsOf } from './surroundings.js'
import { tracked, untracked } from './tracking.js'
import { planOf, write } from './write.js'
import { stands, unframe, type Written } from './written.js'

/** What an earlier call with the same key has brought to its end. */
export async function finishedIn(
  context: Word.RequestContext,
  { author, key, after }: Edit,
  wish: Wish,
  can: Capabilities,
  written: Written,
): Promise<Outcome<{ earlier: Placed | undefined }>> {
  const frame = frameFor(author, key)
  const { frames, finished } = await framesFor(context, frame)
  if (!finished && !(await stands(written, key, after, can))) return { kind: 'done', earlier: undefined }
  const marking = markingFor(author, wish, can.tracked)
  const within = await draftAround(context, frames[0])
  const keepFrame = marking.keepFrame && within === undefined
  if (!keepFrame && frames.length > 0) await unframe(context, frame, written)
  return { kind: 'done', earlier: { marked: marking.marked, draft: keepFrame ? key : within, already: true } }
}

/**
 * Turns the text of a range into another. While that is written a frame stands around it, unfinished: if an earlier try with
 * the same key broke off, its frame says where, and what it left is led to the same end. (What an earlier try has finished
 * is not for this function: a person may have gone on writing there.)
 */
export async function applyIn(
  context: Word.RequestContext,
  held: Word.Range,
  edit: Edit,
  wish: Wish,
  can: Capabilities,
  written: Written,
): Promise<Outcome<Placed>> {
  const frame = frameFor(edit.author, edit.key)
  const marking = markingFor(edit.author, wish, can.tracked)
  // What a held range knows of its surroundings is from an earlier conversation, and Office.js gives it no second time.
  const range = held.getRange('Whole')
  const { foreign, around, inside } = await surroundingsOf(context, range)
  if (foreign) return failed('foreign')
  const [earlier, others] = partition([...around, ...inside], ({ frame: own }) => own.id === frame.id)
  // Frames grow with what is written into them; the range may have been left behind at its end.
  const area = earlier.reduce((wide, { control }) => wide.expandTo(control.getRange('Content')), range)
  if (earlier.length > 0 && (await surroundingsOf(context, area)).foreign) return failed('foreign')
  const parts = await partsOf(context, area, can.tracked)
  const text = textOf(parts)
  // Text that lies in a draft belongs to that draft; a frame left in a frame would have to be taken over twice.
  const within = around.find(own => others.includes(own))?.frame.id
  const keepFrame = marking.keepFrame && within === undefined
  const draft = keepFrame ? frame.id : within
  if (earlier.length === 0 && text !== edit.before) {
    return text === edit.after ? { kind: 'done', marked: marking.marked, draft, already: true } : failed('changed')
  }
  const plan = await planOf(context, parts, edit.after)
  const inTable = parts.some(part => part.inTable)
  if (plan.structural && inTable) return failed('table')

  await naming(frame, () =>
    (marking.marked === 'tracked' ? tracked : untracked)(context, () => {
      const frames = areasOf(parts, inTable).map(framed => openFrame(framed, frame))
      write(plan)
      for (const control of frames) finishFrame(control, frame)
      for (const { control } of earlier) control.delete(true)
    }),
  )
  if (!keepFrame) await unframe(context, frame, written)
  return { kind: 'done', marked: marking.marked, draft, already: false }
}

const partition = <Item>(items: readonly Item[], first: (item: Item) => boolean): readonly [Item[], Item[]] => [
  items.filter(first),
  items.filter(item => !first(item)),
]

/** One frame around everything; in a table one in each cell, as Word has none across cells. */
function areasOf(parts: readonly Part[], inTable: boolean): Word.Range[] {
  const [first, last] = [parts[0], parts.at(-1)]
  if (!first || !last) return []
  if (inTable) return parts.map(({ range }) => range)
  return [first === last ? first.range : first.range.expandTo(last.range)]
}
