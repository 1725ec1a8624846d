import type { Letter, LetterField } from '../../pack/letter-schema.js'
import type { Day } from '../../pack/terms.js'
import { abbreviationsIn } from '../text/abbreviations.js'
import { bodyOf, bulleted, enumerated } from './body.js'
import { BUILT_IN, builtInValues } from './built-in.js'
import { type DayDoubt, spelledDay } from './dates.js'
import { type Gap, gapLabel, gapsIn, gapText } from './gaps.js'
import { listItems, sortPoints } from './points.js'
import { salutation, unknownSalutation } from './salutation.js'
import { asSentence } from './sentence.js'
import { type Part, type Plain, readTemplate } from './template.js'
import { clean, oneSpaced, tidy, withoutEnd } from './tidy.js'

/** What a person says: bullet points as typed, one per line, and values of single fields by id. Lists
 * come one item per line; only where there is no line break at all, commas part the items. */
export type LetterInput = { readonly points: string; readonly fields: Readonly<Record<string, string>> }

export type LetterContext = {
  readonly today: Day
  readonly municipality: string
  /** Who signs, where it is known. */
  readonly author: string | undefined
}

export type WrittenLetter = {
  readonly text: string
  readonly gaps: readonly Gap[]
  /** Days that should be looked at again. */
  readonly doubts: readonly { readonly field: string; readonly doubt: DayDoubt }[]
}

type Values = ReadonlyMap<string, readonly string[]>

/** Writes a letter from building blocks. Nothing is invented: what nobody said stays as `[ERGÄNZEN: …]`. */
export function writeLetter(letter: Letter, input: LetterInput, context: LetterContext): WrittenLetter {
  const fields = [...letter.fields, ...BUILT_IN]
  const values = valuesOf(letter, input, context)
  const { parts } = readTemplate(letter.text)
  const text = tidy(written(parts, fields, values) + unplaced(letter, values))
  return { text, gaps: gapsIn(text, fields), doubts: doubtsOf(letter, values) }
}

/** Values typed into fields first, then the bullet points: what a field does not take goes on into the body. */
function valuesOf({ fields }: Letter, input: LetterInput, context: LetterContext): Values {
  const values = new Map<string, readonly string[]>(builtInValues(context))
  const { filled, rest } = sortPoints(clean(input.points), fields)
  const body = [...rest]
  for (const field of fields) {
    const typed = typedInto(field, clean(input.fields[field.id] ?? ''))
    const pointed = filled.get(field.id) ?? []
    const both = field.kind === 'list' || field.kind === 'sentences'
    const chosen = typed.length === 0 ? pointed : both ? [...typed, ...pointed] : typed
    if (typed.length > 0 && !both) body.push(...pointed.map(point => `${field.label}: ${point}`))
    if (chosen.length > 0) values.set(field.id, chosen)
  }
  const points = fields.find(({ kind }) => kind === 'points')
  const all = [...(points ? (values.get(points.id) ?? []) : []), ...body]
  if (all.length > 0) values.set(points?.id ?? UNPLACED, all)
  return values
}

/** Where leftover points are kept if a letter has no field for them. */
const UNPLACED = ''

const unplaced = (letter: Letter, values: Values): string => {
  const points = values.get(UNPLACED)
  return points && letter.fields.every(({ kind }) => kind !== 'points') ? `\n\n${bodyOf(points, undefined)}` : ''
}

function typedInto({ kind }: LetterField, typed: string): string[] {
  const lines = typed
    .split('\n')
    .map(line => oneSpaced(line).replace(/^[-–—•*·] /, ''))
    .filter(Boolean)
  if (kind === 'list') return lines.length === 1 && !typed.includes('\n') ? listItems(lines[0] ?? '') : lines
  return kind === 'points' || kind === 'sentences' ? lines : lines.length > 0 ? [lines.join(' ')] : []
}

function written(parts: readonly Part[], fields: readonly LetterField[], values: Values): string {
  let text = ''
  let lineGone = false
  for (const [at, part] of parts.entries()) {
    const behind = parts[at + 1]
    if (part.kind === 'block') {
      const shown = isSaid(part.inner, fields, values) ? part.inner : part.otherwise
      lineGone = shown.length === 0 && (text === '' || text.endsWith('\n'))
      text = withParts(text, shown, behind, fields, values)
    } else {
      // A block that fell away takes the line with it that it had for itself.
      const plain = lineGone && part.kind === 'words' ? { ...part, words: part.words.replace(/^ ?\n/, '') } : part
      lineGone = false
      text = withParts(text, [plain], behind, fields, values)
    }
  }
  return text
}

/** The text so far with these parts behind it; `behind` is what comes after them. */
function withParts(
  before: string,
  shown: readonly Plain[],
  behind: Part | undefined,
  fields: readonly LetterField[],
  values: Values,
): string {
  let text = before
  for (const [at, plain] of shown.entries()) {
    if (plain.kind === 'words') {
      text += plain.words
      continue
    }
    const field = fields.find(({ id }) => id === plain.id)
    const alone = endsLine(text) && startsLine(shown[at + 1] ?? behind)
    const value = field ? writtenField(field, values.get(field.id) ?? [], alone) : gapText(plain.id)
    text = `${field?.kind === 'date' ? withoutArticle(text, value) : text}${value}`
  }
  return text
}

/** A list that has its line for itself becomes points, and "A, B und C" elsewhere. */
const endsLine = (text: string): boolean => text === '' || /\n ?$/.test(text.slice(-2))

const startsLine = (part: Part | undefined): boolean =>
  part === undefined || (part.kind === 'words' && part.words.startsWith('\n'))

/** "bis zum 12. Dezember", but "bis Ende Januar" and "bis Freitag". */
const withoutArticle = (before: string, day: string): string =>
  before.endsWith('bis zum ') && !/^[\d[]/.test(day) ? before.slice(0, -'zum '.length) : before

/** A block stays as soon as something was said for it, so that nothing said is lost; what it lacks then is a gap. */
const isSaid = (inner: readonly Plain[], fields: readonly LetterField[], values: Values): boolean =>
  inner.some(plain => plain.kind === 'field' && values.has(plain.id) && isOptional(plain.id, fields))

const isOptional = (id: string, fields: readonly LetterField[]): boolean =>
  fields.some(field => field.id === id && field.optional)

function writtenField(field: LetterField, values: readonly string[], alone: boolean): string {
  const gap = gapText(gapLabel(field))
  const first = values[0] ?? ''
  if (first === '') {
    if (field.kind === 'salutation') return unknownSalutation(gap)
    return field.kind === 'list' && alone ? `- ${gap}` : gap
  }
  switch (field.kind) {
    case 'line':
      return inSentence(first)
    case 'date':
      return inSentence(spelledDay(first).text)
    case 'salutation':
      return salutation(first)
    case 'list':
      return alone ? bulleted(values) : enumerated(values)
    case 'sentences':
      return values.map(asSentence).join(' ')
    case 'points':
      return bodyOf(values, field.intro)
  }
}

/** Without the sign that ended it where it was typed; the full stop of an abbreviation stays ("e. V."). */
function inSentence(value: string): string {
  const bare = withoutEnd(value)
  const shortened = abbreviationsIn(bare).at(-1)?.end === bare.length || /(?<!\p{L})\p{L}\.$/u.test(bare)
  return shortened || !/[\p{L}\p{N})]\.$/u.test(bare) ? bare : bare.slice(0, -1)
}

const doubtsOf = ({ fields }: Letter, values: Values): { field: string; doubt: DayDoubt }[] =>
  fields.flatMap(({ id, kind }) => {
    const doubt = kind === 'date' ? spelledDay(values.get(id)?.[0] ?? '').doubt : undefined
    return doubt === undefined ? [] : [{ field: id, doubt }]
  })
