import type { Written } from './output.js'
import type { Sought } from './sought.js'
import { standsIn, writingOf } from './spelled.js'

/** In one kind of place: how many texts, pieces of texts and values stand there. Never which. */
export type Trace = { readonly place: string } & Readonly<Record<Sought['kind'], number>>

/** Where anything of what is sought stands in what was written. */
export function tracesOf(sought: readonly Sought[], written: readonly Written[]): Trace[] {
  const places = new Map<string, Written[]>()
  for (const one of written) places.set(one.place, [...(places.get(one.place) ?? []), one])
  return [...places].flatMap(([place, here]) => {
    const found = foundIn(sought, here)
    return found.length === 0 ? [] : [{ place, ...counted(found) }]
  })
}

/** What of it stands anywhere in these. */
export function foundIn(sought: readonly Sought[], here: readonly Written[]): Sought[] {
  const writing = writingOf(Buffer.concat(here.flatMap(({ text }) => [Buffer.from(text), Buffer.from('\n')])))
  return sought.filter(({ spelling }) => standsIn(spelling, writing))
}

const counted = (found: readonly Sought[]): Omit<Trace, 'place'> => {
  const of = (kind: Sought['kind']): number => found.filter(one => one.kind === kind).length
  return { text: of('text'), piece: of('piece'), value: of('value') }
}

/** For whoever has to look: places and numbers, so that the report of a leak does not leak itself. */
export const reportOf = (traces: readonly Trace[]): string =>
  traces
    .map(({ place, text, piece, value }) => `${place}: ${text} texts, ${piece} pieces of texts, ${value} values`)
    .join('\n')
