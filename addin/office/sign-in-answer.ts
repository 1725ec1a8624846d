/// <reference types="office-js" />
import { loadScript, OFFICE_JS } from './load.js'

/** In a dialog of Office: Office.js says who it is, and remembers it for the next page of this window. */
export async function startOffice(address = OFFICE_JS): Promise<void> {
  if (typeof Office === 'undefined') await loadScript(address, window)
  await Office.onReady()
}

/** Hands an answer to the pane that opened this dialog, and to no page of another house; false if there is none. */
export async function answerInDialog(answer: string, origin: string, address?: string): Promise<boolean> {
  try {
    await startOffice(address)
    Office.context.ui.messageParent(answer, { targetOrigin: origin })
    return true
  } catch {
    return false
  }
}
