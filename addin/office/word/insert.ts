/// <reference types="office-js" />
import {
  type Capabilities,
  type Failure,
  failed,
  type Outcome,
  type Passage,
  type Placed,
  type Where,
  type Wish,
} from '../document.js'
import { type Frame, frameFor } from '../frames.js'
import { markingFor } from '../marking.js'
import { finishFrame, framesFor, holdsForeign, naming, openFrame } from './controls.js'
import { surroundingsOf } from './surroundings.js'
import { tracked, untracked } from './tracking.js'
import { stands, unframe, type Written } from './written.js'

/** The frame comes first and the text into it: whatever breaks in between, the next try finds the frame and fills it. */
export async function insertIn(
  context: Word.RequestContext,
  passage: Passage,
  where: Where,
  wish: Wish,
  can: Capabilities,
  written: Written,
): Promise<Outcome<Placed>> {
  const frame = frameFor(passage.author, passage.key)
  const { marked, keepFrame } = markingFor(passage.author, wish, can.tracked)
  const placed = { kind: 'done', marked, draft: keepFrame ? frame.id : undefined } as const
  const { frames, finished } = await framesFor(context, frame)
  const already = finished || (await stands(written, frame.id, passage.text, can))
  if (!already) {
    const failure = await write(context, passage, where, { frame, frames, tracked: marked === 'tracked' })
    if (failure) return failed(failure)
  }
  if (!keepFrame && !(already && frames.length === 0)) await unframe(context, frame, written)
  return { ...placed, already }
}

type Writing = {
  readonly frame: Frame
  /** From earlier tries. */
  readonly frames: readonly Word.ContentControl[]
  readonly tracked: boolean
}

async function write(
  context: Word.RequestContext,
  { text }: Passage,
  where: Where,
  { frame, frames: [begun, ...superfluous], tracked: tracking }: Writing,
): Promise<Failure | undefined> {
  if (begun && (await holdsForeign(context, begun))) return 'foreign'
  const place = begun ? undefined : await placeFor(context, where)
  if (place === 'foreign') return 'foreign'
  await naming(frame, () =>
    (tracking ? tracked : untracked)(context, () => {
      const control = begun ?? openFrame(rangeAt(context, place), frame)
      control.insertText(text, 'Replace')
      finishFrame(control, frame)
      for (const extra of superfluous) extra.delete(true)
    }),
  )
  return undefined
}

/** Undefined: a new paragraph at the end, made only when the rest of the batch is certain to follow. */
async function placeFor(context: Word.RequestContext, where: Where): Promise<Word.Range | 'foreign' | undefined> {
  if (where === 'end') return undefined
  const range = context.document.getSelection().getRange('End')
  const { foreign, around } = await surroundingsOf(context, range)
  if (foreign) return 'foreign'
  return around.at(-1)?.control.getRange('After') ?? range
}

const rangeAt = (context: Word.RequestContext, place: Word.Range | undefined): Word.Range =>
  place ?? context.document.body.insertParagraph('', 'End').getRange('Content')
