import type { Author, Placed, Wish } from './document.js'

/** How new text is to be seen. A frame around building blocks is there only while they are written, unless it is the mark. */
export type Marking = Pick<Placed, 'marked'> & { readonly keepFrame: boolean }

export function markingFor(author: Author, wish: Wish, canTrack: boolean): Marking {
  const keepFrame = author === 'model' || (wish.tracked && !canTrack)
  return { marked: wish.tracked && canTrack ? 'tracked' : keepFrame ? 'frame' : 'none', keepFrame }
}
