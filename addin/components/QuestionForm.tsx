import { Button } from '@fluentui/react-components'
import { type ReactNode, useId } from 'react'
import type { QuestionStep } from '../../policies/learning-contract.js'
import type { Inputs } from '../../policies/training/answer.js'
import { codeOf } from '../learn/today.js'
import type { RoundTexts } from '../texts/index.js'
import { Answers } from './Answers.js'
import { StepHeading } from './StepHeading.js'

type Props = {
  readonly step: QuestionStep
  readonly inputs: Inputs
  readonly sending: boolean
  /** The first question of a round leaves the focus on the heading of the page. */
  readonly focus: boolean
  /** Several modules are mixed, so each question names its own. */
  readonly mixed: boolean
  readonly texts: RoundTexts
  readonly onInputs: (inputs: Inputs) => void
  readonly onAnswer: () => void
  /** What is missing, or why the answer did not get through. */
  readonly children: ReactNode
}

/** One question with its answers. Every form is made of choices, so keyboard and screen reader suffice. */
export function QuestionForm(props: Props) {
  const { step, inputs, sending, focus, mixed, texts, onInputs, onAnswer, children } = props
  const { question, at, of } = step
  const ask = useId()
  const how = useId()
  return (
    <form
      className="sheet"
      noValidate
      onSubmit={event => {
        event.preventDefault()
        onAnswer()
      }}
    >
      <StepHeading focus={focus} className="where">
        {texts.questionOf(at, of)}
      </StepHeading>
      {mixed && <p className="quiet">{texts.from(codeOf(question.module), question.module.title)}</p>}
      {question.situation !== undefined && (
        <div className="aside">
          <h3>{texts.situation}</h3>
          <p lang="de">{question.situation}</p>
        </div>
      )}
      {question.weak !== undefined && (
        <div className="aside">
          <h3>{texts.weak}</h3>
          <p lang="de">„{question.weak}“</p>
        </div>
      )}
      <p id={ask} className="asked-now" lang="de">
        {question.ask}
      </p>
      <p id={how} className="quiet" lang="de">
        {question.how}
      </p>
      <div lang="de">
        <Answers
          control={question.control}
          inputs={inputs}
          label={ask}
          description={how}
          choose={texts.choose}
          onInputs={onInputs}
        />
      </div>
      {children}
      <div className="row turn">
        <Button type="submit" appearance="primary" size="large" disabledFocusable={sending}>
          {sending ? texts.sending : texts.answer}
        </Button>
      </div>
    </form>
  )
}
