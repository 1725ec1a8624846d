import { Spinner } from '@fluentui/react-components'
import type { StartRequest } from '../../../policies/learning-contract.js'
import type { Api } from '../../api/index.js'
import { Feedback } from '../../components/Feedback.js'
import { Notice } from '../../components/Notice.js'
import { QuestionForm } from '../../components/QuestionForm.js'
import { RoundEnd } from '../../components/RoundEnd.js'
import { RoundStopped } from '../../components/RoundStopped.js'
import type { RoundState } from '../../learn/round.js'
import { codeOf } from '../../learn/today.js'
import { FRAME, type Language, ROUND, type RoundTexts } from '../../texts/index.js'
import { Failed } from '../Failed.js'
import { Page } from '../Page.js'
import { ProofFiles } from '../ProofFiles.js'
import { hrefOf } from '../route.js'
import { type Round, useRound } from '../useRound.js'

type Props = { readonly api: Api; readonly request: StartRequest; readonly language: Language }

const todayHref = hrefOf({ page: 'heute' })
const lessonHref = (id: string): string => hrefOf({ page: 'modul', id })

/** The questions of a module, or a portion of repetition. */
export default function RoundPage({ api, request, language }: Props) {
  const round = useRound(api, request)
  const texts = ROUND[language]
  const title = request.kind === 'portion' ? texts.portion : texts.roundOf(moduleName(request.module, round.state))
  return (
    <Page title={title} language={language}>
      {language !== 'de' && <p className="quiet">{FRAME[language].germanOnly}</p>}
      {round.state ? (
        <Shown api={api} request={request} language={language} round={round} state={round.state} />
      ) : round.failure ? (
        <Failed failure={round.failure} language={language} again={round.restart} />
      ) : (
        <Spinner className="waiting" label={FRAME[language].loading} role="status" />
      )}
    </Page>
  )
}

/** "G3", and what it is called as soon as that is known. */
function moduleName(id: string, state: RoundState | undefined): string {
  const code = codeOf({ id })
  switch (state?.kind) {
    case 'question':
    case 'feedback':
      return `${code} ${state.step.question.module.title}`
    case 'finished':
      return `${code} ${state.step.module?.title ?? ''}`.trim()
    default:
      return code
  }
}

function Shown({ api, request, language, round, state }: Props & { round: Round; state: RoundState }) {
  const texts = ROUND[language]
  const failed = round.failure && (
    <Failed failure={round.failure} language={language} again={round.restart} label={texts.newRound} />
  )
  switch (state.kind) {
    case 'question':
      return (
        <QuestionForm
          key={state.step.session}
          step={state.step}
          inputs={state.inputs}
          sending={round.sending}
          focus={round.moved}
          mixed={request.kind === 'portion'}
          texts={texts}
          onInputs={round.choose}
          onAnswer={round.answer}
        >
          {state.notice !== undefined && (
            <Notice look="note" sign="note" role="alert">
              <p lang="de">{state.notice}</p>
            </Notice>
          )}
          {round.failure && (
            <Failed
              failure={round.failure}
              language={language}
              kept={texts.kept}
              label={texts.sendAgain}
              again={round.answer}
            />
          )}
        </QuestionForm>
      )
    case 'feedback':
      return (
        <Feedback
          key={state.step.session}
          step={state.step}
          feedback={state.feedback}
          ruleHref={id => hrefOf({ page: 'regeln', id })}
          texts={texts}
          next={nextWords(state, texts)}
          onNext={round.goOn}
        />
      )
    case 'finished':
      return (
        <>
          <RoundEnd
            step={state.step}
            texts={texts}
            lessonHref={lessonHref}
            todayHref={todayHref}
            onAgain={round.restart}
          >
            {state.step.certificates.some(({ id }) => id === 'ki-pass') && <ProofFiles api={api} language={language} />}
          </RoundEnd>
          {failed}
        </>
      )
    case 'stopped':
      return (
        <>
          <RoundStopped
            step={state.step}
            focus={round.moved}
            lessonHref={request.kind === 'round' ? lessonHref(request.module) : undefined}
            todayHref={todayHref}
            modulesHref={hrefOf({ page: 'module' })}
            texts={texts}
            onAgain={round.restart}
          />
          {failed}
        </>
      )
  }
}

function nextWords({ after }: Extract<RoundState, { kind: 'feedback' }>, texts: RoundTexts): string {
  switch (after.kind) {
    case 'question':
      return texts.nextQuestion
    case 'finished':
      return texts.toResult
    case 'stopped':
      return texts.goOn
  }
}
