import { Button, Field, Input } from '@fluentui/react-components'
import { useState } from 'react'
import { CopyButton } from '../../components/CopyButton.js'
import { Notice } from '../../components/Notice.js'
import type { Failure, WordDocument } from '../../office/document.js'
import { type VermerkFacts, vermerkText } from '../../review/vermerk.js'
import { type Language, PANE, TEXTS } from '../../texts/index.js'

type Props = {
  readonly facts: Omit<VermerkFacts, 'checkedBy'>
  readonly checkedBy: string
  readonly document: WordDocument
  readonly language: Language
  readonly onCheckedBy: (name: string) => void
}

type State = { readonly kind: 'idle' } | { readonly kind: 'done'; readonly where: Where } | Failed
type Failed = { readonly kind: 'failed'; readonly failure: Failure }
type Where = 'end' | 'property'

/** The sentence for the file, offered three ways; nobody has to take one. */
export function Vermerk({ facts, checkedBy, document, language, onCheckedBy }: Props) {
  const texts = PANE[language]
  const [state, setState] = useState<State>({ kind: 'idle' })
  const text = vermerkText({ ...facts, checkedBy })
  const add = (where: Where): void => {
    document.addVermerk(text, where).then(
      outcome => setState(outcome.kind === 'done' ? { kind: 'done', where } : outcome),
      () => setState({ kind: 'failed', failure: 'unknown' }),
    )
  }
  return (
    <section className="vermerk">
      <h3>{texts.vermerk}</h3>
      <p className="note">{texts.vermerkMore}</p>
      <Field label={texts.checkedBy}>
        <Input
          value={checkedBy}
          maxLength={LONGEST}
          autoComplete="off"
          onChange={(_, { value }) => {
            setState({ kind: 'idle' })
            onCheckedBy(value)
          }}
        />
      </Field>
      <p className="vermerk-text" lang="de">
        {text}
      </p>
      <div className="row">
        <CopyButton text={text} texts={TEXTS[language]} label={texts.vermerkCopy} quiet />
        <Button onClick={() => add('end')}>{texts.vermerkEnd}</Button>
        <Button onClick={() => add('property')}>{texts.vermerkProperty}</Button>
      </div>
      <p className="said" role="status">
        {state.kind === 'done' && texts.vermerkDone[state.where]}
      </p>
      {state.kind === 'failed' && (
        <Notice look="warning" sign="careful" role="alert">
          <p>{texts.failures[state.failure]}</p>
        </Notice>
      )}
    </section>
  )
}

const LONGEST = 80
