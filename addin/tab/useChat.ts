import { useState } from 'react'
import type { ChatResponse } from '../../policies/learning-contract.js'
import type { Api, Failure } from '../api/index.js'
import type { Pressed } from '../cards/render.js'
import type { CardJson } from './AnswerCard.js'
import { useAction } from './useAction.js'

type Entry =
  | { readonly id: number; readonly kind: 'question'; readonly text: string }
  /** `edition` counts how often a button on the card replaced it. */
  | { readonly id: number; readonly kind: 'card'; readonly card: CardJson; readonly edition: number }

export type Chat = {
  readonly entries: readonly Entry[]
  readonly sending: boolean
  readonly failure: Failure | undefined
  /** The card one is led to: the first that came after a button was pressed. */
  readonly arrived: number | undefined
  readonly ask: (text: string, done: () => void) => void
  readonly press: (entry: number, pressed: Pressed) => void
  /** Sends once more what did not get through. */
  readonly again: () => void
}

/** The conversation of this page, in memory only. */
export function useChat(api: Api): Chat {
  const [entries, setEntries] = useState<readonly Entry[]>([])
  const [arrived, setArrived] = useState<number>()
  const [again, setAgain] = useState<() => void>(() => () => {})
  const action = useAction()

  const ask = (text: string, done: () => void): void => {
    setAgain(() => () => ask(text, done))
    action.run(
      () => api.chat({ kind: 'text', text }),
      answer => {
        done()
        setArrived(undefined)
        setEntries(before => added([...before, { id: before.length, kind: 'question', text }], answer))
      },
    )
  }
  const press = (entry: number, { verb, data }: Pressed): void => {
    setAgain(() => () => press(entry, { verb, data }))
    action.run(
      () => api.chat({ kind: 'button', verb, data }),
      answer => {
        setArrived(answer.replacement === undefined && answer.cards.length > 0 ? entries.length : entry)
        setEntries(before => added(replaced(before, entry, answer.replacement), answer))
      },
    )
  }
  return { entries, sending: action.sending, failure: action.failure, arrived, ask, press, again }
}

const added = (entries: readonly Entry[], { cards }: ChatResponse): Entry[] => [
  ...entries,
  ...cards.map((card, at): Entry => ({ id: entries.length + at, kind: 'card', card, edition: 0 })),
]

const replaced = (entries: readonly Entry[], id: number, card: CardJson | undefined): readonly Entry[] =>
  card === undefined
    ? entries
    : entries.map(entry =>
        entry.id === id && entry.kind === 'card' ? { ...entry, card, edition: entry.edition + 1 } : entry,
      )
