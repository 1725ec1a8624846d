import { decodeEntities, decodeQuoted } from './encodings.js'
import {
  AMPERSAND,
  ANGLE,
  BACKSLASH,
  BRACKET,
  COMPATIBILITY,
  DASHES,
  EMPHASIS,
  EQUALS,
  hintsOf,
  INVISIBLE,
  MARKS,
  OTHER_SCRIPT,
  PERCENT,
  PULLED_APART,
  SPACES,
} from './hints.js'
import { unmaskHomoglyphs } from './homoglyphs.js'
import { type MappedText, replaceMapped } from './mapped-text.js'
import { joinCutWords, withoutEmphasis, withoutEscapes, withoutQuoteSigns, withoutTags } from './markup.js'
import { joinSpaced } from './spacing.js'

/**
 * The text as a person reads it: composed letters, no invisible signs, plain spaces, ASCII digits, decoded entities,
 * letters without spaces between them. The way back to the original is exact. (Spoken digits and odd words come later: stages.ts.)
 */
export function normalise(original: string): MappedText {
  const hints = hintsOf(original)
  let text: MappedText = { text: plainSigns(original, hints), map: undefined }
  for (const [needs, step] of STEPS) {
    if ((hints & needs) === 0) continue
    const next = step(text)
    // What was decoded may bring signs of its own.
    if (next !== text && needs === ENCODED) return deeper(next)
    text = next
  }
  return joined(text, hints)
}

/** Words in one piece again. Letters may turn out to be pulled apart only once something between them is gone. */
const joined = (text: MappedText, hints: number): MappedText =>
  joinCutWords(withoutQuoteSigns(mayBePulledApart(hints, text) ? joinSpaced(text) : text))

const mayBePulledApart = (hints: number, { text, map }: MappedText): boolean =>
  (hints & PULLED_APART) !== 0 || (map !== undefined && (hintsOf(text) & PULLED_APART) !== 0)

const ENCODED = AMPERSAND | EQUALS | PERCENT

/** The remaining steps on a decoded text, whichever signs it brought. */
function deeper(decoded: MappedText): MappedText {
  const plain: MappedText = { ...decoded, text: plainSigns(decoded.text, DASHES | SPACES) }
  return joined(
    STEPS.slice(1).reduce((text, [, step]) => step(text), plain),
    0,
  )
}

/** One unit for one unit, so offsets stay. */
function plainSigns(text: string, hints: number): string {
  const dashes = hints & DASHES ? text.replaceAll(DASH, '-').replaceAll(SLASH, '/') : text
  return hints & SPACES ? dashes.replaceAll(SPACE, ' ') : dashes
}

const DASH = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g
const SLASH = /[\u2044\u2215\u29f8\uff0f]/g
const SPACE = /[\u00a0\u2000-\u200a\u202f\u205f\u3000\u1680]/g

/** Each step with the hints that call for it. */
const STEPS: readonly (readonly [number, (text: MappedText) => MappedText])[] = [
  [ENCODED, text => decodeQuoted(decodeEntities(text))],
  [INVISIBLE, withoutInvisible],
  [MARKS, composed],
  [COMPATIBILITY, compatible],
  [OTHER_SCRIPT, unmaskHomoglyphs],
  [EMPHASIS, withoutEmphasis],
  [ANGLE, withoutTags],
  [BACKSLASH | BRACKET, withoutEscapes],
]

/** Zero-width signs, soft hyphens, direction marks, variation selectors, NUL and other control characters. */
const INVISIBLE_SIGNS =
  /(?:(?![\t-\r])(?:\p{Cc}|\p{Cf}|\u034f|\u115f|[\u180b-\u180f]|[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}]))+/gu

function withoutInvisible(source: MappedText): MappedText {
  return replaceMapped(source, INVISIBLE_SIGNS, () => '')
}

/** Runs of combining marks are capped: composing thousands of marks on one letter would take quadratic time. */
const COMBINED = /[\p{L}\p{N} .,:;@+/()-]\p{M}{1,8}/gu

function composed(source: MappedText): MappedText {
  return MARK.test(source.text)
    ? replaceMapped(source, COMBINED, ([cluster]) => withoutStrokes(cluster.normalize('NFC')))
    : source
}

/** Marks that make no letter of their own strike it through or hide it. */
const withoutStrokes = (cluster: string): string =>
  cluster.replace(/(?<=^[\p{Script=Latin}\p{N} .,:;@+/()-])[\u0300-\u036f\u20d0-\u20f0]+/u, '')

/** Marks above, below and through a letter, and the keys around digits ("1️⃣"). */
const MARK = /[\u0300-\u036f\u20d0-\u20f0]/

/** Full-width, mathematical, superscript (but not the one of "m²") and circled forms, ligatures, and the digits of other scripts. */
const COMPATIBLE =
  /[\u00b2\u00b3\u00b9](?=[\d\u00b2\u00b3\u00b9\u2070-\u2079])|(?<=[\d\u00b2\u00b3\u00b9\u2070-\u2079])[\u00b2\u00b3\u00b9]|[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u2070-\u2079\u2080-\u2089\u2100-\u214f\u2460-\u249b\u24b6-\u24ff\ufb00-\ufb06\uff01-\uff5e\u1d00-\u1d7f\u0262\u026a\u0274\u0280\u028f\u0299\u029c\u029f\ua730\ua731]|[\ud835\ud83c][\udc00-\udfff]/g

function compatible(source: MappedText): MappedText {
  return replaceMapped(source, COMPATIBLE, ([sign]) => {
    const code = sign.charCodeAt(0)
    if (code >= 0x660 && code <= 0x669) return String(code - 0x660)
    if (code >= 0x6f0 && code <= 0x6f9) return String(code - 0x6f0)
    if (code >= 0x966 && code <= 0x96f) return String(code - 0x966)
    const letter = letterOf(sign)
    if (letter !== undefined) return letter
    const plain = sign.normalize('NFKC')
    return plain.length <= 2 && plain !== sign ? plain : undefined
  })
}

const SMALL_CAPITALS = new Map(
  [...'ᴀaʙbᴄcᴅdᴇeꜰfɢgʜhɪiᴊjᴋkʟlᴍmɴnᴏoᴘpʀrꜱsᴛtᴜuᴠvᴡwʏyᴢz'].flatMap((sign, at, all) =>
    at % 2 === 0 ? [[sign, all[at + 1] ?? ''] as const] : [],
  ),
)
/** First letters of the alphabets of negative circled, negative squared and regional signs. */
const ALPHABETS = [0x1f130, 0x1f150, 0x1f170, 0x1f1e6]
const LETTERS = 26
const LETTER_A = 65

/** Letters that Unicode does not decompose: small capitals and letters in boxes. */
function letterOf(sign: string): string | undefined {
  const small = SMALL_CAPITALS.get(sign)
  if (small !== undefined) return small
  const code = sign.codePointAt(0) ?? 0
  const first = ALPHABETS.find(start => code >= start && code < start + LETTERS)
  return first === undefined ? undefined : String.fromCharCode(LETTER_A + code - first)
}
