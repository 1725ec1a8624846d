import { fold } from '../../language/fold.js'
import type { Kind } from '../finding.js'
import * as flags from '../text/flags.js'
import type { LexiconEntry } from '../text/lexicon.js'
import { type Languages, readLanguages } from './languages.js'
import { patternOf, readOwnForm } from './own-forms.js'
import { entriesOf, linesOf, readWordFile, type WordFile } from './word-file.js'

/** The files of a pack's `protect` folder by path relative to it ("signals.txt", "words/health.txt"), as text. */
export type ListFiles = ReadonlyMap<string, string>

/** Headings of signals.txt and what their words say. */
export const SIGNALS: Readonly<Record<string, number>> = {
  salutation: flags.SALUTATION,
  title: flags.TITLE,
  'public-role': flags.PUBLIC_ROLE,
  relation: flags.RELATION,
  people: flags.PEOPLE,
  'third-person': flags.THIRD_PERSON,
  'first-person': flags.FIRST_PERSON,
  addressed: flags.ADDRESSED,
  'general-talk': flags.GENERAL_TALK,
  invented: flags.INVENTED,
  abbreviation: flags.ABBREVIATION,
  month: flags.MONTH,
  'function-word': flags.FUNCTION_WORD,
  office: flags.OFFICE,
  particle: flags.PARTICLE,
  'name-label': flags.NAME_LABEL,
  street: flags.STREET,
  question: flags.QUESTION,
  'named-after': flags.NAMED_AFTER,
  historic: flags.HISTORIC,
  'before-name': flags.BEFORE_NAME,
  greeting: flags.GREETING,
  stating: flags.STATING,
  'surname-ending': flags.SURNAME,
  'spoken-digit': flags.SPOKEN_DIGIT,
}

/** Word files of the meaning-bearing kinds, by file name under `words/`. */
export const WORD_FILES: Readonly<Record<string, Kind>> = {
  health: 'HEALTH',
  religion: 'RELIGION',
  ethnicity: 'ETHNICITY',
  'political-opinion': 'POLITICAL_OPINION',
  'union-membership': 'UNION_MEMBERSHIP',
  'sexual-orientation': 'SEXUAL_ORIENTATION',
  'biometric-genetic': 'BIOMETRIC_GENETIC',
  'criminal-record': 'CRIMINAL_RECORD',
  'social-benefit': 'SOCIAL_BENEFIT',
}

/**
 * `state` says something about somebody as soon as a person is near; `topic` is also a subject of general talk and needs
 * more; `label` is a form field whose value counts; `never` are words and phrases that mean something else. `quality`
 * are adjectives that count alone or before a person or a `bearer` ("evangelisch", "kurdischer Herkunft", but not
 * "evangelische Kita"); `group` are parties, unions and churches, which count beside a `bond` ("Mitglied", "gewählt").
 * A `deed` ("bekommt", "abgelehnt") makes a topic near it count like a state.
 */
export const WORD_SECTIONS = ['state', 'topic', 'label', 'never', 'quality', 'bearer', 'group', 'bond', 'deed'] as const

/** What the office itself publishes and therefore may stand anywhere; headings of allow.txt. */
export const ALLOW_SECTIONS = ['addresses', 'phones', 'emails', 'office-holders'] as const

/** Everything the engine knows beside its detectors, read once. */
export type Lists = {
  readonly entries: readonly LexiconEntry[]
  /** Long lists of names with what they say: too many to make an entry of each. */
  readonly names: readonly { readonly words: readonly string[]; readonly flag: number }[]
  /** Registration districts of licence plates with their state: aktuell, auslaufend, sonder. */
  readonly plates: ReadonlyMap<string, string>
  /** Historic and public persons and names that are none, folded, of two or more words. */
  readonly publicNames: ReadonlySet<string>
  readonly languages: Languages
  /** Forms of file numbers that only this municipality uses. */
  readonly ownNumbers: readonly RegExp[]
  readonly allow: Readonly<Record<(typeof ALLOW_SECTIONS)[number], readonly string[]>>
}

/** Reads the list files of a pack; unknown files are left alone. */
export function readLists(files: ListFiles): Lists {
  const read = (name: string): WordFile => readWordFile(name, files.get(name) ?? '')
  const signals = read('signals.txt')
  const common = new Set(COMMON.flatMap(section => entriesOf(signals, section).map(fold)))
  const allow = read('allow.txt')
  const named = [...entriesOf(read('public-persons.txt')), ...entriesOf(read('public-names.txt'))]
  return {
    entries: [
      ...spelled(entriesOf(read('not-names.txt')), flags.NOT_NAME),
      ...spelled(named, flags.NOT_NAME),
      ...spelled(named.flatMap(firstWordOf), flags.PUBLIC_NAME),
      ...Object.entries(SIGNALS).flatMap(([section, flag]) => flagged(entriesOf(signals, section), flag)),
      ...Object.entries(WORD_FILES).flatMap(([name, kind]) => termsOf(read(`words/${name}.txt`), kind, common)),
      ...termsOf(read('words/classification-marking.txt'), 'CLASSIFICATION_MARKING', common),
    ],
    names: [
      { words: linesOf(files.get('given-names.txt') ?? ''), flag: flags.GIVEN_NAME },
      { words: linesOf(files.get('surnames.txt') ?? ''), flag: flags.SURNAME },
      { words: linesOf(files.get('places.txt') ?? ''), flag: flags.PLACE },
    ],
    plates: new Map(
      entriesOf(read('plates.txt')).map(line => {
        const [code = '', state = 'aktuell'] = line.split(/\s+/)
        return [code, state]
      }),
    ),
    publicNames: new Set(named.filter(name => name.includes(' ')).map(fold)),
    languages: readLanguages(read('languages.txt')),
    ownNumbers: entriesOf(read('own-numbers.txt')).flatMap(text => {
      const own = readOwnForm(text)
      return own ? [patternOf(own.form)] : []
    }),
    allow: {
      addresses: entriesOf(allow, 'addresses').map(fold),
      phones: entriesOf(allow, 'phones').map(digits),
      emails: entriesOf(allow, 'emails').map(email => email.toLowerCase()),
      'office-holders': entriesOf(allow, 'office-holders').map(fold),
    },
  }
}

const digits = (text: string): string => text.replaceAll(/\D/g, '')

/** Entries of several words are found by the detectors, not by single look-up. */
const flagged = (words: readonly string[], flag: number): LexiconEntry[] =>
  words.flatMap(word => (word.includes(' ') ? [] : [{ word, flags: flag }]))

/** First words of names of several words. */
const firstWordOf = (name: string): string[] => {
  const [first = '', ...rest] = name.split(/[\s-]/)
  return rest.length > 0 ? [first] : []
}

/** Names count with their umlauts: "Krämer" is a trade, "Kramer" is none. */
const spelled = (words: readonly string[], flag: number): LexiconEntry[] =>
  flagged(words, flag).map(entry => ({ ...entry, spelled: true }))

function termsOf(file: WordFile, kind: Kind, common: ReadonlySet<string>): LexiconEntry[] {
  const entries: LexiconEntry[] = []
  for (const [section, lines] of file.sections) {
    for (const { text } of lines) {
      const words = text
        .split(/[\s-]+/)
        .filter(word => WORD.test(word))
        .map(foldPattern)
      const key = keyOf(words, common)
      const word = words[key]
      if (word !== undefined) entries.push({ word, term: { kind, section, words, key } })
    }
  }
  return entries
}

/** "§" alone is no word of a text. */
const WORD = /[\p{L}\p{N}*#]/u

/** The longest word that is no common one and has no open beginning; the first if there is none. */
function keyOf(words: readonly string[], common: ReadonlySet<string>): number {
  let best = 0
  let length = -1
  for (const [at, word] of words.entries()) {
    const rare = !common.has(word) && !/^[*#]/.test(word)
    if (rare && word.length > length) {
      best = at
      length = word.length
    }
  }
  return best
}

/** Words that stand in every text. */
const COMMON = ['function-word', 'first-person', 'third-person', 'addressed', 'before-name', 'question']

/** Folds an entry but keeps the stars at its ends. */
const foldPattern = (word: string): string =>
  `${word.startsWith('*') ? '*' : ''}${fold(word.replaceAll('*', ''))}${word.length > 1 && word.endsWith('*') ? '*' : ''}`
