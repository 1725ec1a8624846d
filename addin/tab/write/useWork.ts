import { useState } from 'react'
import type { PlaceholderMap } from '../../../policies/protect/index.js'
import { carryOver, type Dismissal, isAnotherText } from '../../check/dismissals.js'
import { joinFields } from '../../write/parts.js'
import type { Task } from '../../write/tasks.js'
import type { WritingPlace } from './place.js'

/** What somebody has written. `answers`: by task and field, so that each task finds its own again. */
export type Fields = {
  readonly material: string
  readonly wish: string
  /** Key points for letters; a text looked at by an aid stays beside them. */
  readonly points: string
  readonly answers: Readonly<Record<string, string>>
}

type Before = { readonly fields: Fields; readonly map: PlaceholderMap }

export type Work = {
  readonly fields: Fields
  readonly origin: string | undefined
  readonly procedure: string | undefined
  readonly tool: string | undefined
  /** Placeholder → what stood there. Never leaves this window. */
  readonly map: PlaceholderMap
  readonly before: Before | undefined
  readonly dismissals: readonly Dismissal[]
}

const EMPTY: Work = {
  fields: { material: '', wish: '', points: '', answers: {} },
  origin: undefined,
  procedure: undefined,
  tool: undefined,
  map: new Map(),
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

/** The fields with other texts in them, in the same order. */
export function withTexts(task: Task, fields: Fields, [material = '', ...rest]: readonly string[]): Fields {
  if (task.kind !== 'prompt') return { ...fields, material }
  const [wish = '', ...asked] = rest
  const answers = task.prompt.asks.map(({ id }, at) => [fieldKey(task.id, id), asked[at] ?? ''])
  return { ...fields, material, wish, answers: { ...fields.answers, ...Object.fromEntries(answers) } }
}

/** What the place knows of the text's origin beforehand. */
type Memory = Pick<WritingPlace, 'remembered' | 'remember'>

/** Everything somebody said on the page; kept in its memory while other pages are shown, and nowhere else. */
export function useWork(task: Task | undefined, { remembered, remember }: Memory) {
  const [told, setWork] = useState<Work>(EMPTY)
  const { origin = remembered.origin, procedure = remembered.procedure } = told
  const work: Work = { ...told, origin, procedure }
  const put = (fields: Fields): void =>
    setWork(known => {
      const joined = (some: Fields): string => (task ? joinFields(textsOf(task, some)).text : '')
      return {
        ...known,
        fields,
        dismissals: carryOver(known.dismissals, joined(known.fields), joined(fields)),
        ...(isAnotherText(known.fields.material, fields.material) ? { origin: undefined, before: undefined } : {}),
      }
    })
  return {
    work,
    say: (said: Partial<Pick<Work, 'origin' | 'procedure' | 'tool' | 'dismissals'>>): void => {
      if ('origin' in said || 'procedure' in said) remember(said)
      setWork(known => ({ ...known, ...said }))
    },
    material: (material: string) => put({ ...work.fields, material }),
    points: (points: string) => put({ ...work.fields, points }),
    wish: (wish: string) => put({ ...work.fields, wish }),
    answer: (key: string, value: string) => put({ ...work.fields, answers: { ...work.fields.answers, [key]: value } }),
    replace: (fields: Fields, map: PlaceholderMap) =>
      setWork(known => ({
        ...known,
        fields,
        map: new Map([...known.map, ...map]),
        before: known.before ?? { fields: known.fields, map: known.map },
        dismissals: [],
      })),
    undo: () => setWork(known => ({ ...known, ...known.before, before: undefined, dismissals: [] })),
    answers: (answers: readonly (readonly [string, string])[]) =>
      put({ ...work.fields, answers: { ...work.fields.answers, ...Object.fromEntries(answers) } }),
    clearPoints: () => put({ ...work.fields, points: '' }),
    clear: () => setWork(known => ({ ...EMPTY, tool: known.tool })),
  }
}
export type Working = ReturnType<typeof useWork>
