import type { KeptTurn } from '../storage/store.js'
import { StorageUnavailable } from '../storage/unavailable.js'
import type { Services } from './services.js'
import type { Outcome, Turn } from './turn.js'

/**
 * What outlives a turn, kept once it has been answered: what it was about, and which of our messages answers which. If the
 * storage is away, the answer stands all the same, and the next question may have to be asked in full.
 */
export async function keepTurn(
  { conversation }: Pick<Turn, 'conversation'>,
  { topic }: Outcome,
  replies: KeptTurn['replies'],
  { memory, now }: Pick<Services, 'memory' | 'now'>,
): Promise<void> {
  if (!topic && replies.length === 0) return
  try {
    await memory.keep(conversation, { topic, replies }, now())
  } catch (error) {
    if (!(error instanceof StorageUnavailable)) throw error
  }
}
