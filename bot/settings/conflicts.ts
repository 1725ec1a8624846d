import type { Environment } from './environment.js'
import { MODEL_KEY, MODEL_URL } from './models.js'
import { isPlaceholder, passwordIn } from './placeholders.js'
import type { Given } from './read.js'
import { givenFields, settingOf } from './single.js'

/** Settings that are fine alone and wrong together, and secrets that are none. */
export const conflicts = (settings: Environment, given: Given): string[] => [
  ...samePorts(settings),
  ...twoLists(settings, given),
  ...modelsOfAll(settings, given),
  ...replicas(settings),
  ...exampleSecrets(settings),
]

function samePorts({ KOMPASS_PORT, KOMPASS_MESSAGES_PORT, PLAYGROUND_PORT }: Environment): string[] {
  const ports = Object.entries({ KOMPASS_PORT, KOMPASS_MESSAGES_PORT, PLAYGROUND_PORT })
  return ports.flatMap(([name, port], index) =>
    ports
      .slice(index + 1)
      .filter(([, other]) => port !== undefined && other === port)
      .map(([other]) => `${name} und ${other} sind beide ${port}: Bitte zwei verschiedene Ports angeben.`),
  )
}

function twoLists({ KOMPASS_MUNICIPALITIES: file }: Environment, given: Given): string[] {
  const single = givenFields(given).map(settingOf)
  if (file === undefined || single.length === 0) return []
  return [
    `KOMPASS_MUNICIPALITIES nennt eine Datei mit allen Kommunen. Bitte daneben weglassen und dort eintragen: ${single.join(', ')}`,
  ]
}

/** As a variable, the key of one municipality would go to the address another one wrote into its pack. */
function modelsOfAll({ KOMPASS_MUNICIPALITIES: file }: Environment, given: Given): string[] {
  const meant = file === undefined ? [] : Object.keys(given)
  const tools = (start: string) => meant.flatMap(name => (name.startsWith(start) ? name.slice(start.length) : []))
  return [
    ...tools(MODEL_KEY).map(tool => {
      const field = `model_key_${tool.toLowerCase()}`
      return `${MODEL_KEY}${tool} gilt nur für eine einzelne Kommune: Bitte im Eintrag der Kommune ${field}_env oder ${field}_file angeben und die Variable anders nennen, zum Beispiel NEUSTADT_${tool}.`
    }),
    ...tools(MODEL_URL).map(
      tool =>
        `${MODEL_URL}${tool} gilt nur für eine einzelne Kommune: Bitte im Eintrag der Kommune model_url_${tool.toLowerCase()} angeben.`,
    ),
  ]
}

function replicas({
  KOMPASS_REPLICAS: count,
  DATABASE_URL,
  KOMPASS_LEARNING_KEY,
  KOMPASS_BADGE_KEY,
}: Environment): string[] {
  if (count === 1) return []
  return [
    ...(DATABASE_URL === undefined
      ? [
          `KOMPASS_REPLICAS=${count} braucht PostgreSQL: Bitte DATABASE_URL angeben. Die SQLite-Datei gehört zu einem einzigen Dienst.`,
        ]
      : []),
    ...Object.entries({ KOMPASS_LEARNING_KEY, KOMPASS_BADGE_KEY })
      .filter(([, key]) => key === undefined)
      .map(
        ([name]) => `KOMPASS_REPLICAS=${count} braucht ${name}: Sonst macht sich jeder Dienst einen eigenen Schlüssel.`,
      ),
  ]
}

function exampleSecrets({ DATABASE_URL, KOMPASS_LEARNING_KEY, KOMPASS_METRICS_TOKEN }: Environment): string[] {
  const password = DATABASE_URL === undefined ? undefined : passwordIn(DATABASE_URL)
  const secrets = { 'Das Passwort in DATABASE_URL': password, KOMPASS_LEARNING_KEY, KOMPASS_METRICS_TOKEN }
  return Object.entries(secrets)
    .filter(([, secret]) => secret !== undefined && isPlaceholder(secret))
    .map(
      ([name]) => `${name} ist ein Beispielwert: Bitte einen eigenen setzen, zum Beispiel aus: openssl rand -base64 32`,
    )
}
