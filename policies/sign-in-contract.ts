import { z } from 'zod'

/**
 * GET /api/sign-in: how the page gets a token, before anybody is known. Several municipalities share a service: the page
 * names its tenant (as Teams tells it) or the id of the municipality (`?kommune=`).
 */
export const SignInAnswer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('local') }),
  z.strictObject({
    kind: z.literal('entra'),
    municipality: z.string(),
    name: z.string(),
    tenant: z.string(),
    clientId: z.string(),
    /** In full, as Entra wants it asked for: `api://…/access_as_user`. */
    scope: z.string(),
    authorizationEndpoint: z.url(),
    tokenEndpoint: z.url(),
  }),
  z.strictObject({
    kind: z.literal('oidc'),
    municipality: z.string(),
    name: z.string(),
    clientId: z.string(),
    scope: z.string(),
    authorizationEndpoint: z.url(),
    tokenEndpoint: z.url(),
  }),
])
export type SignInAnswer = z.infer<typeof SignInAnswer>
