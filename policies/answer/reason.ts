import type { Language } from '../language/language.js'
import type { Pack } from '../pack/pack-schema.js'
import type { Day } from '../pack/terms.js'
import { isApproved } from '../tools/approval.js'
import { isHarmless } from '../tools/matrix.js'
import type { Decision } from './decide.js'
import { REASON_TEXTS } from './reason-texts.js'
import { EVERYBODYS, type Offers } from './types.js'

/** The deciding reason in one sentence: what the matrix found, else the case of the rule that matched. */
export function reasonOf(
  { tool, toolClass, data, dataClass, entry, matched }: Decision,
  language: Language = 'de',
): string | undefined {
  const t = REASON_TEXTS[language]
  const ofCase = matched && t.ofCase(matched.reason)
  if (entry === undefined || entry === 'ja' || !dataClass) return ofCase
  const material = t.material(data?.name, dataClass)
  if (tool && toolClass === 'W0') return t.toolAndMaterial(tool.name, material)
  if (entry === 'bedingt') return ofCase ?? t.needsProcedure(tool?.name, material)
  const sentence = material.charAt(0).toUpperCase() + material.slice(1)
  if (dataClass === 'SECRET') return t.nowhere(sentence)
  return tool ? t.notEvenIn(sentence, tool.name) : t.notInOpen(sentence)
}

/** What must be kept in mind besides the light: a tool that is not approved or not theirs, and which ones are. */
export function conditionsOf(
  { tool, entry, dataClass }: Decision,
  pack: Pack,
  today: Day,
  language: Language = 'de',
  offers: Offers = EVERYBODYS,
): string[] {
  const t = REASON_TEXTS[language]
  const approved = pack.tools.filter(candidate => isApproved(candidate, today))
  const named = approved.filter(candidate => offers(candidate) !== 'not-theirs').map(({ name }) => name)
  const way = named.length > 0 ? t.approved(named) : t.askForApproved
  if (tool && !isApproved(tool, today) && entry === undefined) return [`${t.notApproved(tool.name)} ${way}`]
  if (entry === 'nein' && dataClass && isHarmless(dataClass)) return [way]
  if (!tool || !approved.includes(tool) || entry === 'nein') return []
  const offered = offers(tool)
  if (offered === 'not-theirs') return [`${t.notYours(tool.name)} ${way}`]
  return offered === 'to-learn' ? [t.toLearn(tool.name)] : []
}
