import { Button } from '@fluentui/react-components'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { Texts } from '../texts/index.js'

type Props = {
  readonly text: string
  readonly texts: Texts
  /** Brings back what stood in the field before. */
  readonly onUndo: () => void
}

const SHOWN = 2_000

/** A text too long for a field: its beginning, and that all of it counts. Whoever pasted it is led here, so that no focus is lost. */
export function LongText({ text, texts, onUndo }: Props) {
  const place = useRef<HTMLElement>(null)
  useEffect(() => {
    if (document.activeElement === document.body) place.current?.focus({ preventScroll: true })
  }, [])
  const undoByKey = (event: KeyboardEvent): void => {
    if (event.key !== 'z' || !(event.ctrlKey || event.metaKey) || event.shiftKey) return
    event.preventDefault()
    onUndo()
  }
  const said = texts.longText(text.length)
  return (
    <section ref={place} className="marked" aria-label={said} tabIndex={-1} onKeyDown={undoByKey}>
      <p className="note">{said}</p>
      <Button onClick={onUndo}>{texts.undoLong}</Button>
      <p>{text.slice(0, SHOWN)} …</p>
    </section>
  )
}
