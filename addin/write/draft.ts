import type { GenerateRefusal, GenerateRequest } from '../../policies/generation-contract.js'
import type { PlaceholderMap, Restored } from '../../policies/protect/index.js'
import type { Purpose } from '../../policies/tools/purposes.js'

/** What a draft is made of; `map` stays in this window and is never sent. */
export type Order = {
  /** The task it belongs to, as its address names it. */
  readonly task: string
  readonly request: GenerateRequest
  readonly map: PlaceholderMap
  readonly toolName: string
  /** The text it began with, with its real details, to compare with. */
  readonly source: string
}

/** Where a draft stands. Whatever came stays, however it ended. */
export type Draft = {
  readonly order: Order
  /** Counts up with each draft, so that nothing of an old one is taken for the new one. */
  readonly number: number
  readonly text: string
  /** What the person made of it; undefined while it is as it came. */
  readonly edited: string | undefined
  readonly phase: 'waiting' | 'writing' | 'ended'
  readonly end: End | undefined
  /** Placeholders that never came back, and those that stand for nothing. */
  readonly missing: readonly string[]
  readonly invented: readonly string[]
}

/** `offline`, `strange`, `refused-person`: nothing came back that can be read, or the person is not let in. */
export type End =
  | { readonly kind: 'done'; readonly finish: 'stop' | 'length' | 'filtered'; readonly label: string | undefined }
  | { readonly kind: 'cut'; readonly problem: string | undefined }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'refused'; readonly refusal: GenerateRefusal }
  | {
      readonly kind: 'unsent'
      readonly why: 'offline' | 'strange' | 'not-let-in'
      readonly message: string | undefined
    }

export const beginDraft = (order: Order, number: number): Draft => ({
  order,
  number,
  text: '',
  edited: undefined,
  phase: 'waiting',
  end: undefined,
  missing: [],
  invented: [],
})

export const hear = (draft: Draft, text: string): Draft =>
  text === '' ? draft : { ...draft, phase: 'writing', text: draft.text + text }

/** @param rest what was held back until the end, and the placeholders that did not fit */
export const endDraft = (draft: Draft, { text, missing, invented }: Restored, end: End): Draft => ({
  ...draft,
  text: draft.text + text,
  phase: 'ended',
  end,
  missing,
  invented,
})

export const textOf = ({ edited, text }: Draft): string => edited ?? text

/** A finished draft once more through a model: shorter, friendlier, simpler. */
export function followUp({ order }: Draft, purpose: Purpose, material: string): Order {
  const { tool, procedure, declared } = order.request
  return {
    ...order,
    request: {
      tool,
      purpose,
      material,
      wish: '',
      answers: {},
      declared,
      ...(procedure === undefined ? {} : { procedure }),
    },
  }
}
