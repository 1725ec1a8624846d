import { Button } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { FinishedStep } from '../learn/round.js'
import { codeOf } from '../learn/today.js'
import type { RoundTexts } from '../texts/index.js'
import { Icon } from './Icon.js'
import { LinkButton } from './LinkButton.js'
import { StepHeading } from './StepHeading.js'

type Props = {
  readonly step: FinishedStep
  readonly texts: RoundTexts
  readonly lessonHref: (module: string) => string
  readonly todayHref: string
  readonly onAgain: () => void
  /** What was gained can be taken away here. */
  readonly children: ReactNode
}

/** The end of a round or portion: how it went, and what to do next. */
export function RoundEnd({ step, texts, lessonHref, todayHref, onAgain, children }: Props) {
  const { round, module, passed, right, of, certificates, nextModule } = step
  const good = round === 'portion' || passed
  return (
    <article className="sheet">
      <div className={`headline headline-${good ? 'right' : 'wrong'}`}>
        <Icon name={good ? 'done' : 'go'} />
        <StepHeading>{titleOf(step, texts)}</StepHeading>
      </div>
      <p>{texts.score(right, of)}</p>
      {round === 'portion' && right < of && <p>{texts.portionMore}</p>}
      {!good && <p>{texts.notPassedMore}</p>}
      {certificates.length > 0 && (
        <>
          <p>
            <strong>{texts.gained}</strong> {certificates.map(({ title }) => title).join(', ')}. {texts.gainedMore}
          </p>
          {children}
        </>
      )}
      <div className="row turn">
        {module && !passed && (
          <>
            <Button appearance="primary" size="large" onClick={onAgain}>
              {texts.newRound}
            </Button>
            <LinkButton href={lessonHref(module.id)} large>
              {texts.lessonAgain}
            </LinkButton>
          </>
        )}
        {nextModule && (
          <LinkButton href={lessonHref(nextModule.id)} look="primary" large>
            {texts.nextModule(`${codeOf(nextModule)} ${nextModule.title}`)}
          </LinkButton>
        )}
        <LinkButton href={todayHref} look={nextModule || !good ? 'secondary' : 'primary'} large>
          {texts.toToday}
        </LinkButton>
      </div>
    </article>
  )
}

function titleOf({ round, module, passed }: FinishedStep, texts: RoundTexts): string {
  if (round === 'portion') return texts.portionDone
  const title = module === undefined ? '' : `${codeOf(module)} ${module.title}`
  return passed ? texts.passed(title) : texts.notPassed(title)
}
