import { Button } from '@fluentui/react-components'
import { lazy, Suspense, useContext, useState } from 'react'
import type { ToolsView } from '../../../policies/generation-contract.js'
import type { Checker } from '../../check/checker.js'
import { Notice } from '../../components/Notice.js'
import { DraftView } from '../../components/write/DraftView.js'
import { type Language, WRITE } from '../../texts/index.js'
import { type Draft, followUp, textOf } from '../../write/draft.js'
import { permitFor } from '../../write/offers.js'
import { maskedAgain } from '../../write/pieces.js'
import { hasPlaceholder, seenOf } from '../../write/seen.js'
import { FOLLOW_UPS, type FollowUp } from '../../write/tasks.js'
import { DraftEnd } from './DraftEnd.js'
import { WritingPlace } from './place.js'
import type { Drafting } from './useDraft.js'
import type { Working } from './useWork.js'

const Understandability = lazy(() => import('./Understandability.js'))

type Props = {
  readonly draft: Draft
  readonly drafting: Drafting
  readonly checker: Checker
  readonly view: ToolsView
  /** The words of placeholders in this pack. */
  readonly words: ReadonlySet<string>
  readonly language: Language
  readonly working: Working
  readonly onReplace: () => void
}

/** The draft of this task: what came, how it ended, and what can be done with it next. */
export default function DraftPart({ draft, drafting, checker, view, words, language, working, onReplace }: Props) {
  const texts = WRITE[language]
  const place = useContext(WritingPlace)
  const [heldFor, setHeldFor] = useState<number>()
  const { request, map, source } = draft.order
  const tool = view.tools.find(({ id }) => id === request.tool)
  const prompt = view.prompts.find(({ id }) => id === request.purpose)
  const offered = FOLLOW_UPS.filter(
    purpose => tool?.purposes.includes(purpose) && view.prompts.some(({ id }) => id === purpose),
  )
  const text = textOf(draft)
  // Where something went wrong the way on stands with what went wrong.
  const mayRepeat = draft.end?.kind === 'stopped' || (draft.end?.kind === 'done' && draft.end.finish === 'stop')
  /** The same order as ever: check, replace, decide, and only then send. */
  const follow = async (purpose: FollowUp): Promise<void> => {
    const masked = maskedAgain(text, map)
    const { findings, uncovered } = await checker.check(masked, () => {})
    const seen = seenOf({ findings, uncovered, placeholders: hasPlaceholder(masked, words) })
    const next = followUp(draft, purpose, masked)
    const { declared, procedure } = next.request
    const may = tool && permitFor(tool, { purpose, procedure, declared }, seen, view)
    if (may && may.kind !== 'refused') drafting.start(next)
    else setHeldFor(draft.number)
  }
  return (
    <DraftView
      draft={draft}
      language={language}
      texts={texts}
      onStop={drafting.stop}
      onText={drafting.edit}
      problem={
        <DraftEnd
          draft={draft}
          view={view}
          language={language}
          onAgain={() => drafting.start(draft.order)}
          onTool={id => working.say({ tool: id })}
          onReplace={onReplace}
        />
      }
    >
      {text !== '' && prompt?.result === 'text' && request.purpose !== 'uebersetzen' && (
        <Suspense fallback={null}>
          <Understandability before={source} after={text} language={language} />
        </Suspense>
      )}
      {text !== '' &&
        place.result({
          text,
          made: { by: 'model', tool: request.tool, purpose: request.purpose },
          source,
          map,
        })}
      {(mayRepeat || text !== '') && (
        <section className="follow">
          <h3>{texts.followHeading}</h3>
          <div className="row">
            {mayRepeat && <Button onClick={() => drafting.start(draft.order)}>{texts.again}</Button>}
            {text !== '' &&
              prompt?.result === 'text' &&
              offered.map(purpose => (
                <Button key={purpose} onClick={() => follow(purpose).catch(() => setHeldFor(draft.number))}>
                  {texts.followUps[purpose]}
                </Button>
              ))}
          </div>
          {heldFor === draft.number && (
            <Notice look="warning" sign="careful" role="alert">
              <p>{texts.followHeld}</p>
              <Button onClick={() => working.material(maskedAgain(text, map))}>{texts.takeOver}</Button>
            </Notice>
          )}
        </section>
      )}
    </DraftView>
  )
}
