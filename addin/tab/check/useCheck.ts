import { useEffect, useRef, useState } from 'react'
import type { Checker } from '../../check/checker.js'
import type { Checked } from '../../check/messages.js'
import { LONGEST } from '../../check/text-file.js'

/** Long enough for somebody to type on, short enough to feel immediate. */
const PAUSE = 200
/** Nobody types as many characters at once: pasted, dropped, dictated. Then nobody need wait either. */
const AT_ONCE = 20

export type CheckState =
  | { readonly phase: 'empty' | 'too-long' }
  | { readonly phase: 'failed'; readonly again: () => void }
  /** `last` is what was known of an earlier text: to be shown on, never to be relied on. */
  | { readonly phase: 'checking'; readonly done: number; readonly last: Checked | undefined }
  | { readonly phase: 'done'; readonly checked: Checked }

/** What is known, of this text or the one before; only `done` counts. */
export const knownOf = (state: CheckState): Checked | undefined =>
  state.phase === 'done' ? state.checked : state.phase === 'checking' ? state.last : undefined

/** Checks a text whenever it changes. Whatever belongs to an earlier text never counts for this one. */
export function useCheck(checker: Checker, text: string): CheckState {
  const [checked, setChecked] = useState<Checked>()
  const [failure, setFailure] = useState<{ readonly text: string }>()
  const [progress, setProgress] = useState({ text: '', done: 0 })
  const [attempt, setAttempt] = useState(0)
  const before = useRef(0)
  const empty = text.trim() === ''
  const tooLong = text.length > LONGEST
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt is a reason to check again
  useEffect(() => {
    if (empty || tooLong) return
    let current = true
    const pause = Math.abs(text.length - before.current) > AT_ONCE ? 0 : PAUSE
    before.current = text.length
    const start = setTimeout(() => {
      checker
        .check(text, done => {
          if (current) setProgress({ text, done })
        })
        .then(
          result => {
            if (current) setChecked(result)
          },
          () => {
            if (current) setFailure({ text })
          },
        )
    }, pause)
    return () => {
      current = false
      clearTimeout(start)
    }
  }, [checker, text, empty, tooLong, attempt])
  // Of a text that was deleted nothing is kept.
  useEffect(() => {
    if (!empty) return
    setChecked(undefined)
    setFailure(undefined)
    setProgress({ text: '', done: 0 })
  }, [empty])
  if (empty) return { phase: 'empty' }
  if (tooLong) return { phase: 'too-long' }
  if (failure?.text === text) {
    const again = (): void => {
      setFailure(undefined)
      setAttempt(attempt + 1)
    }
    return { phase: 'failed', again }
  }
  if (checked?.text === text) return { phase: 'done', checked }
  return { phase: 'checking', done: progress.text === text ? progress.done : 0, last: checked }
}
