import type { KeptTurn } from '../storage/store.js'
import type { Services } from './services.js'
import type { Outcome, Turn } from './turn.js'

/** What outlives a turn, kept once it has been answered: what it was about, and which of our messages answers which. */
export async function keepTurn(
  { conversation }: Pick<Turn, 'conversation'>,
  { topic }: Outcome,
  replies: KeptTurn['replies'],
  { memory, now }: Pick<Services, 'memory' | 'now'>,
): Promise<void> {
  if (topic || replies.length > 0) await memory.keep(conversation, { topic, replies }, now())
}
