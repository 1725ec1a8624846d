import type { Pack } from '../pack/pack-schema.js'
import type { DataClass, Day } from '../pack/terms.js'
import { type Decision, isApproved } from './decide.js'
import type { Meant } from './understand.js'

const PROTECTED_AS: Record<DataClass, string> = {
  D0: 'ist öffentlich',
  D1: 'ist nur für die Verwaltung bestimmt',
  D2: 'ist vertraulich',
  D3: 'ist streng vertraulich',
  VS: 'ist eine Verschlusssache',
  SECRET: 'gehört in kein Werkzeug',
}

/** The deciding reason in one sentence: what the matrix found, else the case of the rule that matched. */
export function reasonOf({ tool, toolClass, data, dataClass, entry, matched }: Decision, { person }: Meant): string | undefined {
  if (entry === undefined || entry === 'ja' || !dataClass) return matched?.reason
  const subject = data?.name ?? (person ? 'Eine Angabe zu einer Person' : 'Das Material')
  const material = `${subject} ${PROTECTED_AS[dataClass]}`
  if (tool && toolClass === 'W0') return `${tool.name} ist bei uns nicht freigegeben; ${startingLow(material)}.`
  if (entry === 'bedingt') return matched?.reason ?? `${tool?.name ?? 'Das Werkzeug'} ist freigegeben, aber ${startingLow(material)}: Es braucht ein freigegebenes Verfahren oder Platzhalter.`
  if (tool) return `${material}; dafür ist auch ${tool.name} nicht freigegeben.`
  return `${material} und gehört deshalb nicht in ein offenes Werkzeug.`
}

/** German nouns keep their capital; only an article at the start is lowered. */
const startingLow = (text: string): string => (/^(?:Eine?|Das|Der|Die)\s/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text)

/** What must be kept in mind besides the light: a tool that is not approved, and which ones are. */
export function conditionsOf({ tool, entry, dataClass }: Decision, pack: Pack, today: Day): string[] {
  const approved = pack.tools.filter(candidate => isApproved(candidate, today)).map(candidate => candidate.name)
  const named = tool && !isApproved(tool, today) ? `${tool.name} ist bei uns nicht freigegeben.` : undefined
  const way = approved.length > 0 ? `Freigegeben sind: ${approved.join(', ')}.` : 'Welche Werkzeuge freigegeben sind, weiß Ihr KI-Team.'
  if (named && entry === undefined) return [`${named} ${way}`]
  if (entry === 'nein' && (dataClass === 'D1' || dataClass === 'D0')) return [way]
  return []
}
