import { CHANGING } from './changing.js'
import { INSERTING } from './inserting.js'
import { MARKING } from './marking.js'
import { NOTING } from './noting.js'
import { READING } from './reading.js'
import type { Row } from './row.js'
import { TAKING } from './taking.js'

/** What a document does, wherever it is: each row runs on the page without Word and in each Word. */
export const CONTRACT: Readonly<Record<string, readonly Row[]>> = {
  'reading the selection': READING,
  'changing the selection': CHANGING,
  'marking, refusing, and making changes once': MARKING,
  inserting: INSERTING,
  'taking over': TAKING,
  'notes and markings': NOTING,
}
