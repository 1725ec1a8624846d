import { Button } from '@fluentui/react-components'
import { type ReactNode, useEffect, useRef } from 'react'
import type { Language, WriteTexts } from '../../texts/index.js'
import { TEXTS } from '../../texts/index.js'
import { type Draft, textOf } from '../../write/draft.js'
import { CopyButton } from '../CopyButton.js'
import { Icon } from '../Icon.js'
import { ResultText } from './ResultText.js'

type Props = {
  readonly draft: Draft
  readonly language: Language
  readonly texts: WriteTexts
  readonly onStop: () => void
  readonly onText: (text: string) => void
  /** What went wrong, and the way on. */
  readonly problem: ReactNode
  /** How it compares with the text it began with, and what can be done with it next. */
  readonly children: ReactNode
}

/** What a model writes, while it comes and afterwards: marked as AI-made until somebody has checked it. */
export function DraftView({ draft, language, texts, onStop, onText, problem, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  const { number, phase, order } = draft
  // Whoever asked for a draft is led to it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: every new draft is one to go to
  useEffect(() => {
    heading.current?.scrollIntoView({ block: 'start' })
    heading.current?.focus({ preventScroll: true })
  }, [number])
  // The button "Anhalten" goes away with the end; the focus must not go with it.
  useEffect(() => {
    if (phase === 'ended' && document.activeElement === document.body) heading.current?.focus({ preventScroll: true })
  }, [phase])
  // While the draft grows there is room to scroll on; whoever has gone elsewhere meanwhile stays there.
  useEffect(() => {
    if (phase !== 'waiting' && document.activeElement === heading.current)
      heading.current?.scrollIntoView({ block: 'start' })
  }, [phase])
  const text = textOf(draft)
  const label = draft.end?.kind === 'done' ? draft.end.label : undefined
  const running = phase !== 'ended'
  return (
    <section className="draft part">
      <h2 ref={heading} tabIndex={-1}>
        {texts.draft}
      </h2>
      <p className="unseen" role="status">
        {spokenOf(draft, texts)}
      </p>
      {running && (
        <div className="row">
          <span aria-hidden="true">{phase === 'waiting' ? texts.waiting(order.toolName) : texts.writing}</span>
          <Button onClick={onStop}>{texts.stop}</Button>
        </div>
      )}
      {text !== '' && (
        <>
          <p className="made-by">
            <Icon name="careful" /> {texts.ai}
          </p>
          <ResultText heading={texts.draft} text={text} map={order.map} busy={running} texts={texts} onText={onText}>
            <CopyButton text={text} texts={TEXTS[language]} />
            {label !== undefined && (
              <CopyButton text={`${text}\n\n${label}`} texts={TEXTS[language]} label={texts.copyLabelled} quiet />
            )}
          </ResultText>
        </>
      )}
      {problem}
      {!running && text !== '' && (
        <>
          {label !== undefined && (
            <p className="note" lang="de">
              {texts.labelled(label)}
            </p>
          )}
          <Left heading={texts.invented} list={draft.invented} />
          <Left heading={texts.missingBack} list={draft.missing} />
        </>
      )}
      {!running && children}
    </section>
  )
}

function Left({ heading, list }: { heading: string; list: readonly string[] }) {
  if (list.length === 0) return null
  return (
    <p className="note">
      <strong>{heading}</strong> {list.join(', ')}
    </p>
  )
}

/** What a screen reader says: beginning and end, never the words as they come. */
function spokenOf({ phase, end, order }: Draft, texts: WriteTexts): string {
  if (phase === 'waiting') return texts.waiting(order.toolName)
  if (phase === 'writing') return texts.begun(order.toolName)
  switch (end?.kind) {
    case 'done':
      return end.finish === 'stop' ? texts.ended : ''
    case 'stopped':
      return texts.stopped
    default:
      return ''
  }
}
