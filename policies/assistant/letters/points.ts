import { plainWords } from '../../language/fold.js'
import { tokenise } from '../../language/tokens.js'
import type { LetterField } from '../../pack/letter-schema.js'
import { isSentence } from './sentence.js'
import { oneSpaced } from './tidy.js'

/** Bullet points sorted: what belongs to a field, by its id, and what is left for the body; both in the order typed. */
export type SortedPoints = { readonly filled: ReadonlyMap<string, readonly string[]>; readonly rest: readonly string[] }

type Line = { readonly text: string; readonly indent: number; readonly bullet: boolean }
type Named = { readonly name: string; readonly field: LetterField; readonly stays: boolean }

/**
 * Sorts bullet points, one per line: "Frist: 12.12." and "Az 32-4" belong to the fields of that name, and the lines with
 * bullets below "Unterlagen:" to its list. A second value for a field with room for one stays in the body: nothing a
 * person typed is lost.
 */
export function sortPoints(points: string, fields: readonly LetterField[]): SortedPoints {
  const names = namesOf(fields)
  const filled = new Map<string, string[]>()
  const rest: string[] = []
  let open: { readonly line: Line; readonly list: string[]; items: number } | undefined
  const close = (): void => {
    if (open?.items === 0) rest.push(open.line.text)
    open = undefined
  }
  for (const line of linesOf(points)) {
    if (open && belongsBelow(line, open.line)) {
      open.list.push(line.text)
      open.items++
      continue
    }
    close()
    const match = fieldFor(line.text, names)
    const values = match && (filled.get(match.field.id) ?? [])
    if (!match || !values || (values.length > 0 && !takesMore(match.field))) {
      rest.push(line.text)
      continue
    }
    filled.set(match.field.id, values)
    if (match.value !== '') values.push(...valuesIn(match.value, match.field))
    else open = { line, list: values, items: 0 }
  }
  close()
  return { filled: new Map([...filled].filter(([, values]) => values.length > 0)), rest }
}

/** The single things in a list typed on one line: "Ausweis, Mietvertrag und Foto". */
export function listItems(text: string): string[] {
  const parts = text
    .split(/[;\n]|,(?!\d)/)
    .map(part => part.trim())
    .filter(Boolean)
  const last = parts.at(-1) ?? ''
  const and = last.lastIndexOf(' und ')
  // Only behind commas is "und" surely the end of a list: "Vor- und Nachname" is one thing.
  if (parts.length < 2 || and < 0 || last.slice(0, and).endsWith('-')) return parts
  return [...parts.slice(0, -1), last.slice(0, and), last.slice(and + ' und '.length)]
}

const takesMore = ({ kind }: LetterField): boolean => kind === 'list' || kind === 'sentences'

const valuesIn = (value: string, { kind }: LetterField): string[] => (kind === 'list' ? listItems(value) : [value])

function namesOf(fields: readonly LetterField[]): Named[] {
  const named = (field: LetterField, names: readonly string[], stays: boolean): Named[] =>
    names.map(name => ({ name: plainWords(name), field, stays }))
  return fields
    .filter(({ kind }) => kind !== 'points')
    .flatMap(field => [
      ...named(field, [field.label, field.id, ...(field.also ?? '').split(',')], false),
      ...named(field, (field.keeps ?? '').split(','), true),
    ])
    .filter(({ name }) => name !== '')
    .sort((a, b) => b.name.length - a.name.length)
}

const BULLET = /^(?<space>\s*)(?<bullet>[-–—•*·‣▪+](?=\s)\s*)?/

function linesOf(points: string): Line[] {
  return points
    .split(/\r\n|\r|\n/)
    .map(raw => {
      const { space = '', bullet = '' } = BULLET.exec(raw)?.groups ?? {}
      return { text: oneSpaced(raw.slice(space.length + bullet.length)), indent: space.length, bullet: bullet !== '' }
    })
    .filter(({ text }) => text !== '')
}

const belongsBelow = (line: Line, above: Line): boolean => line.indent > above.indent || (line.bullet && !above.bullet)

/** Names are short; looking further for a colon would find those inside sentences. */
const LONGEST_NAME = 60

type Match = { readonly field: LetterField; readonly value: string }

function fieldFor(text: string, names: readonly Named[]): Match | undefined {
  const colon = text.slice(0, LONGEST_NAME).search(/[:=]/)
  if (colon > 0) {
    const said = plainWords(text.slice(0, colon))
    const named = names.find(({ name }) => name === said)
    const value = text.slice(colon + 1).trim()
    if (named) return { field: named.field, value: named.stays ? `${text.slice(0, colon).trim()} ${value}` : value }
  }
  return greeted(text, names) ?? withoutColon(text, names)
}

const PERSON = /^(?:an )?(?<person>(?:frau|herrn?|familie|eheleute) \p{L}[\p{L}.’'-]*(?: \p{L}[\p{L}.’'-]*){0,4})$/iu

/** "Frau Krüger", "an Herrn Dr. Weber": a person alone on a line is whom the letter greets. */
function greeted(text: string, names: readonly Named[]): Match | undefined {
  const person = PERSON.exec(text)?.groups?.person
  const field = names.find(named => named.field.kind === 'salutation')?.field
  return field && person !== undefined && !isSentence(text) ? { field, value: person } : undefined
}

/** "Az 32-4", "Frist 12.12.": a name and a number, and no sentence around them. */
function withoutColon(text: string, names: readonly Named[]): Match | undefined {
  const said = `${plainWords(text.slice(0, LONGEST_NAME))} `
  const named = names.find(({ name, field }) => said.startsWith(`${name} `) && holdsNumber(field))
  if (!named) return undefined
  const start = tokenise(text)[named.name.split(' ').length]?.start
  const value = start === undefined ? '' : text.slice(start)
  if (!/\d/.test(value) || isSentence(text)) return undefined
  return { field: named.field, value: named.stays ? text : value }
}

const holdsNumber = ({ kind }: LetterField): boolean => kind === 'line' || kind === 'date'
