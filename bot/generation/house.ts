import type { Offers } from '../../policies/answer/index.js'
import type { Pack } from '../../policies/pack/pack-schema.js'
import type { Tool } from '../../policies/pack/tool-schema.js'
import { hasTool } from '../../policies/tools/audience.js'
import type { House } from '../../policies/tools/permit.js'
import type { Person, Principal } from '../../policies/tools/principal.js'
import { modulesMissingFor } from '../../policies/training/index.js'
import { dayOf } from '../clock.js'
import type { Store } from '../storage/store.js'

export type HouseDeps = {
  readonly pack: () => Pack
  readonly store: Pick<Store, 'proofs'>
  readonly now: () => Date
}

/** What `permit` must know: the tools of the municipality, and what this person still has to learn for each. */
export async function houseFor(principal: Principal, { pack, store, now }: HouseDeps): Promise<House> {
  const content = pack()
  const today = dayOf(now())
  const passed = principal.kind === 'person' ? await store.proofs.of(principal.id) : []
  return {
    municipality: content.manifest.id,
    tools: content.tools,
    pseudonymisedInto: content.manifest.pseudonymised_into,
    lacks: tool =>
      principal.kind === 'person' ? modulesMissingFor(tool, passed, content, today).map(({ id }) => id) : [],
  }
}

/** What a person has of the approved tools, for the answers to their questions. */
export const offersOf =
  (person: Person, { lacks }: House): Offers =>
  (tool: Tool) => {
    if (!hasTool(tool, person)) return 'not-theirs'
    return lacks(tool).length > 0 ? 'to-learn' : 'theirs'
  }
