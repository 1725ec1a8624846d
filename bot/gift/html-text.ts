import { entitiesRead } from './entities.js'

/** Plain text of HTML, and what it showed beside text. */
export type HtmlText = { readonly text: string; readonly lost: readonly string[] }

/** Elements whose content is no text for people. */
const SILENT = new Set([
  'script',
  'style',
  'template',
  'title',
  'noscript',
  'iframe',
  'object',
  'svg',
  'math',
  'select',
])
const LOST: ReadonlyMap<string, string> = new Map(
  Object.entries({
    img: 'Bild',
    svg: 'Bild',
    canvas: 'Bild',
    video: 'Film oder Ton',
    audio: 'Film oder Ton',
    iframe: 'eingebettete Seite',
    object: 'eingebettete Seite',
    embed: 'eingebettete Seite',
    math: 'Formel',
    table: 'Tabelle (ihr Text bleibt)',
  }),
)
const PARAGRAPH = /^(?:p|div|h[1-6]|ul|ol|dl|table|section|article|blockquote|pre|hr|figure)$/
const LINE = /^(?:br|tr|dt|dd|figcaption)$/

/**
 * Reads HTML as text. One pass: whatever was looked for once and is not there is not looked for again, so that time grows
 * with the length. `breaks`: line ends of the source count, as in Moodle's own format and in Markdown.
 */
export function htmlText(html: string, breaks: boolean): HtmlText {
  const parts: string[] = []
  const lost: string[] = []
  const piece = (text: string): number => parts.push(entitiesRead(breaks ? text : text.replaceAll(/\s+/g, ' ')))
  let at = 0
  while (at < html.length) {
    const open = html.indexOf('<', at)
    if (open < 0) break
    piece(html.slice(at, open))
    const tag = tagAt(html, open)
    if (tag === 'text') {
      parts.push('<')
      at = open + 1
      continue
    }
    if (tag === 'unclosed') {
      at = open
      break
    }
    if (!tag.closing && LOST.has(tag.name)) lost.push(LOST.get(tag.name) ?? '')
    parts.push(spaceOf(tag))
    at = !tag.closing && SILENT.has(tag.name) ? endOfElement(html, tag) : tag.end
  }
  if (at < html.length) piece(html.slice(at))
  return { text: parts.join(''), lost }
}

type Tag = { readonly name: string; readonly closing: boolean; readonly end: number }

/** The tag that begins here; 'unclosed' when nothing after this place can be a tag any more. */
function tagAt(html: string, open: number): Tag | 'text' | 'unclosed' {
  if (html.startsWith('<!--', open)) {
    const end = html.indexOf('-->', open + 4)
    return { name: '!', closing: false, end: end < 0 ? html.length : end + 3 }
  }
  const begin = /<(\/?)([a-z][a-z0-9:-]{0,40}|[!?])/iy
  begin.lastIndex = open
  const match = begin.exec(html)
  if (!match) return 'text'
  const end = endOfTag(html, begin.lastIndex)
  return end < 0 ? 'unclosed' : { name: (match[2] ?? '').toLowerCase(), closing: match[1] === '/', end }
}

/** After the `>` that is not inside a quoted value; a quote without an end is no quote. */
function endOfTag(html: string, from: number): number {
  for (let at = from; at < html.length; at++) {
    const sign = html.charAt(at)
    if (sign === '>') return at + 1
    if (sign === '"' || sign === "'") {
      const close = html.indexOf(sign, at + 1)
      if (close < 0) break
      at = close
    }
  }
  const plain = html.indexOf('>', from)
  return plain < 0 ? -1 : plain + 1
}

function endOfElement(html: string, { name, end }: Tag): number {
  const close = new RegExp(`</${name}`, 'gi')
  close.lastIndex = end
  const match = close.exec(html)
  if (!match) return html.length
  const after = html.indexOf('>', match.index)
  return after < 0 ? html.length : after + 1
}

function spaceOf({ name, closing }: Tag): string {
  if (PARAGRAPH.test(name)) return '\n\n'
  if (LINE.test(name)) return '\n'
  if (name === 'li') return closing ? '' : '\n– '
  return name === 'td' || name === 'th' ? ' ' : ''
}
