import { useState } from 'react'
import type { PlaceholderMap } from '../../../policies/protect/index.js'
import { carryOver, isAnotherText } from '../../check/dismissals.js'
import { joinFields } from '../../write/parts.js'
import type { Task } from '../../write/tasks.js'
import type { WritingPlace } from './place.js'
import { EMPTY, type Fields, stepOf, textsOf, type Work } from './work.js'

/** What the place knows of the text's origin beforehand. */
type Memory = Pick<WritingPlace, 'remembered' | 'remember' | 'before'>

/** Everything somebody said on the page; kept in its memory while other pages are shown, and nowhere else. */
export function useWork(task: Task | undefined, { remembered, remember, before }: Memory) {
  const [told, setWork] = useState<Work>(() => before()?.work ?? EMPTY)
  const { origin = remembered.origin, procedure = remembered.procedure } = told
  const work: Work = { ...told, origin, procedure }
  const joinedOf = (some: Fields): string => (task ? joinFields(textsOf(task, some)).text : '')
  const put = (fields: Fields): void =>
    setWork(known => ({
      ...known,
      fields,
      dismissals: carryOver(known.dismissals, joinedOf(known.fields), joinedOf(fields)),
      ...(isAnotherText(known.fields.material, fields.material)
        ? { origin: undefined, removed: 0, before: undefined }
        : {}),
    }))
  return {
    work,
    /** As it was said, without what the place adds to it. */
    told,
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
        before: stepOf(known),
        dismissals: [],
      })),
    /** Fields in which so many places are taken out. */
    remove: (fields: Fields, places: number) =>
      setWork(known => ({
        ...known,
        fields,
        removed: known.removed + places,
        before: stepOf(known),
        dismissals: carryOver(known.dismissals, joinedOf(known.fields), joinedOf(fields)),
      })),
    undo: () => setWork(known => ({ ...known, ...known.before, dismissals: [] })),
    answers: (answers: readonly (readonly [string, string])[]) =>
      put({ ...work.fields, answers: { ...work.fields.answers, ...Object.fromEntries(answers) } }),
    clearPoints: () => put({ ...work.fields, points: '' }),
    clear: () => setWork(known => ({ ...EMPTY, tool: known.tool })),
  }
}
export type Working = ReturnType<typeof useWork>
