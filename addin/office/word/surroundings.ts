/// <reference types="office-js" />
import { type Frame, frameOf } from '../frames.js'

type Own = { readonly frame: Frame; readonly control: Word.ContentControl }

export type Surroundings = {
  /** Some content control of somebody else lies around the range or in it. */
  readonly foreign: boolean
  /** Our content controls around the range, the nearest first, and those in it. */
  readonly around: readonly Own[]
  readonly inside: readonly Own[]
}

/** Forms consist of nested controls; deeper than this nobody nests them. */
const DEEPEST = 8

/** Which content controls lie around a range and in it. */
export async function surroundingsOf(context: Word.RequestContext, range: Word.Range): Promise<Surroundings> {
  const inside = range.contentControls.load({ tag: true })
  let control = range.parentContentControlOrNullObject.load({ tag: true })
  await context.sync()
  const around: Word.ContentControl[] = []
  while (!control.isNullObject && around.length < DEEPEST) {
    around.push(control)
    control = control.parentContentControlOrNullObject.load({ tag: true })
    await context.sync()
  }
  return {
    foreign: [...around, ...inside.items].some(({ tag }) => !frameOf(tag)),
    around: around.flatMap(ownOf),
    inside: inside.items.flatMap(ownOf),
  }
}

function ownOf(control: Word.ContentControl): Own[] {
  const frame = frameOf(control.tag)
  return frame ? [{ frame, control }] : []
}
