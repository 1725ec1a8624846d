import { type RefObject, useEffect, useState } from 'react'

/**
 * Files dropped anywhere on the page are taken: a browser would else open them in its place, and the text would be gone.
 * Words dragged into a field fall where they are dropped; the browser does that itself. Returns whether something is
 * being dragged over the page.
 */
export function useDrop(field: RefObject<HTMLTextAreaElement | null>, take: (files: FileList) => void): boolean {
  const [dragging, setDragging] = useState(false)
  useEffect(() => {
    const over = (event: DragEvent): void => {
      setDragging(true)
      if (!isForBrowser(event)) event.preventDefault()
    }
    const leave = ({ relatedTarget }: DragEvent): void => {
      if (relatedTarget === null) setDragging(false)
    }
    const drop = (event: DragEvent): void => {
      setDragging(false)
      if (isForBrowser(event)) return
      event.preventDefault()
      // Out of sight (another page is shown) nothing is taken, but the browser must not open the file either.
      if (!field.current?.checkVisibility()) return
      const other = event.target instanceof HTMLTextAreaElement && event.target !== field.current
      if (event.dataTransfer && event.dataTransfer.files.length > 0 && !other) take(event.dataTransfer.files)
    }
    const end = (): void => setDragging(false)
    addEventListener('dragover', over)
    addEventListener('dragleave', leave)
    addEventListener('drop', drop)
    addEventListener('dragend', end)
    return () => {
      removeEventListener('dragover', over)
      removeEventListener('dragleave', leave)
      removeEventListener('drop', drop)
      removeEventListener('dragend', end)
    }
  })
  return dragging
}

const isForBrowser = ({ target, dataTransfer }: DragEvent): boolean =>
  target instanceof HTMLTextAreaElement && !dataTransfer?.types.includes('Files')
