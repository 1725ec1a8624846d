import { Router } from 'express'
import type { ToolsView, ToolView } from '../../policies/generation-contract.js'
import type { Pack } from '../../policies/pack/pack-schema.js'
import type { Day } from '../../policies/pack/terms.js'
import type { Tool } from '../../policies/pack/tool-schema.js'
import type { House } from '../../policies/tools/permit.js'
import type { Person, Principal } from '../../policies/tools/principal.js'
import { dayOf } from '../clock.js'
import { forPerson, type WhoAsks } from './person-route.js'

export type ToolsDeps = {
  readonly pack: () => Pack
  readonly now: () => Date
  readonly house: (principal: Principal) => Promise<House>
  readonly whoAsks: WhoAsks
}

/** GET /api/tools: the tools with what this person still needs for them, and what the page writes with. */
export function toolsRoutes({ pack, now, house, whoAsks }: ToolsDeps): Router {
  return Router().get(
    '/api/tools',
    forPerson('GET /api/tools', whoAsks, async (person, _, response) => {
      response.json(toolsView(person, pack(), await house(person), dayOf(now())))
    }),
  )
}

export function toolsView(person: Person, pack: Pack, house: House, today: Day): ToolsView {
  const { manifest, tools, prompts, letters, checklists } = pack
  return {
    municipality: { id: manifest.id, name: manifest.name, example: manifest.example },
    today,
    who: {
      roles: [...person.roles],
      ...(person.department === undefined ? {} : { department: person.department }),
      groups: [...(person.groups ?? [])],
    },
    tools: tools.filter(isOurs).map(tool => toolView(tool, pack, house)),
    pseudonymisedInto: [...house.pseudonymisedInto],
    labelStyle: manifest.label_style,
    prompts: prompts.map(({ instructions: _, ...shown }) => shown),
    letters,
    checklists,
  }
}

/** Products the base pack only knows by name are no tools of this municipality. */
const isOurs = ({ status }: Tool): boolean => status !== 'beispiel'

/** Everything but the words a tool is found by, its model, and the id of whoever answers for it. */
function toolView(tool: Tool, { training }: Pack, { lacks }: House): ToolView {
  const { aliases: _a, misspellings: _m, same_name_as: _s, endpoint, owner, ...facts } = tool
  const missing = lacks(tool)
  return {
    ...facts,
    ...(owner && { owner: { name: owner.name } }),
    served: endpoint !== undefined,
    lacks: training.modules.filter(({ id }) => missing.includes(id)).map(({ id, title }) => ({ id, title })),
  }
}
