/** Invisible, and it parts two characters that would otherwise mean something to GIFT and cannot be escaped. */
const JOINER = '\u2060'

const LINE_ENDS = /\r\n?|[\n\u0085\u2028\u2029]/
/** Control characters, and those that turn the direction of writing or cannot be seen and carry no meaning. */
const UNSEEN = /[\p{Cc}\u2060\ufeff\u202a-\u202e\u2066-\u2069]/gu

/** A text without unseen characters, double spaces and empty lines, as it arrives on the other side of GIFT. */
export function tidy(text: string): string {
  return text
    .split(LINE_ENDS)
    .map(line =>
      line
        .replaceAll('\t', ' ')
        .replaceAll(UNSEEN, '')
        .replaceAll(/\s{2,}/g, ' ')
        .trim(),
    )
    .filter(Boolean)
    .join('\n')
}

export const oneLine = (text: string): string => tidy(text).replaceAll('\n', ' ')

/** What GIFT reads as text and nothing else. A text of unseen characters only becomes a dash: GIFT knows no empty text. */
export function escaped(text: string): string {
  return (tidy(text) || '–')
    .replaceAll(/&(?=&\d)/g, `&${JOINER}`)
    .replaceAll(/[\\~=#{}:]/g, String.raw`\$&`)
    .replaceAll('\n', String.raw`\n`)
}

/** A beginning like "[html]" or "%50%" would be read as format or weight. */
export const rich = (text: string): string => (/^[[%]/.test(tidy(text)) ? `[plain]${escaped(text)}` : escaped(text))

/** An answer or the left side of a pair: an arrow in it would make it a pair. */
export const choice = (text: string): string => rich(text).replaceAll('->', `-${JOINER}>`)

const DECODED: Readonly<Record<string, string>> = {
  '&&010': '\n',
  '&&035;': '#',
  '&&058;': ':',
  '&&061;': '=',
  '&&092;': '\\',
  '&&123;': '{',
  '&&125;': '}',
  '&&126;': '~',
}

/** The library leaves its placeholders in the right sides of pairs. */
export const placeholdersRead = (text: string): string =>
  text.replaceAll(/&&(?:010|(?:035|058|061|092|123|125|126);)/g, found => DECODED[found] ?? found)

export const unescaped = (text: string): string =>
  text.replaceAll(/\\([\\~=#{}:n])/g, (_, sign: string) => (sign === 'n' ? '\n' : sign))

/** Escapes these characters where they are not escaped yet: Moodle takes them in some places, the library in none. */
export const alsoEscaped = (text: string, characters: string): string =>
  text.replaceAll(/\\[\s\S]|[:=~#]/g, found => (characters.includes(found) ? `\\${found}` : found))

/** The place of the first of these characters that is not escaped, at or after `from`; -1 without one. */
export function unescapedAt(text: string, characters: string, from = 0): number {
  for (let at = from; at < text.length; at++) {
    const sign = text.charAt(at)
    if (sign === '\\') at++
    else if (characters.includes(sign)) return at
  }
  return -1
}

/** Pairs need `~` to be absent; where it is there, the arrow is text, which the library does not know. */
export const arrowsAsText = (answers: string): string =>
  unescapedAt(answers, '~') < 0 ? answers : answers.replaceAll('->', `-${JOINER}>`)
