import { shownIn } from './controls.js'
import { wordsOf } from './languages.js'
import { type Finding, MANIFEST, type Parts } from './parts.js'
import type { TeamsManifest } from './teams-schema.js'

/** Documented at Microsoft; schema 1.26 would let twelve through, of which Teams shows ten. */
const MOST_COMMANDS = 10
const BRANDS = /teams|word|microsoft/i

/** The longest text of a place, by its path. Schema and upload look at the manifest; language files only we look at. */
const LONGEST = [
  { where: /^name\.short$/, most: 30 },
  { where: /^name\.full$/, most: 100 },
  { where: /^description\.short$/, most: 80 },
  { where: /^description\.full$/, most: 4000 },
  { where: /^bots\[0\]\.commandLists\[\d+\]\.commands\[\d+\]\.title$/, most: 32 },
  { where: /^bots\[0\]\.commandLists\[\d+\]\.commands\[\d+\]\.description$/, most: 128 },
  { where: /^composeExtensions\[0\]\..*\.title$/, most: 32 },
  { where: /^composeExtensions\[0\]\..*\.description$/, most: 128 },
  { where: /^staticTabs\[\d+\]\.name$/, most: 128 },
  { where: /^extensions\[0\]\..*\.(?:label|displayName)$/, most: 64 },
  { where: /^extensions\[0\]\..*\.supertip\.title$/, most: 64 },
  { where: /^extensions\[0\]\..*\.supertip\.description$/, most: 250 },
] as const

export function checkTexts({ manifest, languages, word }: Parts): readonly Finding[] {
  return [
    ...lengths(MANIFEST, wordsOf(manifest)),
    ...[...languages].flatMap(([file, words]) => lengths(file, new Map(Object.entries(words)))),
    ...brands(MANIFEST, [manifest.name.short, manifest.name.full]),
    ...[...languages].flatMap(([file, words]) => brands(file, [words['name.short'] ?? '', words['name.full'] ?? ''])),
    ...word.flatMap(({ file, names }) => brands(file, names)),
    ...commandLists(manifest),
    ...empty(manifest),
    ...word.flatMap(ofWord),
  ]
}

const lengths = (file: string, words: ReadonlyMap<string, string>): readonly Finding[] =>
  [...words].flatMap(([path, text]) => {
    const most = LONGEST.find(({ where }) => where.test(path))?.most
    return most !== undefined && text.length > most ? [tooLong(file, path, most, text.length)] : []
  })

const tooLong = (file: string, where: string, most: number, length: number): Finding => ({
  file,
  message: `${where} hat ${length} Zeichen, höchstens ${most} sind erlaubt: Bitte kürzen.`,
})

const brands = (file: string, names: readonly string[]): readonly Finding[] =>
  names
    .filter(name => BRANDS.test(name))
    .map(name => ({
      file,
      message: `Der Name „${name}“ nennt ein Produkt von Microsoft: Damit würde die App abgelehnt.`,
    }))

const commandLists = ({ bots = [] }: TeamsManifest): readonly Finding[] =>
  bots
    .flatMap(({ commandLists: lists }) => lists)
    .filter(({ commands }) => commands.length > MOST_COMMANDS)
    .map(({ scopes, commands }) => ({
      file: MANIFEST,
      message: `Die Befehlsliste für ${scopes.join(', ')} hat ${commands.length} Befehle, Teams zeigt höchstens ${MOST_COMMANDS}.`,
    }))

const empty = (manifest: TeamsManifest): readonly Finding[] =>
  shownIn(manifest)
    .filter(({ label, supertip }) => label.trim() === '' || supertip?.description.trim() === '')
    .map(({ id }) => ({ file: MANIFEST, message: `„${id}“ in Word hat keine Beschriftung oder keinen Hinweistext.` }))

function ofWord({ file, names, descriptions, shortTexts, longTexts }: Parts['word'][number]): readonly Finding[] {
  const limited = [
    { where: 'DisplayName', texts: names, most: 125 },
    { where: 'Description', texts: descriptions, most: 250 },
    { where: 'ShortStrings', texts: shortTexts, most: 125 },
    { where: 'LongStrings', texts: longTexts, most: 250 },
  ]
  return limited.flatMap(({ where, texts, most }) =>
    texts.filter(text => text.length > most).map(text => tooLong(file, where, most, text.length)),
  )
}
