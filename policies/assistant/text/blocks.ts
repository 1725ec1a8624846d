/** A part of a text between line breaks that belongs together; offsets are UTF-16 units, `end` is exclusive. */
export type Block = { readonly kind: 'text' | 'item' | 'heading'; readonly start: number; readonly end: number }

type Line = { readonly start: number; readonly end: number; readonly text: string; readonly indented: boolean }

const ITEM = /^(?:[-–—•*·‣▪○+☐☑☒✓✗]|\[[ xX]?\]|\(?\d{1,3}[.)]|\(?[a-zA-Z][.)])\s/
const ENDS = /[.!?:;…]["“”»«)\]]*$/

/** A line this long broke because the page was full, not because a thought ended. */
const FULL_LINE = 45
const LONGEST_HEADING = 90
const MOST_HEADING_WORDS = 12

/** The paragraphs, points and headings of a text; lines broken by a page's margin are joined again. */
export function blocksOf(text: string): Block[] {
  const blocks: { kind: 'text' | 'item'; start: number; end: number; lines: number; last: string }[] = []
  let open = false
  for (const line of linesOf(text)) {
    if (line.text === '') {
      open = false
      continue
    }
    const last = blocks.at(-1)
    const item = ITEM.test(line.text)
    if (open && last && !item && goesOn(last, line)) {
      last.end = line.end
      last.lines++
      last.last = line.text
    } else blocks.push({ kind: item ? 'item' : 'text', start: line.start, end: line.end, lines: 1, last: line.text })
    open = true
  }
  return blocks.map(({ kind, start, end, lines, last }) => ({
    kind: kind === 'text' && lines === 1 && isHeading(last) ? 'heading' : kind,
    start,
    end,
  }))
}

function linesOf(text: string): Line[] {
  const lines: Line[] = []
  for (let from = 0; from <= text.length; ) {
    const stop = text.indexOf('\n', from)
    const until = stop < 0 ? text.length : stop
    const raw = text.slice(from, until)
    const start = from + raw.length - raw.trimStart().length
    const bare = raw.trim()
    lines.push({ start, end: start + bare.length, text: bare, indented: /^[ \t]/.test(raw) })
    from = until + 1
  }
  return lines
}

function goesOn(before: { readonly kind: 'text' | 'item'; readonly last: string }, line: Line): boolean {
  const startsLow = /^\p{Ll}/u.test(line.text)
  // A comma may be the end of a salutation, which the next line does not go on with.
  if (before.last.endsWith(',') && before.last.length < FULL_LINE) return false
  if (before.kind === 'item') return !ENDS.test(before.last) && (startsLow || line.indented)
  return startsLow || before.last.length >= FULL_LINE
}

const isHeading = (line: string): boolean =>
  line.length <= LONGEST_HEADING && line.split(/\s/).length <= MOST_HEADING_WORDS && !/[.!?:;,…]["“”»«)\]]*$/.test(line)
