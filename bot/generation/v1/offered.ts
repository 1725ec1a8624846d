import type { Pack } from '../../../policies/pack/pack-schema.js'
import type { Day } from '../../../policies/pack/terms.js'
import type { Tool } from '../../../policies/pack/tool-schema.js'
import { isApproved, isExpired } from '../../../policies/tools/approval.js'
import type { Program } from '../../../policies/tools/principal.js'
import type { Purpose } from '../../../policies/tools/purposes.js'
import { type V1Error, v1Error } from './error.js'

/** A model of the list: a tool for one purpose, or for all of the token at once. */
export type Offered = { readonly id: string; readonly tool: Tool; readonly purposes: readonly Purpose[] }

/** What a program may ask for today. A tool alone is only there if it is approved for all the program does. */
export const offeredTo = (program: Program, { tools }: Pack, today: Day): readonly Offered[] =>
  tools
    .filter(tool => program.tools.includes(tool.id) && tool.endpoint !== undefined && isApproved(tool, today))
    .flatMap(tool => [
      ...(program.purposes.every(purpose => tool.purposes.includes(purpose))
        ? [{ id: tool.id, tool, purposes: program.purposes }]
        : []),
      ...program.purposes
        .filter(purpose => tool.purposes.includes(purpose))
        .map(purpose => ({ id: `${tool.id}/${purpose}`, tool, purposes: [purpose] })),
    ])

export type Found =
  | { readonly kind: 'offered'; readonly model: Offered }
  | { readonly kind: 'missing'; readonly error: V1Error }

export function findModel(id: string, program: Program, pack: Pack, today: Day): Found {
  const offered = offeredTo(program, pack, today)
  const model = offered.find(one => one.id === id)
  if (model) return { kind: 'offered', model }
  const [toolId] = id.split('/', 1)
  const tool = pack.tools.find(one => one.id === toolId && program.tools.includes(one.id))
  const message = `${tool ? whyNot(tool, today) : 'Dieses Modell gibt es für dieses Token nicht.'} ${instead(offered)}`
  return { kind: 'missing', error: v1Error(404, message, { param: 'model', code: 'model_not_found' }) }
}

function whyNot(tool: Tool, today: Day): string {
  if (isExpired(tool, today)) return `Die Freigabe von „${tool.name}“ ist abgelaufen, das KI-Team kann sie erneuern.`
  if (!isApproved(tool, today)) return `„${tool.name}“ ist noch nicht freigegeben, das KI-Team weiß, was fehlt.`
  if (tool.endpoint === undefined) return `Für „${tool.name}“ ist hier kein Sprachmodell eingerichtet.`
  return `„${tool.name}“ ist nicht für alles freigegeben, wofür dieses Modell stünde.`
}

const instead = (offered: readonly Offered[]): string =>
  offered.length > 0
    ? `Diese gehen: ${offered.map(({ id }) => id).join(', ')}.`
    : 'Zurzeit geht mit diesem Token keines; wer den Dienst betreibt, hilft weiter.'

/** As OpenAI lists it. */
export const modelView = ({ id, tool }: Offered, created: number) => ({
  id,
  object: 'model' as const,
  created,
  owned_by: tool.operator,
})
