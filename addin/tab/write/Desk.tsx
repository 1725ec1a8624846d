import { Spinner } from '@fluentui/react-components'
import { lazy, Suspense, useContext, useEffect, useRef } from 'react'
import type { PackView } from '../../../policies/contract.js'
import type { ToolsView } from '../../../policies/generation-contract.js'
import type { Finding } from '../../../policies/protect/index.js'
import type { Generate } from '../../api/index.js'
import type { Checker } from '../../check/checker.js'
import { Icon } from '../../components/Icon.js'
import { LinkButton } from '../../components/LinkButton.js'
import { Notice } from '../../components/Notice.js'
import { FRAME, type Language, WRITE } from '../../texts/index.js'
import { joinFields } from '../../write/parts.js'
import { withoutPlaces } from '../../write/remove.js'
import { type Task, taskOf } from '../../write/tasks.js'
import { useCheck } from '../check/useCheck.js'
import { Page } from '../Page.js'
import { hrefOf } from '../route.js'
import { Prompting } from './Prompting.js'
import { WritingPlace } from './place.js'
import { Tasks } from './Tasks.js'
import { useDraft } from './useDraft.js'
import { useWork } from './useWork.js'
import { textsOf, withTexts } from './work.js'

// The built-in aids bring their own code; whoever drafts with a model need not load it.
const BuiltIn = lazy(() => import('./BuiltIn.js'))

type Props = {
  readonly pack: PackView
  readonly checker: Checker
  readonly view: ToolsView
  readonly generate: Generate
  readonly wanted: string | undefined
  readonly language: Language
  readonly shown: boolean
}

/** Everything somebody writes here lives in this component; only the task stands in the address. */
export function Desk({ pack, checker, view, generate, wanted, language, shown }: Props) {
  const texts = WRITE[language]
  const task = taskOf(wanted, view)
  const last = useRef<Task>(undefined)
  if (task) last.current = task
  const place = useContext(WritingPlace)
  const working = useWork(task, place)
  const drafting = useDraft(generate, () => place.before()?.draft)
  const { keep } = place
  const { told } = working
  useEffect(() => keep({ work: told, draft: drafting.draft }), [keep, told, drafting.draft])
  const joined = joinFields(task ? textsOf(task, working.work.fields) : [])
  const state = useCheck(checker, joined.text)
  const remove = (findings: readonly Finding[]): void => {
    const parts = joined.split(withoutPlaces(joined.text, joined.within(findings)))
    if (task && parts) working.remove(withTexts(task, working.work.fields, parts), findings.length)
  }
  const going =
    last.current && (working.work.fields.material + working.work.fields.points !== '' || drafting.draft)
      ? last.current
      : undefined
  const { german, title } = task ? titleOf(task, language) : { german: false, title: texts.title }
  return (
    <Page title={title} german={german} language={language} shown={shown}>
      {view.municipality.example && <p className="example">{FRAME[language].example(view.municipality.name)}</p>}
      {!task && going && (
        <Notice look="note" sign="note">
          <p>{texts.stillThere}</p>
          <LinkButton href={hrefOf({ page: 'schreiben', id: going.id })}>
            {texts.goOn(titleOf(going, language).title)}
          </LinkButton>
        </Notice>
      )}
      {!task && <Tasks view={view} language={language} />}
      {task && (
        <>
          <p className="promise">
            <Icon name="lock" /> <span>{task.kind === 'prompt' ? texts.guarded : texts.local}</span>
          </p>
          <p className="task">
            <span {...(task.kind !== 'aid' && language === 'de' ? { lang: 'de' } : {})}>{shortOf(task, language)}</span>{' '}
            <a href={hrefOf({ page: 'schreiben', id: undefined })}>{texts.otherTask}</a>
          </p>
          {task.kind === 'prompt' ? (
            <Prompting
              key={task.id}
              task={task}
              pack={pack}
              checker={checker}
              view={view}
              language={language}
              working={working}
              drafting={drafting}
              joined={joined}
              state={state}
              onRemove={remove}
            />
          ) : (
            <Suspense fallback={<Spinner label={FRAME[language].loading} role="status" />}>
              <BuiltIn
                key={task.id}
                task={task}
                view={view}
                language={language}
                working={working}
                state={state}
                onRemove={remove}
              />
            </Suspense>
          )}
        </>
      )}
    </Page>
  )
}

function titleOf(task: Task, language: Language): { readonly title: string; readonly german: boolean } {
  if (task.kind === 'aid') return { title: WRITE[language].aids[task.id], german: false }
  const { name, name_en } = task.kind === 'prompt' ? task.prompt : task.letter
  return { title: language === 'en' ? name_en : name, german: language === 'de' }
}

function shortOf(task: Task, language: Language): string {
  if (task.kind === 'aid') return WRITE[language].aidsMore[task.id]
  const { short, short_en } = task.kind === 'prompt' ? task.prompt : task.letter
  return language === 'en' ? short_en : short
}
