import { Button, ProgressBar } from '@fluentui/react-components'
import type { PackView } from '../../policies/contract.js'
import type { DataClass } from '../../policies/pack/terms.js'
import type { Finding } from '../../policies/protect/index.js'
import type { Checker } from '../check/checker.js'
import type { Dismissal } from '../check/dismissals.js'
import { type Judgement, judge } from '../check/judge.js'
import type { ToolChoice } from '../check/outcome.js'
import { Answer } from '../components/Answer.js'
import { Icon } from '../components/Icon.js'
import { ReplacedText } from '../components/ReplacedText.js'
import { verdictOf } from '../components/verdict-words.js'
import { type Language, TEXTS, type Texts } from '../texts/index.js'
import { Findings } from './Findings.js'
import type { CheckState } from './useCheck.js'
import { useReplaced } from './useReplaced.js'

export type ResultProps = {
  readonly pack: PackView
  readonly checker: Checker
  readonly language: Language
  readonly state: CheckState
  readonly text: string
  readonly declared: DataClass | undefined
  readonly origin: string
  readonly tool: ToolChoice | undefined
  readonly dismissals: readonly Dismissal[]
  readonly onTool: (tool: ToolChoice) => void
  readonly onDismissals: (dismissals: readonly Dismissal[]) => void
}

/** The answer: verdict and findings, then the text with placeholders and the way back. */
export function Result(props: ResultProps) {
  const { pack, checker, language, state, text, declared, tool } = props
  const texts = TEXTS[language]
  const current = state.phase === 'done'
  const checked = state.phase === 'done' ? state.checked : state.phase === 'checking' ? state.last : undefined
  const judgement = checked && judge(checked, props)
  const { replaced, copyState, start, answer, setAnswer, restored } = useReplaced({
    pack,
    checker,
    tool,
    declared,
    texts,
    isStale: one => !current || one.source !== text || !isSame(one.findings, judgement?.counting ?? []),
  })
  return (
    <div className="results">
      <h2>{texts.result}</h2>
      <p className="unseen" role="status">
        {current && judgement && announcement(judgement, props.origin, texts)}
      </p>
      <Standing state={state} language={language} />
      {judgement && <Findings {...props} judgement={judgement} current={current} onReplace={start} />}
      {replaced && copyState && (
        <>
          <ReplacedText text={replaced.text} placeholders={[...replaced.map.keys()]} state={copyState} texts={texts} />
          <Answer answer={answer} restored={restored} texts={texts} onAnswer={setAnswer} />
        </>
      )}
    </div>
  )
}

const isSame = (some: readonly Finding[], others: readonly Finding[]): boolean =>
  some.length === others.length && some.every((finding, at) => finding === others[at])

/** What a screen reader says when a check is done. */
function announcement({ outcome, countingGroups, checked }: Judgement, origin: string, texts: Texts): string {
  const { uncovered, findings } = checked
  const { title, reasons } = verdictOf({ outcome, groups: countingGroups, origin, uncovered, texts })
  return [texts.words[outcome.state], title, ...reasons, texts.found(findings.length)].join('. ')
}

/** What there is to say while there is no finished check of just this text. */
function Standing({ state, language }: { state: CheckState; language: Language }) {
  const texts = TEXTS[language]
  switch (state.phase) {
    case 'done':
      return null
    case 'empty':
      return <p className="quiet">{texts.empty}</p>
    case 'checking': {
      const percent = Math.round(state.done * 100)
      return (
        <div className="quiet">
          <p>{texts.checking}</p>
          <ProgressBar value={state.done} aria-label={texts.progress(percent)} />
        </div>
      )
    }
    case 'too-long':
    case 'failed':
      return (
        <div className="verdict verdict-held" role="alert">
          <Icon name="held" />
          <div>
            <p className="word">{texts.words.held}</p>
            <h3>{state.phase === 'failed' ? texts.held : texts.tooLong}</h3>
            <p>{texts.heldWhy}</p>
            {state.phase === 'failed' && (
              <>
                <Button appearance="primary" onClick={state.again}>
                  {texts.again}
                </Button>
                <p>{texts.heldWay}</p>
              </>
            )}
          </div>
        </div>
      )
  }
}
