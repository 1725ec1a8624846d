/// <reference types="office-js" />
import { inWord } from './failures.js'

/**
 * Writes with changes tracked. Switching on, writing and switching back are one batch, so that no other pane on the same
 * document sees (or inherits) the switch; if the batch breaks in the middle, the mode is put back on its own.
 */
export async function tracked(context: Word.RequestContext, write: () => void): Promise<void> {
  const { document } = context
  document.load('changeTrackingMode')
  await context.sync()
  const mode = document.changeTrackingMode
  try {
    document.changeTrackingMode = 'TrackAll'
    write()
    document.changeTrackingMode = mode
    await context.sync()
  } catch (error) {
    await inWord(async fresh => {
      fresh.document.changeTrackingMode = mode
      await fresh.sync()
      return { kind: 'done' }
    })
    throw error
  }
}

/** The same without a trace. A person who tracks their own changes keeps doing so. */
export async function untracked(context: Word.RequestContext, write: () => void): Promise<void> {
  write()
  await context.sync()
}
