/// <reference types="office-js" />
import type { Capabilities } from '../document.js'
import type { Frame } from '../frames.js'
import { framesFor } from './controls.js'
import { inWord } from './failures.js'
import { letGo } from './place.js'

/**
 * Texts without a frame that this pane has written, by their key, and where they stand; no place: they are certain to stand
 * there, but perhaps still in the frame they were written in. Only the latest keeps its place, as each costs Word.
 */
export type Written = Map<string, Word.Range | undefined>

/**
 * A frame that was there only for the writing goes when all else is done, in a batch of its own: had it gone before
 * something else failed, the next try would find nothing and write everything again.
 */
export async function unframe(context: Word.RequestContext, frame: Frame, written: Written): Promise<void> {
  const { frames } = await framesFor(context, frame)
  if (!written.get(frame.id)) written.set(frame.id, undefined)
  const ranges = frames.map(control => control.getRange('Content'))
  const place = ranges.length > 0 ? ranges.reduce((wide, range) => wide.expandTo(range)) : undefined
  if (place) context.trackedObjects.add(place)
  for (const control of frames) control.delete(true)
  await context.sync()
  await keepOnly(written, frame.id, place)
}

async function keepOnly(written: Written, key: string, place: Word.Range | undefined): Promise<void> {
  const others = [...written].filter(([other]) => other !== key)
  written.clear()
  if (place) written.set(key, place)
  for (const [, range] of others) if (range) await letGo(range)
}

/** Whether a text is already there, as far as this pane knows: somebody may have deleted it again, or gone on writing. */
export async function stands(written: Written, key: string, text: string, can: Capabilities): Promise<boolean> {
  if (!written.has(key)) return false
  const range = written.get(key)
  if (!range) return written.delete(key)
  const read = await inWord(async context => {
    const current = can.tracked ? range.getReviewedText('Current') : undefined
    range.load({ text: true })
    await context.sync()
    return { kind: 'done', text: current?.value ?? range.text }
  }, range)
  return read.kind === 'done' && lined(read.text) === lined(text)
}

/** Word has more than one sign for the end of a paragraph. */
const lined = (text: string): string => text.replace(/[\r\n\v]+/g, '\n').trim()
