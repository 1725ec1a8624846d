import { z } from 'zod'
import { claimsIn } from './claims.js'

/** Services take a minute's difference; two are sure to be the reason. */
const TOLERANCE = 120_000

const Issued = z.object({ iat: z.number() })

/** When and with what the provider let somebody in; in milliseconds of this computer. */
export type Issue = { readonly token: string; readonly received: number }

/**
 * By how many minutes the clocks differ, of this computer, of the provider (read from its token) and of the service (`date` of its
 * answer); undefined if they agree or cannot be compared. A token "not valid yet" is refused like a forged one, and only this
 * tells them apart.
 */
export function clocksApart(issue: Issue, date: string | null, now: number): number | undefined {
  const service = Date.parse(date ?? '')
  if (Number.isNaN(service)) return undefined
  const issued = Issued.safeParse(claimsIn(issue.token)).data?.iat
  // As this computer's clock ran since then, so did the provider's, rightly set or not.
  const provider = issued === undefined ? undefined : issued * 1000 + (now - issue.received)
  const apart = Math.max(Math.abs(service - now), provider === undefined ? 0 : Math.abs(service - provider))
  return apart > TOLERANCE ? Math.round(apart / 60_000) : undefined
}
