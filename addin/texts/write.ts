import { AID } from './write/aid.js'
import { DRAFT } from './write/draft.js'
import { SENDING } from './write/sending.js'
import { TASKS } from './write/tasks.js'

const wordsIn = (language: 'de' | 'en') => ({
  ...TASKS[language],
  ...SENDING[language],
  ...DRAFT[language],
  ...AID[language],
})

/**
 * Words of the page "Schreiben", from the task to the finished text. Marked as pure, or the bundler would load them before
 * anything is painted: it does not know what a spread may do.
 */
export const WRITE = { de: /* @__PURE__ */ wordsIn('de'), en: /* @__PURE__ */ wordsIn('en') }
export type WriteTexts = typeof WRITE.de
