import { useEffect, useState } from 'react'
import type { PackView } from '../../../policies/contract.js'
import type { Send } from '../../api/index.js'
import { loadPack } from '../../api/pack.js'
import type { Checker } from '../../check/checker.js'

export type PackState =
  | { readonly phase: 'loading' | 'failed'; readonly again: () => void }
  | { readonly phase: 'ready'; readonly pack: PackView; readonly checker: Checker }

/** The pack and the engine made of it; both once for the life of the page. */
export function usePack(send: Send): PackState {
  const [attempt, setAttempt] = useState(0)
  const [loaded, setLoaded] = useState<{ pack: PackView; checker: Checker } | 'failed'>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt is the reason to load again
  useEffect(() => {
    const leaving = new AbortController()
    let checker: Checker | undefined
    load(send, leaving.signal).then(
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
  }, [send, attempt])
  if (typeof loaded === 'object') return { phase: 'ready', ...loaded }
  const again = (): void => {
    setLoaded(undefined)
    setAttempt(attempt + 1)
  }
  return { phase: loaded ?? 'loading', again }
}

async function load(send: Send, signal: AbortSignal): Promise<{ pack: PackView; checker: Checker } | 'failed'> {
  // The engine comes beside the lists, and like them before anybody has entered a text.
  const engine = import('../../check/checker.js').catch(() => undefined)
  const result = await loadPack(send, signal)
  if (!result.ok || signal.aborted) return 'failed'
  try {
    const loaded = await engine
    if (!loaded) return 'failed'
    return { pack: result.value, checker: loaded.createChecker(result.value.protect.lists) }
  } catch {
    return 'failed'
  }
}
