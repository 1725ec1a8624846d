import { randomBytes } from 'node:crypto'
import type { Logger } from 'pino'
import type { Pack } from '../../policies/pack/pack-schema.js'
import type { House } from '../../policies/tools/permit.js'
import type { Principal } from '../../policies/tools/principal.js'
import type { CheckText } from '../check/check-text.js'
import type { Metrics } from '../metrics/metrics.js'
import type { Store } from '../storage/store.js'
import { createGuard, type GuardDeps } from './guard.js'
import type { Guard } from './guard-contract.js'
import { houseFor } from './house.js'
import type { Models } from './models/model.js'
import { createModels } from './models/models.js'
import type { Running } from './running.js'
import { type ModelSettings, settingName } from './served.js'
import { createTokenDesk, type TokenDesk } from './tokens/desk.js'
import { createUsage, type Usage } from './usage/usage.js'

export type GenerationDeps = {
  readonly settings: ModelSettings
  readonly pack: () => Pack
  readonly store: Store
  readonly now: () => Date
  readonly checkText: CheckText
  readonly log: Pick<Logger, 'warn'>
  /** Both one for the whole process. */
  readonly metrics: Metrics
  readonly running: Running
  /** The way out of this machine. */
  readonly fetch: typeof globalThis.fetch
}

/** Everything on the way to a model. */
export type Generation = {
  readonly guard: Guard
  readonly house: (principal: Principal) => Promise<House>
  readonly models: Models
  readonly desk: TokenDesk
  readonly usage: Usage
}

/** Puts the gateway together: models by the keys of this machine, budgets and counts in the storage of the municipality. */
export function openGeneration({
  settings,
  pack,
  store,
  now,
  checkText,
  log,
  metrics,
  running,
  fetch,
}: GenerationDeps): Generation {
  const house = (principal: Principal): Promise<House> => houseFor(principal, { pack, store, now })
  const models = createModels({
    keyOf: tool => settings.keys.get(settingName(tool)),
    budget: () => store.budgets,
    now,
    fetch,
    random: Math.random,
    onUncounted: tool => log.warn({ tool }, 'tokens could not be counted'),
  })
  const usage = createUsage({ store, now, salt: () => randomBytes(32).toString('base64url') })
  const note: GuardDeps['note'] = (use, who) =>
    void usage
      .note(use, who)
      .catch(error =>
        log.warn({ error: error instanceof Error ? error.name : 'unknown' }, 'a use could not be counted'),
      )
  const seconds = (): number => performance.now() / 1000
  const guard = createGuard({
    pack,
    now,
    houseFor: house,
    checkText,
    models,
    running,
    note,
    meter: metrics,
    seconds,
  })
  return { guard, house, models, usage, desk: createTokenDesk({ store, pack, now }) }
}
