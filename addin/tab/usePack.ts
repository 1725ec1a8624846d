import { useEffect, useState } from 'react'
import type { PackView } from '../../policies/contract.js'
import { loadPack } from '../api.js'
import { type Checker, createChecker } from '../check/checker.js'

export type PackState =
  | { readonly phase: 'loading' | 'failed'; readonly again: () => void }
  | { readonly phase: 'ready'; readonly pack: PackView; readonly checker: Checker }

/** The pack and the engine made of it; both once for the life of the page. */
export function usePack(): PackState {
  const [attempt, setAttempt] = useState(0)
  const [loaded, setLoaded] = useState<{ pack: PackView; checker: Checker } | 'failed'>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt is the reason to load again
  useEffect(() => {
    const leaving = new AbortController()
    let checker: Checker | undefined
    load(leaving.signal).then(
      result => {
        if (leaving.signal.aborted) return
        if (result !== 'failed') checker = result.checker
        setLoaded(result)
      },
      () => setLoaded('failed'),
    )
    return () => {
      leaving.abort()
      checker?.close()
    }
  }, [attempt])
  if (typeof loaded === 'object') return { phase: 'ready', ...loaded }
  const again = (): void => {
    setLoaded(undefined)
    setAttempt(attempt + 1)
  }
  return { phase: loaded ?? 'loading', again }
}

async function load(signal: AbortSignal): Promise<{ pack: PackView; checker: Checker } | 'failed'> {
  const result = await loadPack(signal)
  if (!result.ok || signal.aborted) return 'failed'
  try {
    return { pack: result.pack, checker: createChecker(result.pack.protect.lists) }
  } catch {
    return 'failed'
  }
}
