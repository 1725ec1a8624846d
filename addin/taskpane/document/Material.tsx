import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { LONGEST_MATERIAL } from '../../../policies/generation-contract.js'
import type { Selection, WordDocument } from '../../office/document.js'
import { type Language, PANE, type PaneTexts } from '../../texts/index.js'

/** The place in the document a text was taken from, as it read then. */
export type Taken = Pick<Selection, 'place' | 'text'>

type Props = {
  readonly document: WordDocument
  readonly language: Language
  /** Reads the document's markings anew; what cannot be read is not taken. */
  readonly look: () => Promise<void>
  readonly onText: (text: string) => void
  readonly onTaken: (taken: Taken | undefined) => void
}

/** Fetches the selection or the whole document into a field, as plain text. */
export function Material({ document, language, look, onText, onTaken }: Props) {
  const texts = PANE[language]
  const [note, setNote] = useState('')
  const [busy, setBusy] = useState(false)
  const run = (work: () => Promise<string>): void => {
    setBusy(true)
    setNote(texts.fileFound)
    work()
      .then(setNote, () => setNote(texts.unreadParts))
      .finally(() => setBusy(false))
  }
  const selection = async (): Promise<string> => {
    const outcome = await document.readSelection()
    if (outcome.kind === 'failed') return texts.failures[outcome.failure]
    const { place, text } = outcome.selection
    if (text.trim() === '') return texts.emptySelection
    await look()
    onTaken({ place, text })
    onText(text)
    return said(texts.tookSelection, text, texts)
  }
  const whole = async (): Promise<string> => {
    const text = await bodyOf(document)
    if (text.trim() === '') return texts.emptyDocument
    await look()
    onTaken(undefined)
    onText(text)
    return said(texts.tookDocument, text, texts)
  }
  return (
    <>
      <div className="row">
        <Button disabledFocusable={busy} onClick={() => run(selection)}>
          {texts.takeSelection}
        </Button>
        <Button disabledFocusable={busy} onClick={() => run(whole)}>
          {texts.takeDocument}
        </Button>
      </div>
      <p className="note" role="status">
        {note}
      </p>
    </>
  )
}

const said = (took: string, { length }: string, texts: PaneTexts): string =>
  length > LONGEST_MATERIAL ? texts.longDocument(LONGEST_MATERIAL.toLocaleString('de-DE')) : took

/** What stands in the document now. A part that could not be read rejects: half a document is not the document. */
async function bodyOf(document: WordDocument): Promise<string> {
  const lines: string[] = []
  for await (const piece of document.readBody()) {
    if (piece.part !== 'body') continue
    if (piece.kind === 'unread') throw new Error(piece.failure)
    lines.push(...piece.texts)
  }
  return lines.join('\n')
}
