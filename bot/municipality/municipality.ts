import type { Router } from 'express'
import type { TokenDesk } from '../generation/tokens/desk.js'
import type { BotRegistration } from '../identity/municipality-settings.js'
import type { LivePack } from '../packs/live-pack.js'
import type { BotEndpoint } from '../teams/sdk/adapter.js'
import type { Services } from '../teams/services.js'

/** One municipality as the service sees it: who belongs to it is settled before its routes are asked. */
export type Municipality = {
  readonly id: string
  readonly live: LivePack
  readonly services: Services
  /** The bot in Teams; `registration` undefined: a chat on this machine, without proof of who writes. */
  readonly bot: { readonly endpoint: BotEndpoint; readonly registration: BotRegistration | undefined }
  readonly desk: TokenDesk
  /** Everything below /api and /v1 that is about this municipality. */
  readonly routes: Router
}
