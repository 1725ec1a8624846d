import { unescapedAt } from './escape.js'

/** One question as it stands in the file, without its comments; `line` counts from 1. */
export type Piece = {
  readonly line: number
  readonly comments: readonly string[]
  readonly text: string
  /** Its `{` has no `}`. */
  readonly open: boolean
}

type Chunk = { line: number; comments: string[]; lines: string[] }

/**
 * Cuts a file at its empty lines, as Moodle does, and joins what an empty line between `{` and `}` would tear apart.
 * A brace that is never closed costs its own question only: where another one begins, the broken one ends.
 */
export function pieces(text: string): Piece[] {
  const found: Piece[] = []
  let broken: Chunk | undefined
  for (const chunk of chunks(text)) {
    if (broken && continues(chunk)) {
      for (const line of chunk.lines) broken.lines.push(line)
      for (const comment of chunk.comments) broken.comments.push(comment)
      if (!closes(chunk)) continue
      found.push(pieceOf(broken, false))
      broken = undefined
      continue
    }
    if (broken) found.push(pieceOf(broken, true))
    broken = isOpen(chunk) ? chunk : undefined
    if (!broken && chunk.lines.length > 0) found.push(pieceOf(chunk, false))
  }
  return broken ? [...found, pieceOf(broken, true)] : found
}

const pieceOf = ({ line, comments, lines }: Chunk, open: boolean): Piece => ({
  line,
  comments,
  text: lines.join('\n'),
  open,
})

function* chunks(text: string): Generator<Chunk> {
  let chunk: Chunk | undefined
  for (const [at, line] of text.split(/\r\n?|\n/).entries()) {
    const content = line.trim()
    // A category is no question; it ends what stands before it even without an empty line.
    if (content === '' || content.startsWith('$CATEGORY:')) {
      if (chunk) yield chunk
      chunk = undefined
      continue
    }
    chunk ??= { line: at + 1, comments: [], lines: [] }
    if (content.startsWith('//')) chunk.comments.push(content)
    else chunk.lines.push(content)
  }
  if (chunk) yield chunk
}

function isOpen({ lines }: Chunk): boolean {
  const text = lines.join('\n')
  const opens = unescapedAt(text, '{')
  return opens >= 0 && unescapedAt(text, '}', opens) < 0
}

const closes = ({ lines }: Chunk): boolean => unescapedAt(lines.join('\n'), '}') >= 0

/** What follows an open brace belongs to it unless it begins a question of its own. */
function continues({ lines }: Chunk): boolean {
  const text = lines.join('\n')
  return !text.startsWith('::') && text.charAt(unescapedAt(text, '{}')) !== '{'
}
