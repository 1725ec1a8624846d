import type { WordDocument } from '../../office/document.js'

/**
 * A browser forgets what was selected on a page as soon as a text field gets the focus; Word does not. So the last selection
 * inside the page is put back while somebody asks for it; the focus stays where the person is.
 */
export function keepSelection(document: WordDocument, page: HTMLElement): WordDocument {
  const { ownerDocument } = page
  let last: Range | undefined
  const inside = (range: Range | undefined): range is Range =>
    range !== undefined && page.contains(range.commonAncestorContainer)
  ownerDocument.addEventListener('selectionchange', () => {
    const range = selected(ownerDocument)
    if (inside(range)) last = range.cloneRange()
  })
  const withSelection = <Result>(work: () => Promise<Result>): Promise<Result> => {
    if (!last || inside(selected(ownerDocument))) return work()
    const focused = ownerDocument.activeElement
    const selection = ownerDocument.getSelection()
    selection?.removeAllRanges()
    selection?.addRange(last)
    return work().finally(() => focused instanceof HTMLElement && focused.focus({ preventScroll: true }))
  }
  return {
    ...document,
    readSelection: () => withSelection(document.readSelection),
    insert: (passage, where, wish) =>
      where === 'end'
        ? document.insert(passage, where, wish)
        : withSelection(() => document.insert(passage, where, wish)),
  }
}

function selected(document: Document): Range | undefined {
  const selection = document.getSelection()
  return selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : undefined
}
