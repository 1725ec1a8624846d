/// <reference types="office-js" />
import type { Capabilities, Missing } from '../document.js'

/** What each thing needs of Word; the pane itself needs 1.3. */
const SETS = { tracked: '1.4', comments: '1.4', deletions: '1.4', footnotes: '1.5' } as const
export const LEAST_WORD = '1.3'

export const supports = (version: string): boolean => Office.context.requirements.isSetSupported('WordApi', version)

export function readCapabilities(): Capabilities {
  const can = {
    tracked: supports(SETS.tracked),
    comments: supports(SETS.comments),
    deletions: supports(SETS.deletions),
    footnotes: supports(SETS.footnotes),
  }
  const tooOld = (['tracked', 'footnotes', 'comments', 'deletions'] as const)
    .filter(what => !can[what])
    .map((what): Missing => ({ what, because: 'word-too-old' }))
  return {
    ...can,
    headers: true,
    readOnly: Office.context.document.mode === Office.DocumentMode.ReadOnly,
    missing: [...tooOld, { what: 'label-file', because: 'never' }, { what: 'text-boxes', because: 'never' }],
  }
}
