import type { Kind } from '../../policies/protect/index.js'

/** A stretch of a text that must (or, if optional, may) be found; `also` are other kinds that are right as well. */
export type Mark = {
  readonly start: number
  readonly end: number
  readonly type: Kind
  readonly value: string
  readonly alt: readonly Kind[]
  readonly optional: boolean
}

const MARK = /\[\[(\?)?(?:([A-Z_]+(?:\/[A-Z_]+)*)\|)?([\s\S]*?)\]\]/g

/** Takes the marks `[[KIND|value]]`, `[[?KIND|value]]` or `[[value]]` out of a text and says where the values stand. */
export function readMarks(marked: string, usual: Kind): { readonly text: string; readonly marks: readonly Mark[] } {
  const marks: Mark[] = []
  let text = ''
  let last = 0
  for (const match of marked.matchAll(MARK)) {
    const [whole, optional, kinds, value = ''] = match
    text += marked.slice(last, match.index)
    const [type = usual, ...alt] = (kinds?.split('/') ?? [usual]) as Kind[]
    marks.push({ start: text.length, end: text.length + value.length, type, value, alt, optional: optional === '?' })
    text += value
    last = match.index + whole.length
  }
  return { text: text + marked.slice(last), marks }
}
