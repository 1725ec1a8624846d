import type { Role } from '../../policies/tools/principal.js'
import type { ModelSettings } from '../generation/served.js'

/** What differs between the municipalities of one service. The id of a municipality is the id in its pack. */
export type MunicipalitySettings = {
  /** Folder name under policies/packs or a path. */
  readonly pack: string
  readonly signIn: SignIn
  /** The bot in Teams; undefined: no chat, only tab, pane and API. */
  readonly bot: BotRegistration | undefined
  /** Its own and nobody else's: the address in a pack is chosen by whoever wrote it. Keys are never logged. */
  readonly models: ModelSettings
}

/** How people prove who they are. `local` proves nothing and never listens beyond this machine. */
export type SignIn = { readonly kind: 'local' } | EntraSignIn | OidcSignIn

/** Tokens of Microsoft Entra ID for one tenant. */
export type EntraSignIn = {
  readonly kind: 'entra'
  readonly tenant: string
  /** The application people sign in to, and the only audience (`<clientId>` or `api://…/<clientId>`) that counts. */
  readonly clientId: string
  readonly audiences: readonly string[]
  /** The scope a token must carry, without the address in front, e.g. `access_as_user`. */
  readonly scope: string
  readonly claims: Claims
}

/** Tokens of any other OpenID Connect provider (Keycloak, AD FS). */
export type OidcSignIn = {
  readonly kind: 'oidc'
  readonly issuer: string
  readonly clientId: string
  readonly audience: string
  /** What the page asks for, separated by blanks, e.g. `openid profile ki-kompass`. */
  readonly scope: string
  readonly claims: Claims
}

/** Where a token says what; a dot leads into an object (`realm_access.roles`). */
export type Claims = {
  readonly roles: string
  /** What a role is called at the provider. Whoever is signed in is `beschaeftigt` without any. */
  readonly names: Readonly<Record<Exclude<Role, 'beschaeftigt'>, string>>
  readonly groups: string
  readonly department: string
}

/** A single-tenant bot, as Azure registers them since multi-tenant ones ended. */
export type BotRegistration = {
  readonly appId: string
  readonly tenant: string
  readonly credential: Credential
}

export type Credential =
  | { readonly kind: 'secret'; readonly secret: string }
  /** Both as PEM. */
  | { readonly kind: 'certificate'; readonly certificate: string; readonly privateKey: string }
