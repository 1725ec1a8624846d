import { Textarea } from '@fluentui/react-components'
import { useId } from 'react'
import type { Restored } from '../../policies/protect/index.js'
import type { Texts } from '../texts/index.js'
import { CopyButton } from './CopyButton.js'

type Props = {
  readonly answer: string
  readonly restored: Restored | undefined
  readonly texts: Texts
  readonly onAnswer: (answer: string) => void
}

/** The way back: what the AI wrote, with the real details in the places of the placeholders. */
export function Answer({ answer, restored, texts, onAnswer }: Props) {
  const result = useId()
  return (
    <section className="step">
      <h3>{texts.answerTitle}</h3>
      <p>{texts.answerHint}</p>
      <Textarea
        className="field field-answer"
        textarea={{ 'aria-label': texts.answerLabel, spellCheck: false, autoComplete: 'off' }}
        placeholder={texts.textHint}
        value={answer}
        onChange={(_, { value }) => onAnswer(value)}
      />
      {restored && (
        <>
          <h4 id={result}>{texts.restoredTitle}</h4>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long text scrolls, and that must work with the keyboard */}
          <section className="marked" aria-labelledby={result} tabIndex={0}>
            {restored.text}
          </section>
          <div role="status">
            <Placeholders heading={texts.invented} more={texts.inventedMore} list={restored.invented} />
            <Placeholders heading={texts.missing} more={texts.missingMore} list={restored.missing} />
          </div>
          <p>{texts.restoredMore}</p>
          <CopyButton text={restored.text} texts={texts} />
        </>
      )}
    </section>
  )
}

function Placeholders({ heading, more, list }: { heading: string; more: string; list: readonly string[] }) {
  if (list.length === 0) return null
  return (
    <p>
      <strong>{heading}</strong> {list.join(', ')}. {more}
    </p>
  )
}
