import type { MunicipalitySettings } from '../identity/municipality-settings.js'

/** What two municipalities of one service must not share: by it a token, a bot or a rule would belong to both. */
export function problemsBetween(municipalities: readonly MunicipalitySettings[]): string[] {
  return [
    ...localBesideOthers(municipalities),
    ...twice(municipalities.map(({ pack }) => pack)).map(
      pack => `Das Regelpaket ${pack} steht zweimal in der Liste: Jede Kommune hat ihr eigenes.`,
    ),
    ...shared(municipalities, tokensOf).map(
      ({ key, names }) =>
        `${names} haben dieselbe Anmeldung (${key}): Bitte je Kommune eine eigene Anwendung eintragen, sonst ist nicht zu erkennen, wohin jemand gehört.`,
    ),
    ...shared(municipalities, ({ bot }) => (bot ? [bot.appId] : [])).map(
      ({ key, names }) =>
        `${names} haben denselben Bot (bot_app_id ${key}): Bitte je Kommune einen eigenen registrieren.`,
    ),
  ]
}

function localBesideOthers(municipalities: readonly MunicipalitySettings[]): string[] {
  const local = municipalities.filter(({ signIn }) => signIn.kind === 'local').map(({ pack }) => pack)
  if (municipalities.length === 1 || local.length === 0) return []
  return [`Ohne Anmeldung (identity: local) geht nur eine einzige Kommune, nicht ${local.join(', ')} neben anderen.`]
}

const twice = (names: readonly string[]): string[] => [
  ...new Set(names.filter((name, index) => names.indexOf(name) !== index)),
]

/** Issuer and audience, by which it is decided whose token it is. */
function tokensOf({ signIn }: MunicipalitySettings): string[] {
  if (signIn.kind === 'entra') return signIn.audiences.map(audience => `Tenant ${signIn.tenant}, ${audience}`)
  return signIn.kind === 'oidc' ? [`${signIn.issuer}, ${signIn.audience}`] : []
}

type Shared = { readonly key: string; readonly names: string }

/** What different municipalities have in common; the same ones are named once, however much that is. */
function shared(
  all: readonly MunicipalitySettings[],
  keysOf: (one: MunicipalitySettings) => readonly string[],
): Shared[] {
  const owners = new Map<string, Set<string>>()
  for (const one of all) for (const key of keysOf(one)) owners.set(key, (owners.get(key) ?? new Set()).add(one.pack))
  const several = [...owners]
    .filter(([, packs]) => packs.size > 1)
    .map(([key, packs]) => ({ key, names: [...packs].join(' und ') }))
  return several.filter(({ names }, index) => several.findIndex(other => other.names === names) === index)
}
