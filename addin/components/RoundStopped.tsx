import { Button } from '@fluentui/react-components'
import type { StoppedStep } from '../learn/round.js'
import type { RoundTexts } from '../texts/index.js'
import { Icon } from './Icon.js'
import { LinkButton } from './LinkButton.js'
import { StepHeading } from './StepHeading.js'

type Props = {
  readonly step: StoppedStep
  readonly focus: boolean
  /** The lesson to be read first, in the round of a module. */
  readonly lessonHref: string | undefined
  readonly todayHref: string
  readonly modulesHref: string
  readonly texts: RoundTexts
  readonly onAgain: () => void
}

/** Where it does not go on as thought: why, and the way on. */
export function RoundStopped({ step, focus, lessonHref, todayHref, modulesHref, texts, onAgain }: Props) {
  const { reason, message } = step
  const lesson = reason === 'lesson-first' && lessonHref !== undefined
  const again = reason === 'changed' || reason === 'stale' || reason === 'unknown'
  return (
    <article className="sheet">
      <div className="headline headline-wrong">
        <Icon name={reason === 'nothing-due' ? 'done' : 'go'} />
        <StepHeading focus={focus}>{titleOf(step, texts)}</StepHeading>
      </div>
      <p role="status" lang="de">
        {message}
      </p>
      <div className="row turn">
        {lesson && (
          <LinkButton href={lessonHref} look="primary" large>
            {texts.readLesson}
          </LinkButton>
        )}
        {again && (
          <Button appearance="primary" size="large" onClick={onAgain}>
            {texts.newRound}
          </Button>
        )}
        <LinkButton href={todayHref} look={lesson || again ? 'secondary' : 'primary'} large>
          {texts.toToday}
        </LinkButton>
        {reason !== 'nothing-due' && (
          <LinkButton href={modulesHref} large>
            {texts.toModules}
          </LinkButton>
        )}
      </div>
    </article>
  )
}

function titleOf({ reason }: StoppedStep, texts: RoundTexts): string {
  if (reason === 'lesson-first') return texts.lessonFirst
  return reason === 'nothing-due' ? texts.nothingDue : texts.stopped
}
