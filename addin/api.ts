import { z } from 'zod'
import { PackView } from '../policies/contract.js'

// zod would try to compile code; the page's content security policy refuses that, so it need not try.
z.config({ jitless: true })

/** Longer than any pack takes to arrive over a slow line. */
const PATIENCE = 20_000

export type Loaded = { readonly ok: true; readonly pack: PackView } | { readonly ok: false }

/** The rules and word lists of the municipality: the only thing this page ever asks for. */
export async function loadPack(signal: AbortSignal): Promise<Loaded> {
  try {
    const response = await fetch('/api/pack', { signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)]) })
    if (!response.ok) return { ok: false }
    const pack = PackView.safeParse(await response.json())
    return pack.success ? { ok: true, pack: pack.data } : { ok: false }
  } catch {
    return { ok: false }
  }
}
