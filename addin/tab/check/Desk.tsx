import { Button } from '@fluentui/react-components'
import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { PackView } from '../../../policies/contract.js'
import type { Checker } from '../../check/checker.js'
import { carryOver, type Dismissal, isAnotherText } from '../../check/dismissals.js'
import { judge } from '../../check/judge.js'
import { toolChoices } from '../../check/outcome.js'
import { Chosen } from '../../components/Chosen.js'
import { QuickVerdict } from '../../components/QuickVerdict.js'
import { TextField } from '../../components/TextField.js'
import { type Language, TEXTS } from '../../texts/index.js'
import { Questions, toolWords } from './Questions.js'
import { Result } from './Result.js'
import { type CheckState, knownOf, useCheck } from './useCheck.js'

type Props = { readonly pack: PackView; readonly checker: Checker; readonly language: Language }

/** The three questions on the left, the answer on the right (or below). What is typed lives in this component only. */
export function Desk({ pack, checker, language }: Props) {
  const texts = TEXTS[language]
  const [text, setText] = useState('')
  const [originId, setOriginId] = useState<string>()
  const [toolId, setToolId] = useState<string>()
  const [dismissals, setDismissals] = useState<readonly Dismissal[]>([])
  /** Whether the answered questions are folded to one line; seen on narrow windows only. */
  const [folded, setFolded] = useState(false)
  /** Counts up when everything is cleared, so that nothing of the old text stays anywhere. */
  const [round, setRound] = useState(0)
  const asked = useRef<HTMLDivElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const state = useCheck(checker, text)
  const tools = toolChoices(pack)
  const tool = tools.find(({ id }) => id === toolId)
  const origin = pack.protect.origins.find(({ id }) => id === originId)
  const originText = origin && (language === 'en' ? origin.en : origin).text
  const known = knownOf(state)
  const judgement = known && judge(known, { pack, language, declared: origin?.class, tool, dismissals })

  const change = (next: string): void => {
    setDismissals(carryOver(dismissals, text, next))
    if (isAnotherText(text, next)) setOriginId(undefined)
    setText(next)
    if (origin && tool) setFolded(true)
  }
  const clear = (): void => {
    setText('')
    setOriginId(undefined)
    setDismissals([])
    setRound(round + 1)
  }
  const goToText = (): void => {
    flushSync(() => setFolded(true))
    asked.current?.querySelector('textarea')?.focus()
  }
  /** To the first question without an answer; if there is none, to the first. */
  const goToQuestion = (): void => {
    flushSync(() => setFolded(false))
    const question = asked.current?.querySelectorAll('.question')[origin && !tool ? 1 : 0]
    const answer = question?.querySelector<HTMLElement>('input:checked') ?? question?.querySelector('input')
    question?.scrollIntoView()
    answer?.focus({ preventScroll: true })
  }
  const goToResult = (): void => {
    heading.current?.scrollIntoView()
    heading.current?.focus({ preventScroll: true })
  }
  return (
    <div className="desk">
      <div className={folded ? 'questions folded' : 'questions'} ref={asked}>
        {folded && (
          <Chosen origin={originText} tool={tool && toolWords(tool, texts)} texts={texts} onChange={goToQuestion} />
        )}
        <Questions
          origins={pack.protect.origins}
          tools={tools}
          chosen={{ origin: originId, tool: toolId }}
          language={language}
          onOrigin={setOriginId}
          onTool={setToolId}
        />
        {origin && tool && !folded && (
          <Button className="go-on" onClick={goToText}>
            {texts.toText}
          </Button>
        )}
        <TextField heading={`3. ${texts.text}`} text={text} texts={texts} onText={change} onClear={clear}>
          <QuickVerdict
            standing={standingOf(state) ?? judgement?.outcome ?? 'checking'}
            texts={texts}
            onResult={goToResult}
            onChoose={goToQuestion}
          />
        </TextField>
      </div>
      <Result
        key={round}
        pack={pack}
        checker={checker}
        language={language}
        state={state}
        judgement={judgement}
        heading={heading}
        text={text}
        declared={origin?.class}
        origin={originText ?? ''}
        tool={tool}
        dismissals={dismissals}
        onTool={({ id }) => setToolId(id)}
        onDismissals={setDismissals}
      />
    </div>
  )
}

/** Where there is no finished check of just this text, what there is to say instead. */
function standingOf({ phase }: CheckState): 'empty' | 'checking' | 'held' | undefined {
  if (phase === 'done') return undefined
  return phase === 'failed' || phase === 'too-long' ? 'held' : phase
}
