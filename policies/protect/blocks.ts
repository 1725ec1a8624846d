/** A text is read in blocks of about this many UTF-16 units, so that a scan can be stopped and memory stays small. */
const BLOCK = 12_000
const LEAST = 8_000
/** Without any place to cut, a block ends here. */
const MOST = 16_000

/** Offsets where blocks begin; a cut falls on a blank line if there is one, else on a line, a sentence or a space. */
export function* blocksOf(text: string): Generator<{ start: number; end: number }> {
  let start = 0
  while (text.length - start > MOST) {
    const end = cutBefore(text, start)
    yield { start, end }
    start = end
  }
  yield { start, end: text.length }
}

const CUTS = ['\n\n', '\n', '. ', ' ']

function cutBefore(text: string, start: number): number {
  const window = text.slice(start + LEAST, start + BLOCK)
  for (const cut of CUTS) {
    const at = window.lastIndexOf(cut)
    if (at >= 0) return start + LEAST + at + cut.length
  }
  return start + BLOCK
}
