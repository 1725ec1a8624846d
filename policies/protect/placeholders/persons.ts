import type { Mention } from './mentions.js'
import type { Form } from './placeholder.js'

/** Which person a mention means (a number of our own, not the one in the placeholder) and which part of the name it is. */
export type Meant = { readonly person: number; readonly form: Form }

type Address = Mention['address']
type Person = { readonly id: number; given: readonly string[]; address: Address }
type Index = Map<string, Set<Person>>

/**
 * Same person, same number, but only where the text leaves no doubt: if "Krüger" may mean two people, the mention gets
 * a person of its own, so that no placeholder claims an identity the text does not.
 */
export function identify(mentions: readonly Mention[]): Meant[] {
  const people = createPeople(mentions)
  const meant = new Map<Mention, Meant>()
  // Full names first: they say most, wherever they stand.
  for (const mention of mentions.filter(isFull)) {
    meant.set(mention, { person: people.byFullName(mention).id, form: mention.form })
  }
  for (const mention of mentions.filter(isSurname)) {
    meant.set(mention, people.bySurname(mention))
  }
  return mentions.map(mention => meant.get(mention) ?? people.bySingleName(mention))
}

const isFull = ({ given }: Mention): boolean => given.length > 0
const isSurname = ({ given, surname }: Mention): boolean => given.length === 0 && surname !== ''

type People = {
  readonly byFullName: (mention: Mention) => Person
  readonly bySurname: (mention: Mention) => Meant
  readonly bySingleName: (mention: Mention) => Meant
}

function createPeople(mentions: readonly Mention[]): People {
  let count = 0
  const full: Index = new Map()
  const surnames: Index = new Map()
  const givenNames: Index = new Map()
  /** Mentions that may mean several people, or nobody named in full. */
  const doubtful = new Map<string, Person>()
  const shared = sharedSurnames(mentions)
  return { byFullName, bySurname, bySingleName }

  function byFullName({ given, surname, address }: Mention): Person {
    const suits = (person: Person): boolean => mayBe(person, address)
    const same = only(full.get([...given, surname].join(' ')), suits)
    const alike = same ?? only(alikeIn(given, surname), person => suits(person) && agree(person.given, given))
    const person = alike ?? { id: count++, given, address }
    person.address ??= address
    if (lengthOf(given) > lengthOf(person.given)) person.given = given
    remember(surnames, surname, person)
    for (const one of given) remember(givenNames, one, person)
    for (const key of [[...given, surname].join(' '), ...keysOf(given, surname)]) remember(full, key, person)
    return person
  }

  /** People who may be meant: of the same first name, or for an initial (on either side) of the same first letter. */
  function* alikeIn(given: readonly string[], surname: string): Iterable<Person> {
    const first = given[0] ?? ''
    if (first.length > 1) yield* full.get(`=${first} ${surname}`) ?? []
    yield* full.get(`${first.length > 1 ? '=' : '^'}${first.charAt(0)} ${surname}`) ?? []
  }

  function bySurname({ surname, address }: Mention): Meant {
    // "Frau Birgit": no surname of this text, but a given name.
    const called = surnames.has(surname) ? undefined : only(givenNames.get(surname), person => mayBe(person, address))
    if (called) return { person: called.id, form: 'VORNAME' }
    const known = only(surnames.get(surname), person =>
      person.address === undefined && shared.has(surname) ? address === undefined : mayBe(person, address),
    )
    const person = known ?? own(`${surname} ${address ?? ''}`, address)
    person.address ??= address
    remember(surnames, surname, person)
    return { person: person.id, form: 'NACHNAME' }
  }

  function bySingleName({ name }: Mention): Meant {
    const named = surnames.get(name)
    const called = givenNames.get(name)
    const known = only([...firstTwo(named), ...firstTwo(called)], () => true)
    const form = named === called ? '' : called === undefined ? 'NACHNAME' : named === undefined ? 'VORNAME' : ''
    if (!known) return { person: own(`${name} ?`, undefined).id, form }
    return { person: known.id, form: named ? 'NACHNAME' : 'VORNAME' }
  }

  function own(key: string, address: Address): Person {
    const person = doubtful.get(key) ?? { id: count++, given: [], address }
    doubtful.set(key, person)
    return person
  }
}

/** Surnames that stand behind both "Frau" and "Herr": a full name without either may be the one or the other. */
function sharedSurnames(mentions: readonly Mention[]): ReadonlySet<string> {
  const behind = (address: Address): string[] =>
    mentions.filter(one => one.address === address).map(({ surname }) => surname)
  const men = new Set(behind('Herr'))
  return new Set(behind('Frau').filter(surname => men.has(surname)))
}

const keysOf = ([first = '']: readonly string[], surname: string): string[] => [
  `=${first} ${surname}`,
  `^${first.charAt(0)} ${surname}`,
]

/** The one person that fits; undefined if nobody does, or more than one. */
function only(people: Iterable<Person> = [], fits: (person: Person) => boolean): Person | undefined {
  let found: Person | undefined
  for (const person of people) {
    if (person === found || !fits(person)) continue
    if (found) return undefined
    found = person
  }
  return found
}

const firstTwo = (people: Iterable<Person> = []): Person[] => {
  const [one, two] = people
  return [one, two].filter(person => person !== undefined)
}

const mayBe = (person: Person, address: Address): boolean =>
  person.address === undefined || address === undefined || person.address === address

const lengthOf = (given: readonly string[]): number => given.join('').length

/** "Birgit" and "Birgit Maria", "B." and "Birgit" may be the same. */
const agree = (some: readonly string[], others: readonly string[]): boolean =>
  some.slice(0, others.length).every((one, at) => isSameGiven(one, others[at] ?? ''))

const isSameGiven = (one: string, other: string): boolean =>
  one === other || (one.length === 1 && other.startsWith(one)) || (other.length === 1 && one.startsWith(other))

function remember(index: Index, key: string, person: Person): void {
  const people = index.get(key)
  if (people) people.add(person)
  else index.set(key, new Set([person]))
}
