import { useEffect, useRef, useState } from 'react'
import { createRestorer } from '../../../policies/protect/placeholders/restore.js'
import type { Generate, Generated } from '../../api/index.js'
import { beginDraft, type Draft, type End, endDraft, hear, type Order } from '../../write/draft.js'

export type Drafting = {
  readonly draft: Draft | undefined
  readonly start: (order: Order) => void
  readonly stop: () => void
  readonly edit: (text: string) => void
}

/**
 * One draft at a time; a new one ends the one before. What it holds is forgotten with the page.
 * @param before the draft there was when the desk was put here anew
 */
export function useDraft(generate: Generate, before: () => Draft | undefined): Drafting {
  const [draft, setDraft] = useState(() => settled(before()))
  const running = useRef<AbortController>(undefined)
  const count = useRef(draft?.number ?? 0)
  useEffect(() => () => running.current?.abort(), [])
  const start = (order: Order): void => {
    running.current?.abort()
    const stop = new AbortController()
    running.current = stop
    const number = ++count.current
    const receiver = createRestorer(order.map)
    const change = (changed: (draft: Draft) => Draft): void =>
      setDraft(known => (known?.number === number ? changed(known) : known))
    const end = (generated: Generated): void => {
      const rest = receiver.end()
      change(known => endDraft(known, rest, endOf(generated)))
    }
    setDraft(beginDraft(order, number))
    generate(order.request, stop.signal, piece => {
      const text = receiver.push(piece)
      change(known => hear(known, text))
    }).then(end, () => end({ kind: 'unsent', failure: { kind: 'strange' } }))
  }
  return {
    draft,
    start,
    stop: () => running.current?.abort(),
    edit: edited => setDraft(known => known && { ...known, edited }),
  }
}

/** Nobody writes on at a draft of before. */
const settled = (draft: Draft | undefined): Draft | undefined =>
  draft && draft.phase !== 'ended' ? { ...draft, phase: 'ended', end: { kind: 'cut', problem: undefined } } : draft

function endOf(generated: Generated): End {
  if (generated.kind !== 'unsent') return generated
  const { failure } = generated
  switch (failure.kind) {
    case 'offline':
    case 'strange':
      return { kind: 'unsent', why: failure.kind, message: undefined }
    case 'refused':
      return { kind: 'unsent', why: 'not-let-in', message: failure.message }
    case 'problem':
      return { kind: 'unsent', why: 'strange', message: failure.message }
  }
}
