import type { Change } from './ledger.js'

/** How a change came about: typed on one after the other, or at once. */
export type Way = 'typed' | 'at-once'

/** The changes of a page, to be taken back and made again. `time` in milliseconds, of whatever clock, never running back. */
export type History = {
  readonly add: (change: Change, way: Way, time: number) => void
  /** What is to be drawn to have the state before (or after) again; undefined: there is none. */
  readonly undo: () => Change | undefined
  readonly redo: () => Change | undefined
}

type Step = { readonly change: Change; readonly way: Way; readonly time: number }

/** Nobody goes back further, and what was deleted does not stay in memory for ever. */
const MOST_STEPS = 200
/** Letters typed one after the other are one step, until somebody pauses. */
const PAUSE = 1_000

export function openHistory(): History {
  let done: readonly Step[] = []
  let undone: readonly Step[] = []
  return {
    add: (change, way, time) => {
      const last = done.at(-1)
      const goesOn = last && undone.length === 0 && continues(last, { change, way, time })
      const step = { change: goesOn ? { ...change, old: last.change.old } : change, way, time }
      done = [...(goesOn ? done.slice(0, -1) : done), step].slice(-MOST_STEPS)
      undone = []
    },
    undo: () => {
      const step = done.at(-1)
      if (!step) return undefined
      done = done.slice(0, -1)
      undone = [...undone, step]
      const { at, old, fresh } = step.change
      return { at, old: fresh, fresh: old }
    },
    redo: () => {
      const step = undone.at(-1)
      if (!step) return undefined
      undone = undone.slice(0, -1)
      done = [...done, step]
      return step.change
    },
  }
}

/** In the same paragraph, without a pause. */
const continues = (last: Step, { change, way, time }: Step): boolean =>
  last.way === 'typed' &&
  way === 'typed' &&
  time - last.time < PAUSE &&
  last.change.at === change.at &&
  last.change.fresh.length === 1 &&
  change.old.length === 1 &&
  change.fresh.length === 1
