import { Button, Spinner } from '@fluentui/react-components'
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useMemo, useRef } from 'react'
import type { PackView } from '../../policies/contract.js'
import { ToolsView } from '../../policies/generation-contract.js'
import { reportOver } from '../api/false-alarm.js'
import { ask } from '../api/send.js'
import { FalseAlarms } from '../components/FalseAlarmButton.js'
import { LinkButton } from '../components/LinkButton.js'
import { Notice } from '../components/Notice.js'
import type { WordDocument } from '../office/document.js'
import type { Service } from '../sign-in/service.js'
import { Broken } from '../tab/Broken.js'
import { usePack } from '../tab/check/usePack.js'
import { Failed } from '../tab/Failed.js'
import { useLoaded } from '../tab/useLoaded.js'
import { FRAME, type Language, PANE, TEXTS } from '../texts/index.js'
import { useDrafts } from './document/useDrafts.js'
import { useKept } from './keep/useKept.js'
import { hrefOf, type PaneRoute, REVIEW } from './route.js'
import { Writing } from './Writing.js'
import '../tab/check.css'
import '../tab/result.css'
import '../tab/write.css'

// Each comes beside what is shown first; questions bring the library for cards with them.
const loadReview = () => import('./review/Review.js')
const Review = lazy(loadReview)
const Questions = lazy(() => import('./Questions.js'))

type Props = {
  readonly document: WordDocument
  readonly service: Service
  readonly route: PaneRoute
  readonly language: Language
}

/** Everything beside a document: write, take over, ask. Each stays as it is while another is shown. */
export default function Pane({ document, service, route, language }: Props) {
  const texts = PANE[language]
  const { send, generate } = service
  const report = useMemo(() => reportOver(send), [send])
  const pack = usePack(send)
  const tools = useLoaded('tools', () => ask(send, ToolsView, '/api/tools'))
  const keeping = useKept(send, pack.phase === 'ready' && tools.phase === 'ready')
  const drafts = useDrafts(document)
  const look = drafts.phase === 'loading' ? undefined : drafts.look
  const onPlaced = useCallback(() => look?.(), [look])
  useEffect(() => {
    // Fetched before it is asked for: a draft can be taken over even when the service has gone.
    loadReview().catch(() => undefined)
  }, [])
  const task = useRef<string>(undefined)
  if (route.page === 'schreiben') task.current = route.id
  const unchecked = drafts.phase === 'ready' ? drafts.drafts.filter(({ kind }) => kind === 'draft').length : 0
  return (
    <>
      {unchecked > 0 && route.page !== 'uebernehmen' && (
        <Notice look="note" sign="careful" role="status">
          <p>{texts.unchecked(unchecked)}</p>
          <LinkButton href={REVIEW}>{texts.toReview}</LinkButton>
        </Notice>
      )}
      {tools.phase === 'failed' && <Failed failure={tools.failure} language={language} again={tools.again} />}
      {pack.phase === 'failed' && tools.phase !== 'failed' && (
        <Notice look="warning" sign="held" role="alert">
          <p>
            {TEXTS[language].loadFailed} {TEXTS[language].loadFailedWay}
          </p>
          <Button onClick={pack.again}>{texts.again}</Button>
        </Notice>
      )}
      {(pack.phase === 'loading' || tools.phase === 'loading') && route.page !== 'fragen' && (
        <Spinner className="waiting" label={FRAME[language].loading} role="status" />
      )}
      {pack.phase === 'ready' && tools.phase === 'ready' && keeping && (
        <Part shown={route.page === 'schreiben'} language={language}>
          <FalseAlarms value={report}>
            <Writing
              document={document}
              pack={pack.pack}
              checker={pack.checker}
              view={tools.value}
              generate={generate}
              wanted={route.page === 'schreiben' ? route.id : undefined}
              language={language}
              shown={route.page === 'schreiben'}
              onPlaced={onPlaced}
              keeping={keeping}
            />
          </FalseAlarms>
        </Part>
      )}
      {tools.phase === 'ready' && (
        <Part shown={route.page === 'uebernehmen'} language={language}>
          <Review
            drafts={drafts}
            view={tools.value}
            document={document}
            language={language}
            shown={route.page === 'uebernehmen'}
          />
        </Part>
      )}
      {route.page === 'fragen' && (
        <Part shown language={language}>
          {pack.phase === 'ready' && tools.phase === 'ready' && (
            <RuleNow task={task.current} pack={pack.pack} view={tools.value} language={language} />
          )}
          <Questions send={send} language={language} />
        </Part>
      )}
    </>
  )
}

type RuleNowProps = {
  readonly task: string | undefined
  readonly pack: PackView
  readonly view: ToolsView
  readonly language: Language
}

/** The rule that belongs to the task one has just been at; it opens beside the pane. */
function RuleNow({ task, pack, view, language }: RuleNowProps) {
  const id = view.prompts.find(prompt => prompt.id === task)?.rule
  const rule = pack.rules.find(one => one.id === id)
  if (!rule) return null
  const texts = PANE[language]
  return (
    <p className="rule-now">
      <a href={hrefOf({ page: 'regeln', id: rule.id })} target="_blank" rel="noreferrer">
        {texts.ruleNow(language === 'en' ? rule.titleEn : rule.title)} {texts.beside}
      </a>
    </p>
  )
}

function Part({ shown, language, children }: { shown: boolean; language: Language; children: ReactNode }) {
  return (
    <div hidden={!shown}>
      <Broken language={language}>
        <Suspense fallback={<Spinner className="waiting" label={FRAME[language].loading} role="status" />}>
          {children}
        </Suspense>
      </Broken>
    </div>
  )
}
