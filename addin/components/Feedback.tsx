import { Button } from '@fluentui/react-components'
import type { FeedbackView, QuestionStep } from '../../policies/learning-contract.js'
import type { RoundTexts } from '../texts/index.js'
import { Icon } from './Icon.js'
import { StepHeading } from './StepHeading.js'

type Props = {
  readonly step: QuestionStep
  readonly feedback: FeedbackView
  readonly ruleHref: (id: string) => string
  readonly texts: RoundTexts
  /** What stands on the button that leads on. */
  readonly next: string
  readonly onNext: () => void
}

type Row = FeedbackView['rows'][number]

/** What was right and why, with rule and sources; nobody is told off. */
export function Feedback({ step, feedback, ruleHref, texts, next, onNext }: Props) {
  const { right, rows, why, rules, sources } = feedback
  const verdict = right ? texts.right : texts.wrong
  const places = step.question.form === 'order'
  return (
    <article className="sheet">
      <p className="unseen" role="status">
        {verdict}. {why}
      </p>
      <p className="where">{texts.questionOf(step.at, step.of)}</p>
      <div className={`headline headline-${right ? 'right' : 'wrong'}`}>
        <Icon name={right ? 'done' : 'go'} />
        <StepHeading>{verdict}</StepHeading>
      </div>
      <p className="quiet" lang="de">
        {step.question.ask}
      </p>
      <ul className="rows">
        {rows.map(row => (
          <li key={`${row.mark} ${row.text}`} className={`answer-row answer-${row.mark}`}>
            <Icon name={SIGNS[row.mark]} />
            <div>
              <p>
                <strong>{texts.marks[row.mark]}:</strong> <span lang="de">{row.text}</span>
              </p>
              {assigned(row, places, texts)}
              <p className="quiet" lang="de">
                {row.feedback}
              </p>
            </div>
          </li>
        ))}
      </ul>
      <h3>{texts.why}</h3>
      <p lang="de">{why}</p>
      <h3>{texts.rules}</h3>
      <ul lang="de">
        {rules.map(({ id, title }) => (
          <li key={id}>
            <a href={ruleHref(id)}>{title}</a>
          </li>
        ))}
      </ul>
      <details>
        <summary>{texts.sources}</summary>
        <ul lang="de">
          {sources.map(source => (
            <li key={source}>{source}</li>
          ))}
        </ul>
      </details>
      <div className="row turn">
        <Button appearance="primary" size="large" onClick={onNext}>
          {next}
        </Button>
      </div>
    </article>
  )
}

const SIGNS = { right: 'done', wrong: 'wrong', missed: 'open', solution: 'done' } as const

/** Where something was assigned: where it belongs, and where it was put. */
function assigned({ mark, given, correct }: Row, places: boolean, texts: RoundTexts) {
  if (given === undefined || correct === undefined) return null
  const say = places
    ? { right: texts.placedRight, wrong: texts.placedWrong }
    : { right: texts.assignedRight, wrong: texts.assignedWrong }
  return <p>{mark === 'right' ? say.right(correct) : say.wrong(correct, given)}</p>
}
