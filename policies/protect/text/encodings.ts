import { type MappedText, replaceMapped } from './mapped-text.js'

const NAMED: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  shy: '',
  zwnj: '',
  zwj: '',
  commat: '@',
  period: '.',
  colon: ':',
  auml: 'ä',
  ouml: 'ö',
  uuml: 'ü',
  Auml: 'Ä',
  Ouml: 'Ö',
  Uuml: 'Ü',
  szlig: 'ß',
  eacute: 'é',
  egrave: 'è',
  ndash: '-',
  mdash: '-',
  hyphen: '-',
}
const ENTITY = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,8}));/g
const HIGHEST_CODE_POINT = 0x10ffff

/** HTML entities, numeric and the usual named ones. */
export function decodeEntities(source: MappedText): MappedText {
  if (!source.text.includes('&')) return source
  return replaceMapped(source, ENTITY, ([, decimal, hex, name]) => {
    if (name !== undefined) return Object.hasOwn(NAMED, name) ? NAMED[name] : undefined
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
    return code > 0 && code <= HIGHEST_CODE_POINT ? String.fromCodePoint(code) : undefined
  })
}

/** One sign at a time, so that each keeps its own place; its further bytes begin with 8 to B. */
const QUOTED = /=\r?\n|=[0-9A-F]{2}(?:=[89AB][0-9A-F]){0,3}|%[0-9A-F]{2}(?:%[89AB][0-9A-F]){0,3}/g
/** "a=20" may be a formula; an encoded umlaut, sign or soft line break says that the text is really encoded. */
function isSurelyQuoted(text: string): boolean {
  for (let at = text.indexOf('='); at >= 0; at = text.indexOf('=', at + 1)) {
    if (SOFT_BREAK.test(text.slice(at + 1, at + 3))) return true
    if (SIGN.test(text.slice(at, at + 6))) return true
    if (BESIDE_LETTER.test(text.slice(Math.max(0, at - 1), at + 4))) return true
  }
  return false
}

const SOFT_BREAK = /^\r?\n/
const SIGN = /^=(?:C3=[0-9A-F]{2}|[0-9A-F]{2}=[0-9A-F]{2}|3D|2E|2D)/
const BESIDE_LETTER = /^(?:\p{L}=(?:E4|F6|FC|DF|C4|D6|DC)\p{L}|[\p{L}.,;:]=(?:40\p{L}|20(?:\p{L}|\r?$|[\r\n])))/u
const SURELY_PERCENT = /%(?:C3%[0-9A-F]{2}|40|20|2E|2B|3A|2F)/

/** "=?UTF-8?Q?J=C3=B6rg_M=C3=BCller?=" (RFC 2047): words of a header; an underscore is a space. */
const HEADER_WORD = /=\?[\w-]{3,20}\?[Qq]\?([^?\s]{1,300})\?=/g

function withoutUnderscores(source: MappedText): MappedText {
  if (!/\?q\?/i.test(source.text)) return source
  return replaceMapped(source, HEADER_WORD, ([whole, content = '']) => [
    ['', whole.length - content.length - 2],
    ...[...content].map(sign => [sign === '_' ? ' ' : sign, sign.length] as const),
    ['', 2],
  ])
}

/** Quoted-printable (RFC 2045) and percent-encoding (RFC 3986), where the text shows that it is one. */
export function decodeQuoted(encoded: MappedText): MappedText {
  const source = withoutUnderscores(encoded)
  const quoted = isSurelyQuoted(source.text)
  const percent = source.text.includes('%') && SURELY_PERCENT.test(source.text)
  if (!quoted && !percent) return source
  return replaceMapped(source, QUOTED, ([run]) => {
    if (run.startsWith('%')) return percent ? utf8(run.split('%').slice(1)) : undefined
    if (!quoted) return undefined
    return run.startsWith('=\n') || run.startsWith('=\r') ? '' : utf8(run.split('=').slice(1))
  })
}

/** "Tel=0170": what would be a control character is none. */
function utf8(hex: readonly string[]): string | undefined {
  const bytes = hex.map(pair => Number.parseInt(pair, 16))
  const text = decodeUtf8(bytes) ?? latin1(bytes)
  return text !== undefined && /^(?![\t\n\r])\p{Cc}/u.test(text) ? undefined : text
}

const ONE_BYTE = new Set([0xe4, 0xf6, 0xfc, 0xdf, 0xc4, 0xd6, 0xdc, 0xe9, 0xe8, 0xe7])
/** Older programs write umlauts as one byte: "M=FCller". */
const latin1 = (bytes: readonly number[]): string | undefined =>
  bytes.every(byte => ONE_BYTE.has(byte) || (byte >= 0x20 && byte < 0x7f)) ? String.fromCharCode(...bytes) : undefined

/** Text of UTF-8 bytes; undefined if they are none. */
export function decodeUtf8(bytes: readonly number[]): string | undefined {
  let text = ''
  for (let at = 0; at < bytes.length; ) {
    const first = bytes[at] ?? 0
    const length = first < 0x80 ? 1 : first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 0
    if (length === 0 || first > 0xf4 || at + length > bytes.length) return undefined
    let code = length === 1 ? first : first & (0xff >> (length + 1))
    for (let next = 1; next < length; next++) {
      const byte = bytes[at + next] ?? 0
      if ((byte & 0xc0) !== 0x80) return undefined
      code = (code << 6) | (byte & 0x3f)
    }
    if (code > HIGHEST_CODE_POINT || (code >= 0xd800 && code <= 0xdfff)) return undefined
    text += String.fromCodePoint(code)
    at += length
  }
  return text
}

/** The readable text behind a row of hexadecimal bytes; undefined if there is none, as behind nearly every hash. */
export function decodeHex(word: string): string | undefined {
  if (!HEX.test(word)) return undefined
  const bytes = Array.from(word.matchAll(/../g), ([pair]) => Number.parseInt(pair, 16))
  const text = decodeUtf8(bytes)
  return text !== undefined && READABLE.test(text) ? text : undefined
}

const HEX = /^(?:[0-9a-f]{2}){6,1000}$/i

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** The readable text behind a base64 word (also the URL-safe form); undefined if there is none. */
export function decodeBase64(word: string): string | undefined {
  const bytes: number[] = []
  let bits = 0
  let size = 0
  for (const sign of word.replaceAll('-', '+').replaceAll('_', '/')) {
    if (sign === '=') break
    const value = BASE64.indexOf(sign)
    if (value < 0) return undefined
    bits = ((bits << 6) | value) & 0xffff
    size += 6
    if (size >= 8) {
      size -= 8
      bytes.push((bits >> size) & 0xff)
    }
  }
  const text = decodeUtf8(bytes)
  return text !== undefined && READABLE.test(text) ? text : undefined
}

/** Letters, digits and the signs of ordinary text only, with a letter among them. */
const READABLE = /^(?=[\s\S]*\p{L}{2})[\p{L}\p{N}\s.,;:!?@"'()/&%+*=_<>{}[\]#€$§°|~\\-]{4,}$/u
