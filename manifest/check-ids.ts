import { shownIn } from './controls.js'
import { type Finding, MANIFEST, type Parts } from './parts.js'
import { NO_ID } from './teams.js'
import type { TeamsManifest } from './teams-schema.js'

/** Ids that must be the same, must differ, or must lead somewhere. */
export function checkIds({ manifest, word }: Parts): readonly Finding[] {
  const said = [...own(manifest), ...bot(manifest), ...signIn(manifest), ...actions(manifest), ...doubles(manifest)]
  return [...said.map(message => ({ file: MANIFEST, message })), ...besideWord(manifest, word)]
}

const own = ({ id }: TeamsManifest): readonly string[] =>
  id === NO_ID ? ['Die Kennung der App fehlt: Bitte neu packen.'] : []

function bot({ bots = [], composeExtensions = [] }: TeamsManifest): readonly string[] {
  const known = bots.map(({ botId }) => botId)
  return composeExtensions
    .filter(({ botId }) => !known.includes(botId))
    .map(({ botId }) => `Die Nachrichtenerweiterung nennt den Bot ${botId}, den es im Paket nicht gibt.`)
}

/** Teams asks for a token for the domain of the page: the resource must name it, and the application or the bot. */
function signIn({ webApplicationInfo, bots = [], staticTabs }: TeamsManifest): readonly string[] {
  if (!webApplicationInfo) return []
  const { id, resource } = webApplicationInfo
  const hosts = new Set(staticTabs.flatMap(({ contentUrl }) => (contentUrl ? hostOf(contentUrl) : [])))
  const names = [id, ...bots.map(({ botId }) => `botid-${botId}`)]
  const right = [...hosts].every(host => names.some(name => resource === `api://${host}/${name}`))
  return right ? [] : [`Die Anmeldung (${resource}) passt nicht zu Seite, Anwendung oder Bot.`]
}

const hostOf = (url: string): readonly string[] => (URL.canParse(url) ? [new URL(url).host] : [])

function actions(manifest: TeamsManifest): readonly string[] {
  const known = manifest.extensions.flatMap(({ runtimes }) => runtimes.flatMap(runtime => runtime.actions))
  return shownIn(manifest).flatMap(({ id, actionId }) =>
    actionId === undefined || known.some(action => action.id === actionId)
      ? []
      : [`„${id}“ in Word ruft die Aktion „${actionId}“ auf, die es nicht gibt.`],
  )
}

function doubles(manifest: TeamsManifest): readonly string[] {
  const { staticTabs, composeExtensions = [], extensions } = manifest
  const runtimes = extensions.flatMap(extension => extension.runtimes)
  return [
    shownIn(manifest).map(({ id }) => id),
    staticTabs.map(({ entityId }) => entityId),
    composeExtensions.flatMap(({ commands }) => commands.map(({ id }) => id)),
    runtimes.map(({ id }) => id),
    runtimes.flatMap(({ actions: known }) => known.map(({ id }) => id)),
  ]
    .flatMap(twice)
    .map(id => `Die Kennung „${id}“ kommt zweimal vor.`)
}

export const twice = (ids: readonly string[]): readonly string[] => [
  ...new Set(ids.filter((id, index) => ids.indexOf(id) !== index)),
]

/** Both packages may reach one person: they are two add-ins, of which the newer hides the older. */
function besideWord({ id, extensions }: TeamsManifest, word: Parts['word']): readonly Finding[] {
  const hidden = extensions.flatMap(({ alternates }) =>
    alternates.map(({ hide }) => hide.customOfficeAddin.officeAddinId),
  )
  return word.flatMap(({ file, id: other }) => [
    ...(other === id
      ? [{ file, message: 'Das Add-in hat dieselbe Kennung wie die App: Eines würde das andere verdrängen.' }]
      : []),
    ...(hidden.includes(other)
      ? []
      : [
          {
            file: MANIFEST,
            message: `Das Add-in ${other} aus ${file} bliebe neben der App sichtbar: alternates nennt es nicht.`,
          },
        ]),
  ])
}
