import type { Author, Draft } from './document.js'

/** What our content controls are called, and how they are known again. A tag holds at most 64 characters in Word. */
export type Frame = { readonly kind: Draft['kind']; readonly id: string }

const TAGS: Readonly<Record<Draft['kind'], string>> = {
  draft: 'ki-kompass-entwurf:',
  insertion: 'ki-kompass-einfuegung:',
}

/** They stand in the document, whose language is German whatever the pane speaks. */
export const TITLES: Readonly<Record<Draft['kind'], string>> = {
  draft: 'KI-Entwurf – noch nicht geprüft',
  insertion: 'Eingefügter Text',
}

/** Text of building blocks carries no mark of AI. */
export const frameFor = (author: Author, key: string): Frame => {
  if (!KEY.test(key)) throw new Error('A key has 1 to 40 letters, digits or hyphens.')
  return { kind: author === 'model' ? 'draft' : 'insertion', id: key }
}

const KEY = /^[A-Za-z0-9-]{1,40}$/

export const tagOf = ({ kind, id }: Frame): string => TAGS[kind] + id

/** Undefined: the control is somebody else's. */
export function frameOf(tag: string): Frame | undefined {
  for (const kind of ['draft', 'insertion'] as const) {
    const id = tag.slice(TAGS[kind].length)
    if (tag.startsWith(TAGS[kind]) && KEY.test(id)) return { kind, id }
  }
  return undefined
}

/** A passage that spans cells of a table has a frame in each; together they are one draft. */
export function draftsOf(controls: readonly { readonly tag: string; readonly text: string }[]): Draft[] {
  const drafts = new Map<string, Draft>()
  for (const { tag, text } of controls) {
    const frame = frameOf(tag)
    if (!frame) continue
    const earlier = drafts.get(tag)
    drafts.set(tag, { ...frame, text: earlier ? `${earlier.text}\n${text}` : text })
  }
  return [...drafts.values()]
}
