import { decodeEntities, decodeQuoted } from './encodings.js'
import { unmaskHomoglyphs } from './homoglyphs.js'
import { type MappedText, replaceMapped } from './mapped-text.js'
import { joinSpaced } from './spacing.js'
import { digitsOfWords } from './spelled-digits.js'

/**
 * The text as a person reads it: composed letters, no invisible signs, plain spaces, ASCII digits, decoded entities,
 * letters without spaces between them. The way back to the original is exact.
 */
export function normalise(original: string): MappedText {
  const plain: MappedText = { text: original.replaceAll(DASHES, '-').replaceAll(SPACES, ' '), map: undefined }
  return STEPS.reduce((text, step) => step(text), plain)
}

/** One unit for one unit, so offsets stay. */
const DASHES = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g
const SPACES = /[\u00a0\u2000-\u200a\u202f\u205f\u3000\u1680]/g

const STEPS: readonly ((text: MappedText) => MappedText)[] = [
  decodeEntities,
  decodeQuoted,
  withoutInvisible,
  composed,
  compatible,
  unmaskHomoglyphs,
  withoutEmphasis,
  joinSpaced,
  digitsOfWords,
]

/** Zero-width signs, soft hyphens, direction marks, variation selectors, NUL and other control characters. */
const INVISIBLE = /(?:(?![\t-\r])(?:\p{Cc}|\p{Cf}|\u034f|\u115f|[\u180b-\u180d]|[\ufe00-\ufe0f]))+/gu

function withoutInvisible(source: MappedText): MappedText {
  return replaceMapped(source, INVISIBLE, () => '')
}

/** Runs of combining marks are capped: composing thousands of marks on one letter would take quadratic time. */
const COMBINED = /[\p{L}\p{N}]\p{M}{1,8}/gu

function composed(source: MappedText): MappedText {
  return MARK.test(source.text) ? replaceMapped(source, COMBINED, ([cluster]) => cluster.normalize('NFC')) : source
}

const MARK = /[\u0300-\u036f]/

/** Full-width, mathematical, superscript and circled forms, ligatures, and the digits of other scripts. */
const COMPATIBLE =
  /[\u00b2\u00b3\u00b9\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u2070-\u2079\u2080-\u2089\u2100-\u214f\u2460-\u249b\u24b6-\u24e9\ufb00-\ufb06\uff01-\uff5e]|[\ud835\ud83c][\udc00-\udfff]/g

function compatible(source: MappedText): MappedText {
  return replaceMapped(source, COMPATIBLE, ([sign]) => {
    const code = sign.charCodeAt(0)
    if (code >= 0x660 && code <= 0x669) return String(code - 0x660)
    if (code >= 0x6f0 && code <= 0x6f9) return String(code - 0x6f0)
    if (code >= 0x966 && code <= 0x96f) return String(code - 0x966)
    const plain = sign.normalize('NFKC')
    return plain.length <= 2 && plain !== sign ? plain : undefined
  })
}

/** Markdown emphasis inside a value ("DE89**3704**0044") or around a word hides nothing from a reader. */
const EMPHASIS = /(?<=[\p{L}\p{N}])(?:\*\*|__|\*|`)(?=[\p{L}\p{N}])/gu

function withoutEmphasis(source: MappedText): MappedText {
  return source.text.includes('*') || source.text.includes('`') || source.text.includes('__')
    ? replaceMapped(source, EMPHASIS, () => '')
    : source
}
