import { Button, Textarea } from '@fluentui/react-components'
import { type ClipboardEvent, type DragEvent, useId, useRef, useState } from 'react'
import { decodeText, isTextFile } from '../check/text-file.js'
import type { Texts } from '../texts/index.js'

type Props = {
  readonly heading: string
  readonly text: string
  readonly texts: Texts
  readonly onText: (text: string) => void
  readonly onClear: () => void
}

/** Where the text goes in: pasted, dragged, opened from a file or typed. Only plain text is taken. */
export function TextField({ heading, text, texts, onText, onClear }: Props) {
  const id = useId()
  const file = useRef<HTMLInputElement>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  const [dragging, setDragging] = useState(false)
  const [note, setNote] = useState('')

  const take = (next: string): void => {
    setNote('')
    onText(next)
  }
  const open = async (files: FileList): Promise<void> => {
    const [first] = files
    if (!first) return
    if (!isTextFile(first)) return setNote(texts.otherFile(first.name))
    take(decodeText(new Uint8Array(await first.arrayBuffer())))
  }
  const openOrRefuse = (files: FileList): void => {
    const refuse = (): void => setNote(texts.onlyText)
    if (files.length > 0) open(files).catch(refuse)
    else refuse()
  }
  const paste = (event: ClipboardEvent): void => {
    const { clipboardData: data } = event
    if (!data.types.includes('text/plain')) {
      event.preventDefault()
      openOrRefuse(data.files)
    }
  }
  const drop = (event: DragEvent): void => {
    setDragging(false)
    const { files } = event.dataTransfer
    // A dragged word or sentence falls where it is dropped: the browser does that itself.
    if (files.length === 0 && event.dataTransfer.types.includes('text/plain')) return
    event.preventDefault()
    openOrRefuse(files)
  }
  return (
    <section className="step step-text">
      <h2 id={id}>{heading}</h2>
      <Textarea
        className={dragging ? 'field field-dragging' : 'field'}
        textarea={{ ref: field, 'aria-labelledby': id, spellCheck: false, autoComplete: 'off' }}
        placeholder={dragging ? texts.dropHere : texts.textHint}
        value={text}
        onChange={(_, { value }) => take(value)}
        onPaste={paste}
        onDrop={drop}
        onDragOver={event => {
          if (event.dataTransfer.types.includes('Files')) event.preventDefault()
          setDragging(true)
        }}
        onDragLeave={() => setDragging(false)}
      />
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
