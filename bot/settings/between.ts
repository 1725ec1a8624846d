import type { MunicipalitySettings } from '../identity/municipality-settings.js'

/** What two municipalities of one service must not share: by it a token, a bot or a rule would belong to both. */
export function problemsBetween(municipalities: readonly MunicipalitySettings[]): string[] {
  const local = municipalities.filter(({ signIn }) => signIn.kind === 'local')
  return [
    ...(municipalities.length > 1 && local.length > 0
      ? [`Ohne Anmeldung (identity: local) geht nur eine einzige Kommune, nicht ${namesOf(local)} neben anderen.`]
      : []),
    ...shared(municipalities, ({ pack }) => [pack]).map(
      ({ names }) => `Das Regelpaket ${names[0]} steht zweimal in der Liste: Jede Kommune hat ihr eigenes.`,
    ),
    ...shared(municipalities, tokensOf).map(
      ({ key, names }) =>
        `${names.join(' und ')} haben dieselbe Anmeldung (${key}): Bitte je Kommune eine eigene Anwendung eintragen, sonst ist nicht zu erkennen, wohin jemand gehört.`,
    ),
    ...shared(municipalities, ({ bot }) => (bot ? [bot.appId] : [])).map(
      ({ key, names }) =>
        `${names.join(' und ')} haben denselben Bot (bot_app_id ${key}): Bitte je Kommune einen eigenen registrieren.`,
    ),
  ]
}

/** Issuer and audience, by which it is decided whose token it is. */
function tokensOf({ signIn }: MunicipalitySettings): string[] {
  if (signIn.kind === 'entra') return signIn.audiences.map(audience => `Tenant ${signIn.tenant}, ${audience}`)
  return signIn.kind === 'oidc' ? [`${signIn.issuer}, ${signIn.audience}`] : []
}

type Shared = { readonly key: string; readonly names: readonly string[] }

function shared(
  all: readonly MunicipalitySettings[],
  keysOf: (one: MunicipalitySettings) => readonly string[],
): Shared[] {
  const owners = new Map<string, string[]>()
  for (const one of all) for (const key of keysOf(one)) owners.set(key, [...(owners.get(key) ?? []), one.pack])
  const several = [...owners].flatMap(([key, names]) => (names.length > 1 ? [{ key, names }] : []))
  return [...new Map(several.map(one => [one.names.join('\n'), one])).values()]
}

const namesOf = (municipalities: readonly MunicipalitySettings[]): string =>
  municipalities.map(({ pack }) => pack).join(', ')
