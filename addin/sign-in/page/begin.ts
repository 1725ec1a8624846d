import { z } from 'zod'
import { askHow, queryOf } from '../ask.js'
import { authorizationAddress } from '../authorization.js'
import { type Out, out } from '../why.js'

/** What a dialog of Office is opened with: its first page has to be one of ours. The verifier stays with whoever opened it. */
const Begin = z.object({
  state: z.string().min(20),
  nonce: z.string().min(20),
  challenge: z.string().min(20),
  kommune: z.string().optional(),
})
export type Begin = z.infer<typeof Begin>

export const beginQuery = ({ state, nonce, challenge, kommune }: Begin): string => {
  const query = new URLSearchParams(queryOf({ kommune }))
  for (const [name, value] of Object.entries({ state, nonce, challenge })) query.set(name, value)
  return `?${query}`
}

export const readBegin = (query: string): Begin | undefined =>
  Begin.safeParse(Object.fromEntries(new URLSearchParams(query))).data

/**
 * Where the person signs in. The service names it, never the address this page was opened with: a link must not be able to send
 * anybody elsewhere under our name.
 */
export async function whereToSignIn(begin: Begin, redirect: string): Promise<{ kind: 'at'; address: string } | Out> {
  const answer = await askHow({ kommune: begin.kommune })
  if (answer.kind === 'out') return answer
  if (answer.how.kind === 'local') return out('strange')
  return { kind: 'at', address: authorizationAddress(answer.how, redirect, begin) }
}
