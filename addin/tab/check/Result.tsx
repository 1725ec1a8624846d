import { Button } from '@fluentui/react-components'
import type { RefObject } from 'react'
import type { PackView } from '../../../policies/contract.js'
import type { DataClass } from '../../../policies/pack/terms.js'
import type { Finding } from '../../../policies/protect/index.js'
import type { Checker } from '../../check/checker.js'
import type { Dismissal } from '../../check/dismissals.js'
import type { Judgement } from '../../check/judge.js'
import type { ToolChoice } from '../../check/outcome.js'
import { Answer } from '../../components/Answer.js'
import { ReplacedText } from '../../components/ReplacedText.js'
import { Verdict } from '../../components/Verdict.js'
import { verdictOf, wordOf } from '../../components/verdict-words.js'
import { type Language, TEXTS, type Texts } from '../../texts/index.js'
import { Findings } from './Findings.js'
import { Standing } from './Standing.js'
import type { CheckState } from './useCheck.js'
import { useReplaced } from './useReplaced.js'

type Props = {
  readonly pack: PackView
  readonly checker: Checker
  readonly language: Language
  readonly state: CheckState
  readonly judgement: Judgement | undefined
  /** Where somebody lands who is led to the result. */
  readonly heading: RefObject<HTMLHeadingElement | null>
  readonly text: string
  readonly declared: DataClass | undefined
  readonly origin: string
  readonly tool: ToolChoice | undefined
  readonly dismissals: readonly Dismissal[]
  readonly onTool: (tool: ToolChoice) => void
  readonly onDismissals: (dismissals: readonly Dismissal[]) => void
}

/** The answer: verdict and findings, then the text with placeholders and the way back. */
export function Result(props: Props) {
  const { pack, checker, language, state, judgement, text, declared, tool } = props
  const texts = TEXTS[language]
  const current = state.phase === 'done'
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
      <h2 ref={props.heading} tabIndex={-1}>
        {texts.result}
      </h2>
      <p className="unseen" role="status">
        {current && judgement && announcement(judgement, props.origin, texts)}
      </p>
      <Standing state={state} language={language} />
      {judgement && (
        <div className={current ? 'finding-part' : 'finding-part earlier'}>
          <Verdict
            outcome={judgement.outcome}
            groups={judgement.countingGroups}
            ruledOut={judgement.ruledOut.size}
            uncovered={judgement.checked.uncovered}
            origin={props.origin}
            texts={texts}
            onTool={props.onTool}
          />
          {current && offersReplacing(judgement) && (
            <Button
              appearance={judgement.outcome.state === 'replace' && copyState?.may !== 'copy' ? 'primary' : 'secondary'}
              size="large"
              onClick={() => start(judgement)}
            >
              {texts.doReplace}
            </Button>
          )}
        </div>
      )}
      {replaced && copyState && (
        <>
          <ReplacedText replaced={replaced} state={copyState} texts={texts} />
          <Answer answer={answer} restored={restored} texts={texts} onAnswer={setAnswer} />
        </>
      )}
      {judgement && judgement.checked.findings.length > 0 && (
        <div className={current ? 'finding-part' : 'finding-part earlier'}>
          <Findings {...props} judgement={judgement} />
        </div>
      )}
    </div>
  )
}

const offersReplacing = ({ outcome, counting }: Judgement): boolean =>
  (outcome.state === 'replace' || outcome.state === 'look') &&
  counting.some(({ replaceable }) => replaceable === 'identifier')

const isSame = (some: readonly Finding[], others: readonly Finding[]): boolean =>
  some.length === others.length && some.every((finding, at) => finding === others[at])

/** What a screen reader says when a check is done. */
function announcement({ outcome, countingGroups, checked }: Judgement, origin: string, texts: Texts): string {
  const { uncovered, findings } = checked
  const { title, reasons } = verdictOf({ outcome, groups: countingGroups, origin, uncovered, texts })
  return [wordOf(outcome, texts), title, ...reasons, texts.found(findings.length)].join('. ')
}
