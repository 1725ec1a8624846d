import { Button, Spinner } from '@fluentui/react-components'
import { lazy, Suspense, useMemo, useRef, useState } from 'react'
import type { PackView } from '../../policies/contract.js'
import type { ToolsView } from '../../policies/generation-contract.js'
import type { Generate } from '../api/index.js'
import type { Checker } from '../check/checker.js'
import { FalseAlarmButton } from '../components/FalseAlarmButton.js'
import { Notice } from '../components/Notice.js'
import type { WordDocument } from '../office/document.js'
import { Desk } from '../tab/write/Desk.js'
import { WritingPlace } from '../tab/write/place.js'
import { type Language, PANE, type PaneTexts } from '../texts/index.js'
import { Material, type Taken } from './document/Material.js'
import { useMarks } from './document/useMarks.js'
import { useRemembered } from './document/useRemembered.js'
import type { Keeping } from './keep/useKept.js'
import { hrefOf } from './route.js'
import { useUnsaved } from './useUnsaved.js'

// Fetched with the desk, so that a draft finds it there.
const result = import('./Result.js')
const Result = lazy(() => result)

type Props = {
  readonly document: WordDocument
  readonly pack: PackView
  readonly checker: Checker
  readonly view: ToolsView
  readonly generate: Generate
  readonly wanted: string | undefined
  readonly language: Language
  readonly shown: boolean
  readonly onPlaced: () => void
  readonly keeping: Keeping
}

/** The desk of the tab beside a document: texts come from it and go into it, and what it says about itself counts for each. */
export function Writing(props: Props) {
  const { document, pack, checker, view, generate, wanted, language, shown, onPlaced, keeping } = props
  const texts = PANE[language]
  const marks = useMarks(document, pack, checker)
  const { remembered, remember } = useRemembered(document)
  const [taken, setTaken] = useState<Taken>()
  const rule = pack.protect.kinds.find(({ id }) => id === 'CLASSIFICATION_MARKING')?.rule
  const desk = useRef<HTMLDivElement>(null)
  useUnsaved(desk)
  const look = marks.phase === 'known' ? marks.look : undefined
  const place = useMemo(
    () =>
      look &&
      remembered && {
        material: (onText: (text: string) => void) => (
          <Material document={document} language={language} look={look} onText={onText} onTaken={setTaken} />
        ),
        result: (finished: Parameters<WritingPlace['result']>[0]) => (
          <Suspense fallback={null}>
            <Result
              finished={finished}
              document={document}
              taken={taken}
              today={view.today}
              language={language}
              onPlaced={onPlaced}
            />
          </Suspense>
        ),
        hrefOf,
        remembered,
        remember,
        before: keeping.before,
        keep: keeping.keep,
      },
    [document, language, look, onPlaced, remember, remembered, taken, view.today, keeping.before, keeping.keep],
  )
  if (marks.phase === 'failed')
    return (
      <Notice look="warning" sign="held" role="alert">
        <p>{texts.marksFailed}</p>
        <Button onClick={marks.again}>{texts.again}</Button>
      </Notice>
    )
  if (marks.phase === 'loading' || !place) return <Spinner label={texts.fileFound} role="status" />
  return (
    <div ref={desk} className="pane-desk">
      {marks.marked.words.length > 0 && (
        <Notice look="warning" sign="held">
          <p>{texts.marked(marks.marked.words.join('“, „'))}</p>
          {marks.stamped && rule !== undefined && (
            <div className="entry-actions">
              <FalseAlarmButton
                alarm={{ kind: 'CLASSIFICATION_MARKING', rule }}
                value={texts.documentMark}
                stays
                language={language}
              />
            </div>
          )}
        </Notice>
      )}
      {keeping.cameBack && <CameBack texts={texts} />}
      {marks.unread.length > 0 && <p className="note">{texts.unreadMarks}</p>}
      <WritingPlace value={place}>
        <Desk
          pack={pack}
          checker={marks.checker}
          view={view}
          generate={generate}
          wanted={wanted}
          language={language}
          shown={shown}
        />
      </WritingPlace>
    </div>
  )
}

/** Said once: whoever reads it may put it away. */
function CameBack({ texts }: { texts: PaneTexts }) {
  const [seen, setSeen] = useState(false)
  if (seen) return null
  const understood = (): void => {
    setSeen(true)
    // The button goes away; the focus must not go with it.
    document.getElementById('inhalt')?.focus()
  }
  return (
    <Notice look="note" sign="again" role="status">
      <p>{texts.cameBack}</p>
      <Button size="small" onClick={understood}>
        {texts.understood}
      </Button>
    </Notice>
  )
}
