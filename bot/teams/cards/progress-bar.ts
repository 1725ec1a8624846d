import { type Element, text } from './card.js'

/** How far one is, as a bar and in words; the words alone suffice, the bar says nothing to a screen reader. */
export function progressBar(words: string, done: number, of: number): Element[] {
  const part = (share: number, style: 'good' | 'emphasis') =>
    share > 0 ? [{ type: 'Column' as const, width: share, style, minHeight: '10px', items: [] }] : []
  return [
    text(words),
    { type: 'ColumnSet', spacing: 'small', columns: [...part(done, 'good'), ...part(of - done, 'emphasis')] },
  ]
}
