import { PackView } from '../../policies/contract.js'
import { ask, type Result, type Send } from './send.js'

/** The rules and word lists of the municipality, for checking texts in this browser. */
export const loadPack = (send: Send, signal: AbortSignal): Promise<Result<PackView>> =>
  ask(send, PackView, '/api/pack', { signal })
