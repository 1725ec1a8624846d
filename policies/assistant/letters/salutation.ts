import { oneSpaced, withoutEnd } from './tidy.js'

const GREETING =
  /^(?:sehr geehrte[rsn]?|lieber?|liebes|guten (?:tag|morgen|abend)|hallo|moin|grüß gott|servus|werte[rs]?) /i
const GREETING_ALONE = /^(?:guten (?:tag|morgen|abend)|hallo|moin|grüß gott|servus)[,!]?$/i
const SEVERAL = / ?, ?| und /
const COMPANY = /\b(?:gmbh|ag|kg|ohg|gbr|e\. ?v\.|ug|se|firma|verein)(?!\p{L})/iu

/**
 * How a letter greets, always with a comma at the end: "Frau Krüger" → "Sehr geehrte Frau Krüger,". Who is named without
 * Frau or Herr is greeted by the full name, because nothing tells how they want to be addressed: "Guten Tag Kim Sommer,".
 */
export function salutation(typed: string): string {
  const name = oneSpaced(withoutEnd(typed, ' ,!.\n'))
  if (GREETING.test(`${name} `) || GREETING_ALONE.test(name)) return `${upperFirst(name)},`
  if (/^(?:sehr geehrte )?damen und herren$/i.test(name)) return 'Sehr geehrte Damen und Herren,'
  if (COMPANY.test(name)) return 'Guten Tag,'
  const people = name.split(SEVERAL).filter(Boolean)
  const formal = people.map(formally)
  if (people.length > 1 && formal.every(greeting => greeting !== undefined)) return `${upperFirst(formal.join(', '))},`
  const single = people.length === 1 ? formal[0] : undefined
  return single === undefined ? `Guten Tag ${name},` : `${upperFirst(single)},`
}

/** What a letter says while nobody knows whom it greets; `gap` is what is to be filled in. */
export const unknownSalutation = (gap: string): string => `Guten Tag ${gap},`

function formally(person: string): string | undefined {
  const woman = /^frau /i.exec(person)
  if (woman) return `sehr geehrte Frau ${person.slice(woman[0].length)}`
  const man = /^herrn? /i.exec(person)
  if (man) return `sehr geehrter Herr ${person.slice(man[0].length)}`
  return /^(?:familie|eheleute) /i.test(person) ? `sehr geehrte ${upperFirst(person)}` : undefined
}

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
