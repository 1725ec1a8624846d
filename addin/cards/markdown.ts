const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, character => ESCAPES[character] ?? character)

/** `**bold**`; everything else is text. */
const inline = (text: string): string => escaped(text).replaceAll(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>')

/**
 * The Markdown our cards use, as HTML: bold, lists with `- `, line ends. Everything is escaped first, so what a card says can
 * never become markup of its own; links and pictures are left as they stand.
 */
export function htmlOf(markdown: string): string {
  const html: string[] = []
  let points: string[] = []
  const endList = (): void => {
    if (points.length > 0) html.push(`<ul>${points.map(point => `<li>${inline(point)}</li>`).join('')}</ul>`)
    points = []
  }
  for (const line of markdown.split(/\r?\n/)) {
    const point = /^\s*[-*] (.+)$/.exec(line)?.[1]
    if (point !== undefined) points.push(point)
    else {
      endList()
      if (line.trim() !== '') html.push(`<p>${inline(line)}</p>`)
    }
  }
  endList()
  return html.join('')
}
