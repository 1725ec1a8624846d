/// <reference types="office-js" />
import type { Outcome } from '../document.js'
import { type Frame, frameOf, TITLES, tagOf } from '../frames.js'
import { inWord } from './failures.js'

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
  beginFrame(control, frame)
  control.appearance = 'BoundingBox'
  control.color = COLOUR
  return control
}

/** Visible on white and on dark paper alike. */
const COLOUR = '#B146C2'

function beginFrame(control: Word.ContentControl, frame: Frame): void {
  control.tag = tagOf(frame)
  control.title = UNFINISHED
}

/** From now on a second try finds everything done. */
export function finishFrame(control: Word.ContentControl, frame: Frame): void {
  control.title = TITLES[frame.kind]
}

/**
 * Between making a content control and naming it Word may break off, and then nobody can tell whose it is. So what writing
 * has left without a name when it broke off is named at once: the next try finds it and goes on there.
 */
export async function naming(frame: Frame, write: () => Promise<void>): Promise<void> {
  const before = new Set<number>()
  // A conversation of its own: what a held range's conversation once listed, Office.js does not list a second time.
  const known = await inWord(async context => {
    for (const { id } of await allIn(context)) before.add(id)
    return { kind: 'done' }
  })
  try {
    await write()
  } catch (error) {
    if (known.kind === 'done') await nameNew(before, frame)
    throw error
  }
}

const nameNew = (before: ReadonlySet<number>, frame: Frame): Promise<Outcome> =>
  inWord(async context => {
    const all = await allIn(context)
    for (const control of all) {
      if (!before.has(control.id) && control.tag === '' && control.title === '') beginFrame(control, frame)
    }
    await context.sync()
    return { kind: 'done' }
  })

async function allIn(context: Word.RequestContext): Promise<readonly Word.ContentControl[]> {
  const controls = context.document.contentControls.load({ id: true, tag: true, title: true })
  await context.sync()
  return controls.items
}

/** The draft a frame lies in. */
export async function draftAround(
  context: Word.RequestContext,
  frame: Word.ContentControl | undefined,
): Promise<string | undefined> {
  const around = frame?.parentContentControlOrNullObject.load({ tag: true })
  await context.sync()
  return around && !around.isNullObject ? frameOf(around.tag)?.id : undefined
}

/** Somebody has put a field of their own into a frame that was left unfinished. */
export async function holdsForeign(context: Word.RequestContext, frame: Word.ContentControl): Promise<boolean> {
  const inside = frame.contentControls.load({ tag: true })
  await context.sync()
  return inside.items.some(({ tag }) => !frameOf(tag))
}
