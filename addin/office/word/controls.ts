/// <reference types="office-js" />
import { type Frame, TITLES, tagOf } from '../frames.js'

/**
 * Until everything in it is written, a frame says so in its title: whoever tries again (or looks) sees that it is not whole.
 */
const UNFINISHED = 'KI-Kompass – unvollständig eingefügt'

/** Before it has a title it has a tag. */
const BEGUN: readonly string[] = [UNFINISHED, '']

export type Found = { readonly frames: readonly Word.ContentControl[]; readonly finished: boolean }

/** What an earlier try with the same key has left. */
export async function framesFor(context: Word.RequestContext, frame: Frame): Promise<Found> {
  const frames = context.document.contentControls.getByTag(tagOf(frame)).load({ title: true, tag: true })
  await context.sync()
  const finished = frames.items.length > 0 && frames.items.every(({ title }) => !BEGUN.includes(title))
  return { frames: frames.items, finished }
}

export function openFrame(range: Word.Range, frame: Frame): Word.ContentControl {
  const control = range.insertContentControl()
  control.tag = tagOf(frame)
  control.title = UNFINISHED
  control.appearance = 'BoundingBox'
  control.color = COLOUR
  return control
}

/** Visible on white and on dark paper alike. */
const COLOUR = '#B146C2'

export function closeFrame(control: Word.ContentControl, frame: Frame, keepFrame: boolean): void {
  if (keepFrame) control.title = TITLES[frame.kind]
  else control.delete(true)
}
