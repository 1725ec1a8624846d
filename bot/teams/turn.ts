import type { Card } from './cards/card.js'

/** What arrived from a chat, without anything of an SDK in it. `text` is what the person wrote, our own mention removed. */
export type Turn = {
  readonly event: Event
  readonly scope: 'personal' | 'group'
  readonly conversation: string
  readonly user: string
  readonly message: string
}

export type Event =
  | { readonly kind: 'message'; readonly text: string; readonly edited: boolean }
  | { readonly kind: 'attachment'; readonly what: 'file' | 'image' | 'voice' }
  | { readonly kind: 'button'; readonly verb: string; readonly data: unknown }
  | { readonly kind: 'joined' }
  | { readonly kind: 'removed' }
  | { readonly kind: 'unknown-invoke'; readonly name: string }
  | { readonly kind: 'other' }

/** One message to send; `suggestions` are prompts a person can tap. */
export type Message = { readonly card: Card; readonly suggestions?: readonly string[] }

/** What a turn leads to: messages, and for a button the card that takes the place of its own. */
export type Outcome = { readonly messages: readonly Message[]; readonly replacement?: Card }

export const NOTHING: Outcome = { messages: [] }
export const send = (card: Card, suggestions?: readonly string[]): Outcome => ({
  messages: [suggestions ? { card, suggestions } : { card }],
})
