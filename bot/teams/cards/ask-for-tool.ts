import { NO_TOPIC } from '../../../policies/answer/index.js'
import type { Language } from '../../../policies/language/language.js'
import { type Action, execute } from './card.js'

/** Leads to the rule that says how a new tool comes. */
export const askForTool = (title: string, language: Language): Action =>
  execute(title, 'rule', { rule: 'neues-werkzeug-beantragen', topic: NO_TOPIC, language })
