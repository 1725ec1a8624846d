/// <reference types="office-js" />
import {
  type Capabilities,
  failed,
  type Outcome,
  type Passage,
  type Placed,
  type Where,
  type Wish,
} from '../document.js'
import { frameFor } from '../frames.js'
import { markingFor } from '../marking.js'
import { closeFrame, framesFor, openFrame } from './controls.js'
import { surroundingsOf } from './surroundings.js'
import { tracked, untracked } from './tracking.js'

/** The frame comes first and the text into it: whatever breaks in between, the next try finds the frame and fills it. */
export async function insertIn(
  context: Word.RequestContext,
  passage: Passage,
  where: Where,
  wish: Wish,
  can: Capabilities,
): Promise<Outcome<Placed>> {
  const frame = frameFor(passage.author, passage.key)
  const marking = markingFor(passage.author, wish, can.tracked)
  const draft = marking.keepFrame ? frame.id : undefined
  const earlier = await framesFor(context, frame)
  if (earlier.finished) return { kind: 'done', marked: marking.marked, draft, already: true }

  const [begun, ...superfluous] = earlier.frames
  const place = begun ? undefined : await placeFor(context, where)
  if (place === 'foreign') return failed('foreign')
  await (marking.marked === 'tracked' ? tracked : untracked)(context, () => {
    const control = begun ?? openFrame(rangeAt(context, place), frame)
    control.insertText(passage.text, 'Replace')
    closeFrame(control, frame, marking.keepFrame)
    for (const extra of superfluous) extra.delete(true)
  })
  return { kind: 'done', marked: marking.marked, draft, already: false }
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
