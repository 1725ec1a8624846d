import { Button, Textarea } from '@fluentui/react-components'
import { type ClipboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { decodeText, isTextFile, LONGEST } from '../check/text-file.js'
import type { Texts } from '../texts/index.js'
import { LongText } from './LongText.js'
import { useDrop } from './useDrop.js'

type Props = {
  readonly heading: string
  readonly text: string
  readonly texts: Texts
  readonly onText: (text: string) => void
  readonly onClear: () => void
  /** Stands right below the field. */
  readonly children: ReactNode
}

/** More than this a browser cannot lay out in a field without standing still (measured: npm run bench -- pane). */
const LONGEST_IN_FIELD = 200_000

/** The most a character of a text can take in a file. */
const BYTES = 4

/** Where the text goes in: pasted, dragged, opened from a file or typed. Only plain text is taken. */
export function TextField({ heading, text, texts, onText, onClear, children }: Props) {
  const id = useId()
  const file = useRef<HTMLInputElement>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  const [note, setNote] = useState('')
  const [before, setBefore] = useState('')
  const long = text.length > LONGEST_IN_FIELD
  const wasLong = useRef(long)
  // The place of a long text goes with it; whoever stood there stands in the field again.
  useEffect(() => {
    if (wasLong.current && !long) field.current?.focus()
    wasLong.current = long
  }, [long])

  const take = (next: string): void => {
    setNote('')
    onText(next)
  }
  const open = async (files: FileList): Promise<void> => {
    const [first] = files
    if (!first) return
    field.current?.focus()
    if (files.length > 1) return setNote(texts.oneFile)
    if (!isTextFile(first)) return setNote(texts.otherFile(first.name))
    if (first.size > LONGEST * BYTES) return setNote(texts.tooLong)
    take(decodeText(new Uint8Array(await first.arrayBuffer())))
  }
  const openOrRefuse = (files: FileList): void => {
    const refuse = (): void => setNote(texts.onlyText)
    if (files.length > 0) open(files).catch(refuse)
    else refuse()
  }
  const paste = (event: ClipboardEvent<HTMLTextAreaElement>): void => {
    const { clipboardData: data, currentTarget: field } = event
    if (!data.types.includes('text/plain')) {
      event.preventDefault()
      openOrRefuse(data.files)
      return
    }
    const pasted = data.getData('text/plain').replaceAll('\r\n', '\n')
    if (text.length + pasted.length <= LONGEST_IN_FIELD) return
    event.preventDefault()
    // Before the browser would stand still for seconds to show what nobody can check.
    if (text.length + pasted.length > LONGEST) {
      setNote(texts.tooLong)
      return
    }
    setBefore(text)
    take(text.slice(0, field.selectionStart) + pasted + text.slice(field.selectionEnd))
  }
  const dragging = useDrop(field, openOrRefuse)
  return (
    <section className="step step-text">
      <h2 id={id}>{heading}</h2>
      {long ? (
        <LongText text={text} texts={texts} onUndo={() => take(before)} />
      ) : (
        <Textarea
          className={dragging ? 'field field-dragging' : 'field'}
          textarea={{ ref: field, 'aria-labelledby': id, spellCheck: false, autoComplete: 'off' }}
          placeholder={dragging ? texts.dropHere : texts.textHint}
          value={text}
          onChange={(_, { value }) => take(value)}
          onPaste={paste}
        />
      )}
      {children}
      <div className="row">
        <Button onClick={() => file.current?.click()}>{texts.openFile}</Button>
        <input
          ref={file}
          type="file"
          accept=".txt,text/plain"
          hidden
          onChange={({ target }) => {
            if (target.files) openOrRefuse(target.files)
            target.value = ''
          }}
        />
        <Button
          onClick={() => {
            setNote(texts.cleared)
            onClear()
            field.current?.focus()
          }}
        >
          {texts.clear}
        </Button>
      </div>
      <p className="note" role="status">
        {note}
      </p>
    </section>
  )
}
