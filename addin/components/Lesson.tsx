import { Button } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { LessonView } from '../../policies/learning-contract.js'
import type { RoundTexts } from '../texts/index.js'
import { StepHeading } from './StepHeading.js'

type Props = {
  readonly lesson: LessonView
  readonly at: number
  /** Whether somebody has turned a page already: then its heading takes the focus. */
  readonly turned: boolean
  readonly sending: boolean
  readonly texts: RoundTexts
  readonly onTurn: (at: number) => void
  readonly onDone: () => void
  /** What went wrong at the last step, if anything. */
  readonly children: ReactNode
}

/** One page of a lesson; the last one leads to the questions. */
export function Lesson({ lesson, at, turned, sending, texts, onTurn, onDone, children }: Props) {
  const { screens, goals } = lesson
  const screen = screens[at]
  if (!screen) return null
  const last = at === screens.length - 1
  return (
    <article className="sheet">
      <p className="where">{texts.screenOf(at + 1, screens.length)}</p>
      <StepHeading key={at} focus={turned}>
        <span lang="de">{screen.title}</span>
      </StepHeading>
      <p lang="de">{screen.text}</p>
      {screen.points.length > 0 && (
        <ul lang="de">
          {screen.points.map(point => (
            <li key={point}>{point}</li>
          ))}
        </ul>
      )}
      {screen.example !== undefined && (
        <div className="aside">
          <h3>{texts.example}</h3>
          <p lang="de">{screen.example}</p>
        </div>
      )}
      {at === 0 && (
        <div className="goals">
          <h3>{texts.goals}</h3>
          <ul lang="de">
            {goals.map(goal => (
              <li key={goal}>{goal}</li>
            ))}
          </ul>
        </div>
      )}
      {children}
      <div className="row turn">
        {at > 0 && <Button onClick={() => onTurn(at - 1)}>{texts.back}</Button>}
        {last ? (
          <Button appearance="primary" disabledFocusable={sending} onClick={onDone}>
            {texts.toQuestions}
          </Button>
        ) : (
          <Button appearance="primary" onClick={() => onTurn(at + 1)}>
            {texts.next}
          </Button>
        )}
      </div>
    </article>
  )
}
