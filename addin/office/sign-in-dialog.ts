/// <reference types="office-js" />

/** What came of a dialog: an answer in it (the query of an address), closed by the person, or not opened at all. */
export type DialogEnd =
  | { readonly kind: 'answer'; readonly query: string }
  | { readonly kind: 'closed' | 'blocked' | 'failed' }

/** Percent of the screen: room for the pages of every provider. */
const SIZE = { height: 70, width: 35 }
/** Office's numbers (documented under "Dialog API errors"): closed by the person. Any other end is an address that fails. */
const CLOSED = 12006

export const canShowDialog = (): boolean => Office.context.requirements.isSetSupported('DialogApi', '1.1')

let open: Office.Dialog | undefined

/**
 * Opens a dialog of Office, which has to begin on one of our own pages, and waits for its answer. Answers from pages of another
 * house do not count. Office before DialogOrigin 1.1 does not say where one came from; there the state in it has to do.
 */
export function askInDialog(address: string, origin: string): Promise<DialogEnd> {
  // Office shows one at a time; the one before has been given up.
  closeDialog()
  return new Promise(done => {
    // Asked for by a click, so Office need not ask once more.
    Office.context.ui.displayDialogAsync(address, { ...SIZE, promptBeforeOpen: false }, ({ status, value: dialog }) => {
      if (status === Office.AsyncResultStatus.Failed) return done({ kind: 'blocked' })
      open = dialog
      const end = (how: DialogEnd): void => {
        if (open === dialog) open = undefined
        done(how)
      }
      dialog.addEventHandler(Office.EventType.DialogMessageReceived, given => {
        if (!('message' in given) || (given.origin !== undefined && given.origin !== origin)) return
        dialog.close()
        end({ kind: 'answer', query: given.message })
      })
      dialog.addEventHandler(Office.EventType.DialogEventReceived, given =>
        end({ kind: 'error' in given && given.error === CLOSED ? 'closed' : 'failed' }),
      )
    })
  })
}

function closeDialog(): void {
  open?.close()
  open = undefined
}
