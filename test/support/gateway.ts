import { createTokenDesk, type TokenDesk } from '../../bot/generation/tokens/desk.js'
import { ACCESS } from '../../bot/identity/access.js'
import { createMetrics, type Metrics } from '../../bot/metrics/metrics.js'
import type { Services } from '../../bot/teams/services.js'

/** What the service has for programs and monitoring, real and fresh. */
export const gatewayFor = (services: Services): { readonly metrics: Metrics; readonly desk: TokenDesk } => ({
  metrics: createMetrics({ tools: () => [], routes: Object.keys(ACCESS), health: () => [] }),
  desk: createTokenDesk(services),
})
