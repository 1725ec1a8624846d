import { useCallback, useEffect, useState } from 'react'
import type { Draft, Failure, WordDocument } from '../../office/document.js'

export type Drafts =
  | { readonly phase: 'loading' }
  | { readonly phase: 'failed'; readonly failure: Failure; readonly look: () => void }
  | { readonly phase: 'ready'; readonly drafts: readonly Draft[]; readonly look: () => void }

/** The passages nobody has taken over yet; looked for when the pane opens, after each change, and when somebody comes back. */
export function useDrafts(document: WordDocument): Drafts {
  const [drafts, setDrafts] = useState<readonly Draft[]>()
  const [failure, setFailure] = useState<Failure>()
  const look = useCallback(() => {
    document.listDrafts().then(
      outcome => {
        setFailure(outcome.kind === 'failed' ? outcome.failure : undefined)
        if (outcome.kind === 'done') setDrafts(outcome.drafts)
      },
      () => setFailure('unknown'),
    )
  }, [document])
  useEffect(() => {
    look()
    addEventListener('focus', look)
    return () => removeEventListener('focus', look)
  }, [look])
  if (failure) return { phase: 'failed', failure, look }
  return drafts ? { phase: 'ready', drafts, look } : { phase: 'loading' }
}
