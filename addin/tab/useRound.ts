import { useEffect, useState } from 'react'
import type { StartRequest } from '../../policies/learning-contract.js'
import type { Inputs } from '../../policies/training/answer.js'
import type { Api, Failure } from '../api/index.js'
import { answered, type RoundState, shown } from '../learn/round.js'
import { useAction } from './useAction.js'

export type Round = {
  /** Undefined until the first question is there. */
  readonly state: RoundState | undefined
  /** Whether something was done already; the first thing shown leaves the focus where it is. */
  readonly moved: boolean
  readonly sending: boolean
  readonly failure: Failure | undefined
  readonly choose: (inputs: Inputs) => void
  readonly answer: () => void
  readonly goOn: () => void
  readonly restart: () => void
}

/** Rounds somebody has left for a moment, to read a rule for instance; for the life of the page only. */
const left = new Map<string, RoundState>()

/** A round or portion from the first question to its end. Nothing chosen is lost when the line is. */
export function useRound(api: Api, request: StartRequest): Round {
  const name = request.kind === 'round' ? request.module : request.kind
  const [state, setState] = useState(() => left.get(name))
  const [moved, setMoved] = useState(false)
  const action = useAction()
  const start = (): void =>
    action.run(
      () => api.start(request),
      step => setState(shown(step)),
    )
  // biome-ignore lint/correctness/useExhaustiveDependencies: a round starts once, when the page opens, or goes on where it was left
  useEffect(() => {
    if (!state) start()
  }, [])
  useEffect(() => {
    if (state?.kind === 'question' || state?.kind === 'feedback') left.set(name, state)
    else left.delete(name)
  }, [name, state])
  return {
    state,
    moved,
    sending: action.sending,
    failure: action.failure,
    choose: inputs => {
      if (state?.kind === 'question') setState({ kind: 'question', step: state.step, inputs })
    },
    answer: () => {
      if (state?.kind !== 'question') return
      const { step, inputs } = state
      action.run(
        () => api.answer({ session: step.session, inputs }),
        answer => {
          setMoved(true)
          setState(answered({ kind: 'question', step, inputs }, answer))
        },
      )
    },
    goOn: () => {
      if (state?.kind === 'feedback') setState(shown(state.after))
    },
    restart: () => {
      setMoved(true)
      start()
    },
  }
}
