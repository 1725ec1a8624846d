/** What a person does on the page, in the words of the page. */
export type Input = {
  readonly onTyped: () => void
  /** Pasted or dropped, as plain text. */
  readonly onText: (text: string) => void
  readonly onRefused: () => void
  readonly onTravel: (way: 'undo' | 'redo') => void
}

/** What comes from elsewhere comes as text, so that nothing hidden comes with it; bold and the like is not on offer. */
export function openInput(root: HTMLElement, { onTyped, onText, onRefused, onTravel }: Input): void {
  const take = (event: Event, transfer: DataTransfer | null): void => {
    event.preventDefault()
    const text = transfer?.getData('text/plain') ?? ''
    if (text === '') onRefused()
    else onText(text)
  }
  root.addEventListener('paste', event => take(event, event.clipboardData))
  root.addEventListener('drop', event => {
    cursorTo(root, event)
    take(event, event.dataTransfer)
  })
  root.addEventListener('beforeinput', event => {
    const way = TRAVELS[event.inputType]
    if (way || event.inputType.startsWith('format')) event.preventDefault()
    if (way && root.contains(root.ownerDocument.activeElement)) onTravel(way)
  })
  root.addEventListener('input', () => onTyped())
  // A browser with nothing of its own to take back says nothing of these keys but that they were pressed.
  root.addEventListener('keydown', event => {
    const way = travelOf(event)
    if (!way) return
    event.preventDefault()
    onTravel(way)
  })
}

const TRAVELS: Readonly<Record<string, 'undo' | 'redo'>> = { historyUndo: 'undo', historyRedo: 'redo' }

function travelOf({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): 'undo' | 'redo' | undefined {
  if (altKey || !(ctrlKey || metaKey)) return undefined
  const letter = key.toLowerCase()
  if (letter === 'z') return shiftKey ? 'redo' : 'undo'
  return letter === 'y' ? 'redo' : undefined
}

function cursorTo(root: HTMLElement, { clientX, clientY }: DragEvent): void {
  const point = root.ownerDocument.caretPositionFromPoint?.(clientX, clientY)
  if (point && root.contains(point.offsetNode)) {
    root.ownerDocument.getSelection()?.collapse(point.offsetNode, point.offset)
  }
}
