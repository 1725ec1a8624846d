import { useEffect, useRef } from 'react'
import type { WordDocument } from '../office/document.js'
import { openPreviewDocument } from '../office/preview/open.js'
import type { PaneTexts } from '../texts/index.js'
import { keepSelection } from './document/keep-selection.js'
import { SAMPLE } from './sample.js'
import '../office/preview/preview.css'

type Props = {
  readonly because: keyof PaneTexts['previewMore']
  readonly texts: PaneTexts
  readonly onOpen: (document: WordDocument) => void
}

/** The page to write in for those without Word; what is on it lives as long as this window. */
export default function Paper({ because, texts, onOpen }: Props) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const root = place.current
    if (!root) return
    const document = openPreviewDocument(root, SAMPLE)
    const page = root.querySelector<HTMLElement>('[contenteditable]')
    onOpen(page ? keepSelection(document, page) : document)
  }, [onOpen])
  useEffect(() => {
    const page = place.current?.querySelector('[contenteditable]')
    page?.setAttribute('role', 'textbox')
    page?.setAttribute('aria-multiline', 'true')
    page?.setAttribute('aria-label', texts.paper)
  }, [texts])
  return (
    <section className="paper-part" aria-labelledby="paper-heading">
      <h2 id="paper-heading">{texts.preview}</h2>
      <p className="note">{texts.previewMore[because]}</p>
      <div className="paper" ref={place} lang="de" />
    </section>
  )
}
