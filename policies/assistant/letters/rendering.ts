import type { LetterField } from '../../pack/letter-schema.js'
import { abbreviationsIn } from '../text/abbreviations.js'
import { bodyOf, bulleted, enumerated } from './body.js'
import { spelledDay } from './dates.js'
import { gapLabel, gapText } from './gaps.js'
import type { Values } from './input.js'
import { salutation, unknownSalutation } from './salutation.js'
import { asSentence } from './sentence.js'
import type { Part, Plain } from './template.js'
import { withoutEnd } from './tidy.js'

/** The parts of a letter as text: values in their places, gaps where nothing was said, empty blocks gone. */
export function written(parts: readonly Part[], fields: readonly LetterField[], values: Values): string {
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
