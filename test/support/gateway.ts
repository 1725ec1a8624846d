import { createTokenDesk } from '../../bot/generation/tokens/desk.js'
import { ACCESS } from '../../bot/identity/access.js'
import { createMetrics } from '../../bot/metrics/metrics.js'
import type { ServerDeps } from '../../bot/server.js'
import type { Services } from '../../bot/teams/services.js'

/** What the service has for programs and monitoring, real and fresh. */
export const gatewayFor = (services: Services): Pick<ServerDeps, 'metrics' | 'metricsToken' | 'principalOf'> => ({
  metrics: createMetrics({ tools: () => [], routes: Object.keys(ACCESS), health: () => [] }),
  metricsToken: undefined,
  principalOf: createTokenDesk(services).principalOf,
})
