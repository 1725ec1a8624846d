import type { Property } from './markings.js'

const NAME = 'KI-Vermerk'
/** What Word allows a text property. */
export const MOST_CHARACTERS = 255

/**
 * The properties that hold one more Vermerk: `KI-Vermerk`, then `KI-Vermerk 2`, …; a long one goes on in the next. None if
 * it is there already.
 */
export function vermerkProperties(present: readonly Property[], text: string): Property[] {
  const parts = partsOf(text)
  const values = new Map(present.map(({ name, value }) => [name, value]))
  const nameOf = (number: number) => (number === 1 ? NAME : `${NAME} ${number}`)
  let number = 1
  for (; values.has(nameOf(number)); number++) {
    if (parts.every((part, step) => values.get(nameOf(number + step)) === part)) return []
  }
  return parts.map((value, step) => ({ name: nameOf(number + step), value }))
}

/** Cut between words where possible. */
function partsOf(text: string): string[] {
  const parts: string[] = []
  let rest = text
  while (rest.length > MOST_CHARACTERS) {
    const space = rest.lastIndexOf(' ', MOST_CHARACTERS)
    const end = space > 0 ? space : MOST_CHARACTERS
    parts.push(rest.slice(0, end))
    rest = rest.slice(end).trimStart()
  }
  return [...parts, rest]
}
