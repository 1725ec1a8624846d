import { createContext, type ReactNode } from 'react'
import type { PlaceholderMap } from '../../../policies/protect/index.js'
import type { Purpose } from '../../../policies/tools/purposes.js'
import type { Draft } from '../../write/draft.js'
import { hrefOf, type Route } from '../route.js'
import type { Work } from './work.js'

/** A finished text, and what there is to know about it before it goes anywhere. */
export type Finished = {
  readonly text: string
  /** Who worded it: a model (somebody must check it), or the building blocks. */
  readonly made: { readonly by: 'model'; readonly tool: string; readonly purpose: Purpose } | { readonly by: 'blocks' }
  /** The text it began with, with its real details; empty if it began with none. */
  readonly source: string
  /** The real details in it, to be marked. */
  readonly map: PlaceholderMap
}

/** Everything somebody has written at the desk. */
export type Written = { readonly work: Work; readonly draft: Draft | undefined }

type Said = { readonly origin?: string | undefined; readonly procedure?: string | undefined }

/** Where the writing goes on: on a page of its own, or beside a document. */
export type WritingPlace = {
  /** Ways to fetch a text for a field. */
  readonly material: (onText: (text: string) => void) => ReactNode
  /** What else can be done with a finished text. */
  readonly result: (finished: Finished) => ReactNode
  readonly hrefOf: (route: Route) => string
  /** What was said about this document before, and what is told about it now. */
  readonly remembered: Said
  readonly remember: (said: Said) => void
  /** What had been written before the desk was put here anew. */
  readonly before: () => Written | undefined
  readonly keep: (written: Written) => void
}

const ALONE: WritingPlace = {
  material: () => null,
  result: () => null,
  hrefOf,
  remembered: {},
  remember: () => {},
  before: () => undefined,
  keep: () => {},
}

export const WritingPlace = createContext<WritingPlace>(ALONE)
