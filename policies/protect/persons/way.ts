import type { Doc } from '../text/document.js'
import type { Name } from './name.js'

/** One way in which German texts name a person: looks at a word and reads the name that begins at or behind it. */
export type Way = (doc: Doc, word: number) => Name | undefined

/** A single word that is a surname. */
export const plain = (first: number): Name => ({ first, last: first, given: 0, surname: 'known' })
