import { nameKey, splitName, startsWithParticle, takesApostrophe } from './names.js'
import type { Form } from './placeholder.js'

/** A stretch of the text, UTF-16 units, `end` exclusive. */
export type Stretch = { readonly start: number; readonly end: number }

/** A person as named in one place, without an ending that belongs to the sentence ("Krügers" → "Krüger"). */
export type Mention = Stretch & {
  /** Keys to compare with (see `nameKey`), '' if there is none. `name` is a single name of which nobody says what it is. */
  readonly given: readonly string[]
  readonly surname: string
  readonly name: string
  readonly form: Form
  readonly address: Address | undefined
}

type Address = 'Frau' | 'Herr'

/** Reads all persons named; what an ending is shows only from the other mentions. */
export function readMentions(text: string, stretches: readonly Stretch[]): Mention[] {
  const mentions = stretches.map(stretch => readMention(text, stretch))
  const known = knownNames(mentions)
  return mentions.map(mention => {
    const length = endingOf(text.slice(mention.start, mention.end), mention, known)
    return length === 0 ? mention : readMention(text, { start: mention.start, end: mention.end - length })
  })
}

const TITLES = /(?:\b(?:Dr|Prof|Dipl|Ing|med|jur|phil|rer|nat|h|c|Mag)\.?-?\s{0,2}){0,6}$/iu
const ADDRESS = /(?:^|[^\p{L}])(?:(Frau|Fr\.)|(Herrn?|Hrn?\.)|Familie|Eheleute|Ehepaar|Geschwister)\s{1,2}$/iu
const LONGEST_ADDRESS = 60

/** What stands before a name: "Frau Dr." tells the address, and that a surname follows. */
function addressBefore(text: string, start: number): { address: Address | undefined; surname: boolean } {
  const before = text.slice(Math.max(0, start - LONGEST_ADDRESS), start)
  const titles = TITLES.exec(before)?.[0] ?? ''
  const match = ADDRESS.exec(before.slice(0, before.length - titles.length))
  return { address: match?.[1] ? 'Frau' : match?.[2] ? 'Herr' : undefined, surname: match !== null || titles !== '' }
}

function readMention(text: string, { start, end }: Stretch): Mention {
  const raw = text.slice(start, end)
  const parts = splitName(raw)
  const { address, surname } = addressBefore(text, start)
  const base = { start, end, address }
  if (parts.given === '') {
    const isSurname = surname || startsWithParticle(parts.surname)
    const key = nameKey(parts.surname)
    if (isSurname) return { ...base, given: [], surname: key, name: '', form: 'NACHNAME' }
    return { ...base, given: [], surname: '', name: key, form: '' }
  }
  const given = parts.given.split(/[\s-]+/).map(nameKey)
  return { ...base, given, surname: nameKey(parts.surname), name: '', form: parts.turned ? 'NACHNAME, VORNAME' : '' }
}

/** Keys of full names, of surnames that stand alone, of surnames of full names, and of every name. */
type Known = Record<'full' | 'alone' | 'surnames' | 'any', Set<string>>

function knownNames(mentions: readonly Mention[]): Known {
  const known: Known = { full: new Set(), alone: new Set(), surnames: new Set(), any: new Set() }
  for (const { given, surname, name } of mentions) {
    if (given.length > 0) known.full.add([...given, surname].join(' '))
    else known.alone.add(surname || name)
    if (surname !== '') known.surnames.add(surname)
    for (const key of [...given, surname, name]) known.any.add(key)
  }
  return known
}

/** Length of the genitive ending: the s of "Krügers" if "Krüger" is named elsewhere, the apostrophe of "Fuchs’". */
function endingOf(raw: string, { given, surname, name, form }: Mention, known: Known): number {
  const last = raw.charAt(raw.length - 1)
  const base = raw.slice(0, -1)
  if (base.trim() === '' || form === 'NACHNAME, VORNAME') return 0
  if (last === "'" || last === '’') return 1
  if (last.toLowerCase() !== 's' || takesApostrophe(base)) return 0
  const without = (surname || name).slice(0, -1)
  if (given.length > 0) return known.full.has([...given, without].join(' ')) || known.alone.has(without) ? 1 : 0
  return (surname ? known.surnames : known.any).has(without) || known.alone.has(without) ? 1 : 0
}
