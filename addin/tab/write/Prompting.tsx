import { lazy, Suspense, useEffect, useRef } from 'react'
import { flushSync } from 'react-dom'
import type { PackView } from '../../../policies/contract.js'
import { missingFrom } from '../../../policies/generation/missing.js'
import type { ToolsView } from '../../../policies/generation-contract.js'
import type { Finding } from '../../../policies/protect/index.js'
import { replaceFindings } from '../../../policies/protect/placeholders/replace.js'
import type { Checker } from '../../check/checker.js'
import { judge } from '../../check/judge.js'
import { restore } from '../../check/replaced.js'
import { type Language, WRITE } from '../../texts/index.js'
import type { Order } from '../../write/draft.js'
import { chosenOffer, type Offer, offersFor } from '../../write/offers.js'
import type { Joined } from '../../write/parts.js'
import { type Found, hasPlaceholder } from '../../write/seen.js'
import type { Task } from '../../write/tasks.js'
import { type CheckState, knownOf } from '../check/useCheck.js'
import { Checked } from './Checked.js'
import { Inputs } from './Inputs.js'
import { Origin } from './Origin.js'
import { Sending } from './Sending.js'
import type { Drafting } from './useDraft.js'
import type { Working } from './useWork.js'
import { fieldKey, textsOf, withTexts } from './work.js'

// Fetched when a task is opened, so that it is there when a draft comes.
const loadDraftPart = () => import('./DraftPart.js')
const DraftPart = lazy(loadDraftPart)

type Props = {
  readonly task: Extract<Task, { kind: 'prompt' }>
  readonly pack: PackView
  readonly checker: Checker
  readonly view: ToolsView
  readonly language: Language
  readonly working: Working
  readonly drafting: Drafting
  readonly joined: Joined
  readonly state: CheckState
  readonly onRemove: (findings: readonly Finding[]) => void
}

/** A task for a model: what is wanted, where the text comes from, with which tool; then the draft. */
export function Prompting(props: Props) {
  const { task, pack, checker, view, language, working, drafting, joined, state, onRemove } = props
  const { work } = working
  const { prompt } = task
  useEffect(() => {
    loadDraftPart().catch(() => undefined)
  }, [])
  const asked = useRef<HTMLDivElement>(null)
  const origin = pack.protect.origins.find(({ id }) => id === work.origin)
  const known = knownOf(state)
  const words = new Set(pack.protect.kinds.flatMap(({ placeholder }) => placeholder ?? []))
  const judged =
    known && judge(known, { pack, language, declared: origin?.class, tool: undefined, dismissals: work.dismissals })
  const placeholders = hasPlaceholder(joined.text, words)
  const foundOf = (findings: Found['findings']): Found => ({
    findings,
    uncovered: known?.uncovered ?? false,
    placeholders,
  })
  const offers =
    origin && known && judged
      ? offersFor(
          {
            purpose: prompt.id,
            procedure: work.procedure,
            declared: origin.class,
            found: foundOf(known.findings),
            counting: foundOf(judged.counting),
          },
          view,
        )
      : []
  const offer = chosenOffer(offers, work.tool)
  const answers = Object.fromEntries(
    prompt.asks.map(({ id }) => [id, work.fields.answers[fieldKey(task.id, id)] ?? '']),
  )
  const missing = missingFrom(prompt, { ...work.fields, answers })

  const goTo = (selector: string): void => {
    const field = asked.current?.querySelector<HTMLElement>(selector)
    field?.scrollIntoView({ block: 'center' })
    field?.focus({ preventScroll: true })
  }
  const replace = (): void => {
    if (state.phase !== 'done' || !judged) return
    const findings = offer && !offer.tool.served ? judged.counting : state.checked.findings
    const placeholderOf = new Map(pack.protect.kinds.map(({ id, placeholder }) => [id, placeholder]))
    const replaced = replaceFindings(joined.text, joined.within(findings), kind => placeholderOf.get(kind))
    const parts = joined.split(replaced.text)
    if (!parts) return
    flushSync(() => working.replace(withTexts(task, work.fields, parts), replaced.map))
    goTo('.changed')
  }
  const order = (chosen: Offer): Order | undefined =>
    origin && {
      task: task.id,
      toolName: chosen.tool.name,
      map: work.map,
      source: restore(work.fields.material, work.map).text,
      request: {
        tool: chosen.tool.id,
        purpose: prompt.id,
        material: work.fields.material,
        wish: work.fields.wish,
        answers: Object.fromEntries(Object.entries(answers).filter(([, value]) => value.trim() !== '')),
        declared: origin.class,
        ...(work.procedure === undefined ? {} : { procedure: work.procedure }),
      },
    }
  const send = (chosen: Offer): void => {
    const [first] = missing
    const ordered = order(chosen)
    if (first !== undefined) goTo(`[data-field="${first}"] :is(textarea, input)`)
    else if (ordered) drafting.start(ordered)
  }
  const filled = textsOf(task, work.fields).some(text => text.trim() !== '')
  return (
    <div className="writing" ref={asked}>
      <Inputs task={task} language={language} working={working}>
        <Checked
          state={state}
          judged={judged}
          shown={joined.shown}
          pack={pack}
          language={language}
          working={working}
          mayDismiss={offer !== undefined && !offer.tool.served}
          onRemove={onRemove}
        />
      </Inputs>
      <Origin pack={pack} view={view} working={working} language={language} />
      {filled && (
        <Sending
          view={view}
          offers={offers}
          offer={offer}
          state={state}
          origin={origin?.class}
          missing={missing.map(id => fieldName(id, task, language))}
          text={joined.shown}
          language={language}
          onTool={tool => working.say({ tool })}
          onReplace={replace}
          onSend={send}
        />
      )}
      {drafting.draft?.order.task === task.id && (
        <Suspense fallback={null}>
          <DraftPart
            draft={drafting.draft}
            drafting={drafting}
            checker={checker}
            view={view}
            words={words}
            language={language}
            working={working}
            onReplace={replace}
          />
        </Suspense>
      )}
    </div>
  )
}

function fieldName(id: string, { prompt }: Props['task'], language: Language): string {
  const texts = WRITE[language]
  const ask = prompt.asks.find(one => one.id === id)
  if (ask) return language === 'en' ? ask.label_en : ask.label
  return id === 'wish' ? texts.wish : texts.text
}
