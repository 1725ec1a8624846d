/// <reference types="office-js" />

/** The range selected last, held so that a cursor that moves on, or typing elsewhere, does not lose it. */
export type Held = { readonly place: string; readonly range: Word.Range }

/** A new one takes the place of the old: Word keeps track of held ranges, and each costs with every keystroke. */
export async function hold(context: Word.RequestContext, range: Word.Range, earlier: Held | undefined): Promise<Held> {
  context.trackedObjects.add(range)
  await context.sync()
  if (earlier) await letGo(earlier.range)
  return { place: String(Number(earlier?.place ?? 0) + 1), range }
}

/** If Word has lost it by itself, all the better. */
export async function letGo(range: Word.Range): Promise<void> {
  range.context.trackedObjects.remove(range)
  await range.context.sync().catch(() => {})
}
