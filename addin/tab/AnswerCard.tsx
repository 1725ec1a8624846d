import { useEffect, useId, useRef, useState } from 'react'
import type { CardEvents, Pressed } from '../cards/render.js'
import type { AskTexts } from '../texts/index.js'

export type CardJson = Readonly<Record<string, unknown>>

type Props = {
  readonly card: CardJson
  /** Whether the focus goes here when it appears: after a button on a card was pressed. */
  readonly focus: boolean
  /** Whether it stands where the card stood whose button was pressed. */
  readonly inPlace: boolean
  readonly texts: AskTexts
  readonly onExecute: (pressed: Pressed) => void
}

/** An Adaptive Card of the bot, shown with Microsoft's library, which is loaded with the first of them. */
export function AnswerCard({ card, focus, inPlace, texts, onExecute }: Props) {
  const name = useId()
  const frame = useRef<HTMLElement>(null)
  const place = useRef<HTMLDivElement>(null)
  const execute = useRef(onExecute)
  const [note, setNote] = useState('')
  useEffect(() => {
    execute.current = onExecute
  })
  useEffect(() => {
    const events: CardEvents = {
      onExecute: pressed => execute.current(pressed),
      onOther: () => setNote(texts.onlyTeams),
    }
    let current = true
    setNote('')
    import('../cards/render.js').then(
      ({ renderCard }) => {
        if (!current) return
        const element = renderCard(card, events)
        place.current?.replaceChildren(...(element ? [element] : []))
        if (!element) setNote(texts.cardFailed)
        frame.current?.scrollIntoView({ block: inPlace ? 'nearest' : 'start' })
      },
      () => {
        if (current) setNote(texts.cardFailed)
      },
    )
    return () => {
      current = false
    }
  }, [card, inPlace, texts])
  useEffect(() => {
    if (focus) frame.current?.focus({ preventScroll: true })
  }, [focus])
  return (
    <article ref={frame} className="card" tabIndex={-1} aria-labelledby={name} lang={langOf(card)}>
      <h2 id={name} className="unseen">
        {texts.kompass}
      </h2>
      <div ref={place} />
      <p className="note" role="status">
        {note}
      </p>
    </article>
  )
}

const langOf = ({ lang }: CardJson): string => (lang === 'en' ? 'en' : 'de')
