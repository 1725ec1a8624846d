import { Button } from '@fluentui/react-components'
import { lazy, Suspense, useRef, useState } from 'react'
import { LinkButton } from '../components/LinkButton.js'
import { Notice } from '../components/Notice.js'
import type { Failure, Outcome, Placed, WordDocument } from '../office/document.js'
import { withEndsOf } from '../review/ends.js'
import { keyFor } from '../review/key.js'
import { madeProperty, writeMade } from '../review/made.js'
import type { Finished } from '../tab/write/place.js'
import { type Language, PANE } from '../texts/index.js'
import { openGaps } from '../write/pieces.js'
import type { Taken } from './document/Material.js'
import { REVIEW } from './route.js'

// Comparing brings its own code; a new text need not load it.
const Changes = lazy(() => import('./document/Changes.js'))

type Props = {
  readonly finished: Finished
  readonly document: WordDocument
  readonly taken: Taken | undefined
  /** YYYY-MM-DD */
  readonly today: string
  readonly language: Language
  readonly onPlaced: () => void
}

type State =
  | { readonly kind: 'idle' | 'busy' }
  | { readonly kind: 'done'; readonly placed: Placed }
  | { readonly kind: 'failed'; readonly failure: Failure; readonly again: () => void }

/** The way of a finished text into the document: what would change, where to, and how it went. */
export default function Result({ finished, document, taken, today, language, onPlaced }: Props) {
  const texts = PANE[language]
  const { text, made, source } = finished
  const [state, setState] = useState<State>({ kind: 'idle' })
  const keyOf = useKeys()
  const selected = taken && taken.text === source ? taken : undefined
  const { readOnly, tracked } = document.capabilities
  const gaps = openGaps(text).length
  const run = (work: () => Promise<Outcome<Placed>>): void => {
    const again = (): void => run(work)
    setState({ kind: 'busy' })
    work().then(
      outcome => {
        if (outcome.kind === 'failed') return setState({ kind: 'failed', failure: outcome.failure, again })
        setState({ kind: 'done', placed: outcome })
        return remember(document, outcome, made, today).finally(onPlaced)
      },
      () => setState({ kind: 'failed', failure: 'unknown', again }),
    )
  }
  const author = made.by
  const wish = { tracked }
  const change = (place: Taken): void => {
    const after = withEndsOf(place.text, text)
    run(async () =>
      document.apply({ key: await keyOf('change', text), author, place: place.place, before: place.text, after }, wish),
    )
  }
  const insert = (where: 'selection' | 'end'): void =>
    run(async () => document.insert({ key: await keyOf('insert', text), author, text }, where, wish))
  if (readOnly) return <p className="note">{texts.readOnly}</p>
  const busy = state.kind === 'busy'
  return (
    <section className="into">
      <h3>{texts.into}</h3>
      {selected && (
        <Suspense fallback={null}>
          <h4>{texts.compare}</h4>
          <Changes before={selected.text} after={withEndsOf(selected.text, text)} texts={texts} />
        </Suspense>
      )}
      {gaps > 0 && <p className="note">{texts.gapsLeft(gaps)}</p>}
      <div className="row">
        {selected && (
          <Button appearance="primary" disabledFocusable={busy} onClick={() => change(selected)}>
            {texts.replaceSelection}
          </Button>
        )}
        <Button
          appearance={selected ? 'secondary' : 'primary'}
          disabledFocusable={busy}
          onClick={() => insert('selection')}
        >
          {texts.insertHere}
        </Button>
        <Button disabledFocusable={busy} onClick={() => insert('end')}>
          {texts.insertEnd}
        </Button>
      </div>
      <p className="said" role="status">
        {busy && texts.inserting}
        {state.kind === 'done' && (state.placed.already ? texts.already : texts.inserted[state.placed.marked])}
      </p>
      {state.kind === 'done' && state.placed.draft !== undefined && (
        <LinkButton href={REVIEW} look="primary">
          {texts.toReview}
        </LinkButton>
      )}
      {state.kind === 'failed' && (
        <Notice look="warning" sign="careful" role="alert">
          <p>{texts.failures[state.failure]}</p>
          {TRY_AGAIN.has(state.failure) && <Button onClick={state.again}>{texts.again}</Button>}
        </Notice>
      )}
    </section>
  )
}

/** With the same key nothing is inserted twice. */
const TRY_AGAIN: ReadonlySet<Failure> = new Set(['busy', 'unknown'])

/** The same text the same way keeps its key, however often it is pressed; a changed text is another one. */
function useKeys(): typeof keyFor {
  const keys = useRef(new Map<string, Promise<string>>())
  return (way, text) => {
    const name = `${way} ${text}`
    const key = keys.current.get(name) ?? keyFor(way, text)
    keys.current.set(name, key)
    return key
  }
}

/** Which tool it was stays with the document, so that it can be named when the draft is taken over. */
async function remember(document: WordDocument, { draft }: Placed, made: Finished['made'], day: string): Promise<void> {
  if (draft === undefined || made.by !== 'model') return
  const { tool, purpose } = made
  await document.setProperty(madeProperty(draft), writeMade({ tool, purpose, day })).catch(() => undefined)
}
