import type { Letters, Place, Role, Sheet } from './sheet.js'

const INK = '#1a1a1a'
export const BLUE = '#123a5e'
/** Still 8:1 on white. */
export const QUIET = '#4a4a4a'

export const letters = (size: number, font: Letters['font'] = 'regular', color = INK): Letters => ({
  size,
  font,
  color,
})

/** A piece of text that knows how much room it may take. */
export type Block = {
  readonly role: Role
  readonly text: string
  readonly letters: Letters
  /** Tried from first to last until the text fits into `room`. */
  readonly sizes: readonly number[]
  readonly room: number
  readonly after: number
  readonly framed: boolean
  readonly link?: { readonly address: string; readonly hint: string }
}

type Choices = Partial<Pick<Block, 'sizes' | 'room' | 'after' | 'framed'>>

export const paragraph = (text: string, letters: Letters, choices: Choices = {}): Block => ({
  role: 'P',
  text,
  letters,
  sizes: [letters.size],
  room: Number.POSITIVE_INFINITY,
  after: 0,
  framed: false,
  ...choices,
})

const PADDING = 9

/** Letters and height in which a block is written into a width. */
function measured(sheet: Sheet, block: Block, width: number): { letters: Letters; height: number; inner: number } {
  const padding = block.framed ? PADDING : 0
  const inner = width - 2 * padding
  const letters = sheet.fitting(block.text, block.letters, block.sizes, inner, block.room)
  return { letters, inner, height: Math.min(block.room, sheet.heightOf(block.text, letters, inner)) + 2 * padding }
}

export const heightOfStack = (sheet: Sheet, blocks: readonly Block[], width: number): number =>
  blocks.reduce((sum, block) => sum + measured(sheet, block, width).height + block.after, 0)

/** Writes blocks below each other; where the next one would stand. */
export function stack(sheet: Sheet, blocks: readonly Block[], { x, y, width }: Place): number {
  let at = y
  for (const block of blocks) {
    const { letters, height, inner } = measured(sheet, block, width)
    const padding = block.framed ? PADDING : 0
    if (block.framed) {
      const top = at
      sheet.decorate(pdf => pdf.lineWidth(1).roundedRect(x, top, width, height, 4).stroke(INK))
    }
    const place = { x: x + padding, y: at + padding, width: inner }
    if (block.link) sheet.link(block.text, block.link, letters, place, height)
    else sheet.write(block.role, block.text, letters, place, height - 2 * padding)
    at += height + block.after
  }
  return at
}
