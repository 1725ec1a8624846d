import type { MunicipalitySettings } from '../identity/municipality-settings.js'
import { isPlaceholder } from './placeholders.js'

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
    ...municipalities.flatMap(one => wanderingKeys(one, municipalities)),
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

/**
 * Keys shared on purpose go only where the service says: the address in a pack is chosen by one municipality alone. Any
 * word will do for a model without keys, and such words are no secret.
 */
function wanderingKeys(one: MunicipalitySettings, all: readonly MunicipalitySettings[]): string[] {
  const { keys, urls } = one.models
  const others = all.filter(other => other.pack !== one.pack)
  return [...keys].flatMap(([tool, key]) => {
    const sharing = others.filter(({ models }) => [...models.keys.values()].includes(key)).map(({ pack }) => pack)
    if (urls.has(tool) || sharing.length === 0 || isPlaceholder(key)) return []
    const name = tool.toLowerCase()
    return [
      `${one.pack} teilt den Schlüssel model_key_${name}_… mit ${sharing.join(' und ')}: Bitte im Eintrag ${one.pack} auch model_url_${name} angeben, sonst bestimmt das Regelpaket, wohin der Schlüssel geht.`,
    ]
  })
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
