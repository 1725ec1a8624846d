import { twice } from './check-ids.js'
import type { Finding, Parts } from './parts.js'
import { WORD_FILES } from './word.js'
import { LEAST_WORD_API } from './word-extension.js'

const LONGEST_RESID = 32

/** What Office says of an XML manifest only by not showing the add-in. */
export function checkWord({ word, files, manifest }: Parts): readonly Finding[] {
  return [
    ...Object.values(WORD_FILES)
      .filter(file => !files.word.has(file))
      .map(file => ({ file, message: 'Die Datei fehlt.' })),
    ...word.flatMap(one => problemsOf(one).map(message => ({ file: one.file, message }))),
    ...leastOfApp(manifest),
  ]
}

function problemsOf({
  file,
  overrides,
  references,
  resources,
  controls,
  leastWordApi,
}: Parts['word'][number]): readonly string[] {
  const ids = resources.map(({ id }) => id)
  return [
    ...(file === WORD_FILES.catalogue && overrides
      ? ['Die Datei enthält Schaltflächen (VersionOverrides): Kataloge im eigenen Haus nehmen sie nicht an.']
      : []),
    ...[...new Set(references)].filter(id => !ids.includes(id)).map(id => `Die Ressource „${id}“ gibt es nicht.`),
    ...ids.filter(id => !references.includes(id)).map(id => `Die Ressource „${id}“ braucht niemand.`),
    ...ids
      .filter(id => id.length > LONGEST_RESID)
      .map(id => `Die Kennung „${id}“ hat mehr als ${LONGEST_RESID} Zeichen.`),
    ...twice([...ids, ...controls.map(({ id }) => id)]).map(id => `Die Kennung „${id}“ kommt zweimal vor.`),
    ...wrongLeast(leastWordApi),
  ]
}

const wrongLeast = (found: string): readonly string[] =>
  found === LEAST_WORD_API
    ? []
    : [
        `Verlangt wird WordApi ${found || '(nichts)'}; der Bereich braucht ${LEAST_WORD_API}, und Word LTSC 2021 kann nicht mehr.`,
      ]

const leastOfApp = ({ extensions }: Parts['manifest']): readonly Finding[] =>
  extensions
    .map(({ requirements }) => requirements.capabilities.find(({ name }) => name === 'WordApi')?.minVersion ?? '')
    .flatMap(wrongLeast)
    .map(message => ({ file: 'manifest.json', message }))
