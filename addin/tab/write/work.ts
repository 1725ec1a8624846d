import type { PlaceholderMap } from '../../../policies/protect/index.js'
import type { Dismissal } from '../../check/dismissals.js'
import type { Task } from '../../write/tasks.js'
import type { Kept } from './kept.js'

/** What somebody has written. `answers`: by task and field, so that each task finds its own again. */
export type Fields = {
  readonly material: string
  readonly wish: string
  /** Key points for letters; a text looked at by an aid stays beside them. */
  readonly points: string
  readonly answers: Readonly<Record<string, string>>
}

/** What undoing brings back, and what undoing once more does. */
type Before = Pick<Work, 'fields' | 'map' | 'removed' | 'before'>

export type Work = {
  readonly fields: Fields
  readonly origin: string | undefined
  readonly procedure: string | undefined
  readonly tool: string | undefined
  /** Placeholder → what stood there. Never leaves this window. */
  readonly map: PlaceholderMap
  /** Places taken out with one press. */
  readonly removed: number
  readonly before: Before | undefined
  readonly dismissals: readonly Dismissal[]
}

/** Nothing said yet. */
export const EMPTY: Work = {
  fields: { material: '', wish: '', points: '', answers: {} },
  origin: undefined,
  procedure: undefined,
  tool: undefined,
  map: new Map(),
  removed: 0,
  before: undefined,
  dismissals: [],
}

export const fieldKey = (task: string, field: string): string => `${task}/${field}`

/** The texts a task works on, in the order in which its fields are joined. */
export function textsOf(task: Task, { material, wish, points, answers }: Fields): string[] {
  const own = (id: string): string => answers[fieldKey(task.id, id)] ?? ''
  switch (task.kind) {
    case 'prompt':
      return [material, wish, ...task.prompt.asks.map(({ id }) => own(id))]
    case 'letter':
      return [points, ...task.letter.fields.map(({ id }) => own(id))]
    case 'aid':
      return task.id === 'checkliste' ? [material, own(OWN_LIST)] : [material]
  }
}

export const OWN_LIST = 'liste'

/** The fields with other texts in them, in the order of `textsOf`. */
export function withTexts(task: Task, fields: Fields, texts: readonly string[]): Fields {
  const [first = '', ...rest] = texts
  const answered = (ids: readonly string[], values: readonly string[]): Fields['answers'] => ({
    ...fields.answers,
    ...Object.fromEntries(ids.map((id, at) => [fieldKey(task.id, id), values[at] ?? ''])),
  })
  const idsOf = (entries: readonly { readonly id: string }[]): string[] => entries.map(({ id }) => id)
  switch (task.kind) {
    case 'prompt': {
      const [wish = '', ...asked] = rest
      return { ...fields, material: first, wish, answers: answered(idsOf(task.prompt.asks), asked) }
    }
    case 'letter':
      return { ...fields, points: first, answers: answered(idsOf(task.letter.fields), rest) }
    case 'aid':
      return task.id === 'checkliste'
        ? { ...fields, material: first, answers: answered([OWN_LIST], rest) }
        : { ...fields, material: first }
  }
}

/** What was kept over a reload. What somebody had ruled out is asked again, and nothing can be undone any more. */
export const workOf = ({ fields, origin, procedure, tool, map, removed }: Kept): Work => ({
  ...EMPTY,
  fields,
  origin,
  procedure,
  tool,
  map: new Map(map),
  removed,
})

/** What undoing the next change comes back to. */
export const stepOf = ({ fields, map, removed, before }: Work): Before => ({ fields, map, removed, before })
