export {
  type CheckedItem,
  type Completeness,
  checkCompleteness,
  type ItemState,
  REASON_WORDS,
} from './completeness/check.js'
export { ownList, type Wanted } from './completeness/own-list.js'
export { REMINDER_LETTER, toReminder } from './completeness/reminder.js'
export { type Gap, gapsIn } from './letters/gaps.js'
export type { LetterContext, LetterInput } from './letters/input.js'
export { type WrittenLetter, writeLetter } from './letters/write-letter.js'
export { type MayHelp, mayHelpWith } from './may-help.js'
export { ASSISTANT } from './name.js'
export { GRADE_WORDS, type Grade } from './readability/figures.js'
export { REMARK_WORDS, type Remark, type RemarkKind } from './readability/findings/remark.js'
export { type Readability, readability } from './readability/readability.js'
export { type Extent, type Summary, summarise } from './summary/summarise.js'
