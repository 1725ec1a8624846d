import { ApiProblem } from '../../policies/contract.js'
import { SignInAnswer } from '../../policies/sign-in-contract.js'
import { createReach, type Reach } from '../api/send.js'
import { type Out, out } from './why.js'

/** Whom a page asks for: what its address names (`?kommune=`), or the tenant Teams tells. */
export type Wanted = { readonly kommune?: string | undefined; readonly tenant?: string | undefined }

/** Asks without a proof of who asks; nobody is known yet. */
const unsigned = createReach(async () => undefined)

/** How people sign in here, as the service says before anybody is known. */
export async function askHow(wanted: Wanted, reach: Reach = unsigned): Promise<How> {
  const response = await reach(`/api/sign-in${queryOf(wanted)}`).catch(() => undefined)
  if (!response || response.status >= 500) return out('offline')
  const body: unknown = await response.json().catch(() => undefined)
  const how = SignInAnswer.safeParse(body)
  if (response.ok && how.success) return { kind: 'how', how: how.data }
  // Its own words for it; a service of before signing in has none, and without a token gives away nothing that needs one.
  return ApiProblem.safeParse(body).success ? out('unknown') : { kind: 'how', how: { kind: 'local' } }
}

export type How = { readonly kind: 'how'; readonly how: SignInAnswer } | Out

export function queryOf({ kommune, tenant }: Wanted): string {
  const query = new URLSearchParams()
  if (kommune) query.set('kommune', kommune)
  if (tenant) query.set('tenant', tenant)
  return query.size > 0 ? `?${query}` : ''
}

/** The municipality a page's address names; its links keep it. */
export const kommuneIn = (search: string): string | undefined => new URLSearchParams(search).get('kommune') ?? undefined
