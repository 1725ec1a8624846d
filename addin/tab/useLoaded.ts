import { useEffect, useState } from 'react'
import type { Failure, Result } from '../api/index.js'

export type Loaded<Value> =
  | { readonly phase: 'loading' }
  | { readonly phase: 'failed'; readonly failure: Failure; readonly again: () => void }
  | { readonly phase: 'ready'; readonly value: Value; readonly again: () => void }

/** Something asked from the service when a page opens, and again when `key` changes. Late answers to an old key are dropped. */
export function useLoaded<Value>(key: string, load: () => Promise<Result<Value>>): Loaded<Value> {
  const [attempt, setAttempt] = useState(0)
  const wanted = `${attempt} ${key}`
  const [known, setKnown] = useState<{ readonly of: string; readonly key: string; readonly result: Result<Value> }>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: key and attempt are the reasons to load, not the function
  useEffect(() => {
    let current = true
    load().then(
      result => {
        if (current) setKnown({ of: wanted, key, result })
      },
      () => {
        if (current) setKnown({ of: wanted, key, result: { ok: false, failure: { kind: 'strange' } } })
      },
    )
    return () => {
      current = false
    }
  }, [wanted])
  const again = (): void => setAttempt(attempt + 1)
  // Asked again, what is there stays in sight until the new answer comes.
  if (!known || known.key !== key || (known.of !== wanted && !known.result.ok)) return { phase: 'loading' }
  const { result } = known
  return result.ok
    ? { phase: 'ready', value: result.value, again }
    : { phase: 'failed', failure: result.failure, again }
}
