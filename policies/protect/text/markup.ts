import { type MappedText, replaceMapped } from './mapped-text.js'

/** Tags that stand inside a word or value; nobody sees them. */
const INLINE = 'span|b|i|u|em|strong|font|mark|wbr|small|a|sup|sub'
/** Tags that end a line or a cell. */
const BLOCK = 'br|p|div|tr|li|ul|ol|table|tbody|thead|h[1-6]'
const CELL = 'td|th'
const TAG = new RegExp(`</?(?:(${INLINE})|(${BLOCK})|(${CELL}))(?:\\s[^<>]{0,200})?/?>`, 'gi')

/** HTML tags as a reader sees them: nothing inside a word, a line break, or the border of a cell. */
export function withoutTags(source: MappedText): MappedText {
  return replaceMapped(source, TAG, ([tag, inline, block]) => {
    if (inline !== undefined) return ''
    if (block !== undefined) return '\n'
    return tag.startsWith('</') ? '\t' : ''
  })
}

const EMPHASIS = /\*\*|__|~~|[*`]/g
const BESIDE_WORD = /[\p{L}\p{N}.]/u

/**
 * Markdown emphasis hides nothing from a reader: two signs beside a word ("DE89 **3704** 0044"), one sign or a backtick
 * only between letters.
 */
export function withoutEmphasis(source: MappedText): MappedText {
  const { text } = source
  return replaceMapped(source, EMPHASIS, ({ 0: sign, index }) => {
    const before = BESIDE_WORD.test(text.charAt(index - 1))
    const after = BESIDE_WORD.test(text.charAt(index + sign.length))
    return (sign.length === 2 ? before || after : before && after) ? '' : undefined
  })
}

/** "030\\-123", "\\u00e4", "84.172[.]19": escapes of Markdown and JSON, and dots in brackets. */
const ESCAPED = /\\u([0-9a-fA-F]{4})|\\(?=[-+.()#*_![\]@/])/g
const BRACKETED = /\[([.@:])\]/g

export function withoutEscapes(source: MappedText): MappedText {
  const plain = source.text.includes('\\')
    ? replaceMapped(source, ESCAPED, ([, code]) =>
        code === undefined ? '' : String.fromCharCode(Number.parseInt(code, 16)),
      )
    : source
  const read = plain.text.includes('Ã') ? replaceMapped(plain, MOJIBAKE, ([pair]) => REPAIRED[pair]) : plain
  return read.text.includes('[.]') || plain.text.includes('[@]')
    ? replaceMapped(read, BRACKETED, ([, sign]) => sign)
    : read
}

/** Umlauts of a UTF-8 text that was read as Latin-1 or Windows-1252 ("MÃ¼ller"). */
const REPAIRED: Readonly<Record<string, string>> = {
  'Ã¤': 'ä',
  'Ã¶': 'ö',
  'Ã¼': 'ü',
  ÃŸ: 'ß',
  'Ã„': 'Ä',
  'Ã–': 'Ö',
  Ãœ: 'Ü',
  'Ã©': 'é',
  'Ã¨': 'è',
  'Ã§': 'ç',
}
const MOJIBAKE = /Ã[¤¶¼Ÿ„–œ©¨§]/g

/** "Lerchen-\nstraße": a word cut at the end of a line; in quoted mail the next line begins with ">". */
const CUT = /-\r?\n[> \t]{0,4}(?=\p{Ll})/gu

export function joinCutWords(source: MappedText): MappedText {
  const { text } = source
  if (!text.includes('-\n') && !text.includes('-\r\n')) return source
  return replaceMapped(source, CUT, ({ index }) => (/\p{L}/u.test(text.charAt(index - 1)) ? '' : undefined))
}

/** The signs in front of quoted lines of a mail: a value may go on behind them. */
const QUOTE = /(?<=\n)[ \t]{0,2}(?:> ?){1,6}/g

export const withoutQuoteSigns = (source: MappedText): MappedText =>
  source.text.includes('\n>') || source.text.includes('\n >') ? replaceMapped(source, QUOTE, () => '') : source
