import { Button } from '@fluentui/react-components'
import type { LearningView } from '../../../policies/learning-contract.js'
import type { Api } from '../../api/index.js'
import { CourseBar } from '../../components/CourseBar.js'
import { Icon } from '../../components/Icon.js'
import { LinkButton } from '../../components/LinkButton.js'
import { codeOf, hasPass, type Notice, noticesOf, stepOf, type TodayStep } from '../../learn/today.js'
import { dayWords } from '../../texts/days.js'
import { FRAME, type Language, TODAY } from '../../texts/index.js'
import { Content } from '../Content.js'
import { Failed } from '../Failed.js'
import { Page } from '../Page.js'
import { ProofFiles } from '../ProofFiles.js'
import { hrefOf } from '../route.js'
import { useAction } from '../useAction.js'
import { useLoaded } from '../useLoaded.js'

type Props = { readonly api: Api; readonly language: Language }

/** What is due and what comes next, in one glance and with one button. */
export default function Today({ api, language }: Props) {
  const loaded = useLoaded('learning', api.learning)
  const pause = useAction()
  const texts = TODAY[language]
  return (
    <Content loaded={loaded} title={texts.today} language={language}>
      {(view, again) => (
        <Page title={texts.today} language={language}>
          <section className="next-step">
            {view.name !== undefined && <p className="quiet">{texts.hello(view.name)}</p>}
            <Step
              step={stepOf(view)}
              view={view}
              language={language}
              onEndPause={() => pause.run(() => api.pause({ until: null }), again)}
            />
            {pause.failure && <Failed failure={pause.failure} language={language} again={undefined} />}
          </section>
          <Notices view={view} language={language} />
          <section className="part">
            <h2>{texts.progress}</h2>
            <div className="courses">
              {view.courses
                .filter(({ modules }) => modules.length > 0)
                .map(course => (
                  <CourseBar key={course.course} course={course} language={language} />
                ))}
            </div>
          </section>
          {hasPass(view) && (
            <section className="part">
              <h2>{texts.proof}</h2>
              <p>{texts.proofMore}</p>
              <ProofFiles api={api} language={language} />
            </section>
          )}
          <Tools view={view} language={language} />
          <p>
            <a href={hrefOf({ page: 'daten' })}>{texts.pauseMake}</a>
          </p>
          {view.example && <p className="example">{FRAME[language].example(view.municipality)}</p>}
        </Page>
      )}
    </Content>
  )
}

type StepProps = {
  readonly step: TodayStep
  readonly view: LearningView
  readonly language: Language
  readonly onEndPause: () => void
}

function Step({ step, view, language, onEndPause }: StepProps) {
  const texts = TODAY[language]
  switch (step.kind) {
    case 'repeat':
      return (
        <>
          <h2>{texts.repeatTitle(step.questions)}</h2>
          <p>{texts.repeatMore}</p>
          <LinkButton href={hrefOf({ page: 'wiederholen' })} look="primary" large>
            {texts.repeat}
          </LinkButton>
        </>
      )
    case 'module': {
      const { id, title, minutes, read } = step.module
      const { questions } = view.round
      return (
        <>
          <h2>{texts.nextTitle(title)}</h2>
          <p>{read ? texts.nextRead(questions) : texts.nextMore(minutes, questions)}</p>
          <LinkButton href={hrefOf({ page: read ? 'runde' : 'modul', id })} look="primary" large>
            {texts.goOn(codeOf(step.module), title)}
          </LinkButton>
          {view.pausedUntil !== undefined && <p>{texts.pausing(dayWords(view.pausedUntil, language))}</p>}
        </>
      )
    }
    case 'pause':
      return (
        <>
          <h2>{texts.pauseTitle(dayWords(step.until, language))}</h2>
          <p>{texts.pauseMore}</p>
          <Button appearance="primary" size="large" onClick={onEndPause}>
            {texts.pauseEnd}
          </Button>
        </>
      )
    case 'nothing':
      return (
        <>
          <h2>{texts.doneTitle}</h2>
          <p>{step.nextDue === undefined ? texts.doneNothing : texts.doneMore(dayWords(step.nextDue, language))}</p>
          <LinkButton href={hrefOf({ page: 'module' })} look="primary" large>
            {texts.toModules}
          </LinkButton>
        </>
      )
  }
}

function Notices({ view, language }: { view: LearningView; language: Language }) {
  const notices = noticesOf(view)
  if (notices.length === 0) return null
  return (
    <section className="part">
      <h2>{TODAY[language].notices}</h2>
      <ul className="signed">
        {notices.map(notice => (
          <li key={noticeWords(notice, language)}>
            <Icon name="again" />
            <span>
              {noticeWords(notice, language)}
              {'module' in notice && (
                <>
                  {' '}
                  <a href={hrefOf({ page: 'modul', id: notice.module.id })}>
                    {codeOf(notice.module)} {notice.module.title}
                  </a>
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function noticeWords(notice: Notice, language: Language): string {
  const texts = TODAY[language]
  const day = dayWords(notice.day, language)
  switch (notice.kind) {
    case 'ends':
      return texts.passEnds(notice.title, day)
    case 'ended':
      return texts.passEnded(notice.title, day)
    case 'changed':
      return texts.changedUntil(notice.rule, day)
    case 'changed-ended':
      return texts.changedEnded(notice.rule, day)
  }
}

/** More titles than this in a sentence nobody reads. */
const MOST_TITLES = 2

function Tools({ view, language }: { view: LearningView; language: Language }) {
  const texts = TODAY[language]
  if (view.tools.length === 0) return null
  return (
    <section className="part">
      <h2>{texts.tools}</h2>
      <ul className="signed">
        {view.tools.map(({ id, name, missing }) => (
          <li key={id}>
            <Icon name={missing.length === 0 ? 'done' : 'open'} />
            <span>
              {missing.length === 0
                ? texts.toolFree(name)
                : missing.length <= MOST_TITLES
                  ? texts.toolMissing(name, missing.map(title => `„${title}“`).join(', '))
                  : texts.toolMissingMany(name, missing.length)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
