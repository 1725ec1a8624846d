import type { Pack } from '../pack/pack-schema.js'
import type { DataClass, Day } from '../pack/terms.js'
import { type Decision, isApproved } from './decide.js'

const PROTECTED_AS: Record<DataClass, string> = {
  D0: 'gilt als öffentlich',
  D1: 'ist nur für die Verwaltung bestimmt',
  D2: 'gilt als vertraulich',
  D3: 'gilt als streng vertraulich',
  VS: 'ist eine Verschlusssache',
  SECRET: 'gehört in kein Werkzeug',
}

/** The deciding reason in one sentence: what the matrix found, else the case of the rule that matched. */
export function reasonOf({ tool, toolClass, data, dataClass, entry, matched }: Decision): string | undefined {
  if (entry === undefined || entry === 'ja' || !dataClass) return matched?.reason
  const material = `${data ? `„${data.name}“` : 'eine Angabe zu einer Person'} ${PROTECTED_AS[dataClass]}`
  if (tool && toolClass === 'W0') return `${tool.name} ist bei uns nicht freigegeben, und ${material}.`
  if (entry === 'bedingt')
    return (
      matched?.reason ??
      `${tool?.name ?? 'Das Werkzeug'} ist freigegeben, aber ${material}: Es braucht ein freigegebenes Verfahren oder Platzhalter.`
    )
  const sentence = material.charAt(0).toUpperCase() + material.slice(1)
  if (dataClass === 'SECRET') return `${sentence}, auch nicht in ein freigegebenes.`
  if (tool) return `${sentence}. Dafür ist auch ${tool.name} nicht freigegeben.`
  return `${sentence} und darf deshalb nicht in ein offenes Werkzeug.`
}

/** What must be kept in mind besides the light: a tool that is not approved, and which ones are. */
export function conditionsOf({ tool, entry, dataClass }: Decision, pack: Pack, today: Day): string[] {
  const approved = pack.tools.filter(candidate => isApproved(candidate, today)).map(candidate => candidate.name)
  const named = tool && !isApproved(tool, today) ? `${tool.name} ist bei uns nicht freigegeben.` : undefined
  const way =
    approved.length > 0
      ? `Freigegeben sind: ${approved.join(', ')}.`
      : 'Welche Werkzeuge freigegeben sind, weiß Ihr KI-Team.'
  if (named && entry === undefined) return [`${named} ${way}`]
  if (entry === 'nein' && (dataClass === 'D1' || dataClass === 'D0')) return [way]
  return []
}
