import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Failure, Result } from '../api/index.js'

export type Action = {
  readonly sending: boolean
  readonly failure: Failure | undefined
  /** Runs one request; while it is under way every further press is left out. */
  readonly run: <Value>(request: () => Promise<Result<Value>>, done: (value: Value) => void) => void
}

/** A button that sends something: once, however often it is pressed, and with its failure to be shown. */
export function useAction(): Action {
  const busy = useRef(false)
  const [sending, setSending] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const settle = (failed: Failure | undefined): void => {
    busy.current = false
    setSending(false)
    setFailure(failed)
  }
  return {
    sending,
    failure,
    run: (request, done) => {
      if (busy.current) return
      busy.current = true
      setSending(true)
      setFailure(undefined)
      request().then(
        result =>
          // At once, so that no press falls between the answer and its being shown.
          flushSync(() => {
            settle(result.ok ? undefined : result.failure)
            if (result.ok) done(result.value)
          }),
        () => settle({ kind: 'strange' }),
      )
    },
  }
}
