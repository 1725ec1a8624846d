import { Button, Spinner } from '@fluentui/react-components'
import { useState } from 'react'
import type { ToolsView } from '../../../policies/generation-contract.js'
import { Notice } from '../../components/Notice.js'
import { StepHeading } from '../../components/StepHeading.js'
import type { Draft, Failure, WordDocument } from '../../office/document.js'
import { madeProperty } from '../../review/made.js'
import { Page } from '../../tab/Page.js'
import { FRAME, type Language, PANE } from '../../texts/index.js'
import type { Drafts } from '../document/useDrafts.js'
import { Passage, ReviewDraft } from './ReviewDraft.js'
import type { TakenOver } from './taken-over.js'
import { Vermerk } from './Vermerk.js'

type Props = {
  readonly drafts: Drafts
  readonly view: ToolsView
  readonly document: WordDocument
  readonly language: Language
  readonly shown: boolean
}

/** Everything in the document nobody has taken over yet, one after the other; then the sentence for the file. */
export default function Review({ drafts, view, document, language, shown }: Props) {
  const texts = PANE[language]
  const [taken, setTaken] = useState<TakenOver>()
  const [unframed, setUnframed] = useState<string>()
  const [failure, setFailure] = useState<Failure>()
  const [checkedBy, setCheckedBy] = useState('')
  const look = drafts.phase === 'loading' ? () => {} : drafts.look
  const failed = (why: Failure): void => {
    setFailure(why)
    look()
  }
  const done = (finished: TakenOver): void => {
    setFailure(undefined)
    setUnframed(undefined)
    setTaken(finished)
    // What was kept about the draft has done its work.
    document.setProperty(madeProperty(finished.draft.id), undefined).catch(() => undefined)
    look()
  }
  const unframe = (draft: Draft): void => {
    document.takeOver(draft.id, { kind: 'none' }).then(
      outcome => {
        if (outcome.kind === 'failed') return failed(outcome.failure)
        setFailure(undefined)
        setTaken(undefined)
        setUnframed(draft.id)
        look()
      },
      () => failed('unknown'),
    )
  }
  return (
    <Page title={texts.review} language={language} shown={shown}>
      {failure && (
        <Notice look="warning" sign="careful" role="alert">
          <p>{texts.failures[failure]}</p>
        </Notice>
      )}
      {taken && (
        <Notice look="good" sign="done">
          <StepHeading key={taken.draft.id}>
            {taken.label === 'as-wished' ? texts.taken : texts.takenBracket}
          </StepHeading>
          <Vermerk
            key={taken.draft.id}
            facts={taken.facts}
            checkedBy={checkedBy}
            document={document}
            language={language}
            onCheckedBy={setCheckedBy}
          />
        </Notice>
      )}
      {unframed !== undefined && (
        <Notice look="good" sign="done">
          <StepHeading key={unframed}>{texts.frameRemoved}</StepHeading>
        </Notice>
      )}
      {drafts.phase === 'loading' && <Spinner label={FRAME[language].loading} role="status" />}
      {drafts.phase === 'failed' && (
        <Notice look="warning" sign="careful" role="alert">
          <p>{texts.failures[drafts.failure]}</p>
          <Button onClick={look}>{texts.again}</Button>
        </Notice>
      )}
      {drafts.phase === 'ready' && drafts.drafts.length === 0 && (
        <section className="part">
          {!taken && <h2>{texts.reviewNothing}</h2>}
          <p>{texts.reviewNothingMore}</p>
          <Button onClick={look}>{texts.reviewLoad}</Button>
        </section>
      )}
      {drafts.phase === 'ready' &&
        drafts.drafts.map((draft, at, { length }) => (
          <section key={draft.id} className="part review-part">
            {draft.kind === 'draft' ? (
              <>
                <h2>{texts.draftNumber(at + 1, length)}</h2>
                <ReviewDraft
                  draft={draft}
                  view={view}
                  document={document}
                  language={language}
                  onTaken={done}
                  onFailed={failed}
                />
              </>
            ) : (
              <>
                <h2>{texts.framed(at + 1, length)}</h2>
                <p>{texts.framedMore}</p>
                <Passage draft={draft} document={document} language={language} onFailed={failed} />
                <Button onClick={() => unframe(draft)}>{texts.removeFrame}</Button>
              </>
            )}
          </section>
        ))}
    </Page>
  )
}
