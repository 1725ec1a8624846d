import type { Topic } from '../../policies/answer/index.js'
import type { DataClass } from '../../policies/pack/terms.js'
import type { Card, PageInDialog } from './cards/card.js'

/** What arrived from a chat, without anything of an SDK in it. `text` is what the person wrote, our own mention removed. */
export type Turn = {
  readonly event: Event
  readonly scope: 'personal' | 'group'
  readonly conversation: string
  readonly user: string
  /** The person as the chat service names them, for cards that renew themselves; undefined where no chat is behind. */
  readonly account: string | undefined
  readonly message: string
}

/** The looks of Teams, as its dialogs name them. */
export type Theme = 'default' | 'dark' | 'contrast'

export type Event =
  | { readonly kind: 'message'; readonly text: string; readonly edited: boolean }
  | { readonly kind: 'attachment'; readonly what: 'file' | 'image' | 'voice' }
  | { readonly kind: 'button'; readonly verb: string; readonly data: unknown }
  /** Typed into the search box of the message extension. */
  | { readonly kind: 'search'; readonly text: string }
  /** A dialog is to open: about the text of a message if there is one, otherwise with a part of the page. */
  | { readonly kind: 'dialog'; readonly text: string; readonly theme: Theme; readonly page: PageInDialog }
  /** A dialog was closed and says nothing that would have to be checked. */
  | { readonly kind: 'done' }
  | { readonly kind: 'joined' }
  | { readonly kind: 'removed' }
  | { readonly kind: 'unknown-invoke'; readonly name: string }
  | { readonly kind: 'other' }

/**
 * One message to send; `suggestions` are prompts a person can tap. An answer and what the check says stand side by side:
 * each is renewed on its own when the message is edited, and `onlyRenews` is sent in no other case.
 */
export type Message = {
  readonly card: Card
  readonly suggestions?: readonly string[]
  readonly slot?: 'check'
  readonly onlyRenews?: true
  /** Written by a model: the chat marks the message with its own sign. */
  readonly ai?: true
}

/** What a message extension or dialog shows; nothing of it is sent to a conversation by itself. */
export type Reply =
  | { readonly kind: 'search'; readonly title: string; readonly text: string; readonly card: Card }
  | { readonly kind: 'dialog'; readonly card: Card }
  | { readonly kind: 'dialog-page'; readonly title: string; readonly url: string }
  | { readonly kind: 'done' }

/** What a turn leads to. */
export type Outcome = {
  readonly messages: readonly Message[]
  /** For a button: the card that takes the place of its own. */
  readonly replacement?: Card
  /** For a message extension or dialog. */
  readonly reply?: Reply
  /** For nobody but the person who wrote, in their own chat; a group never sees it. */
  readonly privately?: Card
  /** The classes of what others in a group could read; a channel can hide such a message. */
  readonly found?: ReadonlySet<DataClass>
  /** What the conversation is about from now on, so that the next question can lean on it. */
  readonly topic?: Topic
}

export const NOTHING: Outcome = { messages: [] }
export const send = (card: Card, suggestions?: readonly string[]): Outcome => ({
  messages: [suggestions ? { card, suggestions } : { card }],
})
