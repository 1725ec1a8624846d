import { useEffect, useId, useRef } from 'react'
import type { PlaceholderMap } from '../../policies/protect/index.js'
import type { Replaced } from '../check/replaced.js'
import type { Texts } from '../texts/index.js'
import { CopyButton } from './CopyButton.js'

/** `left`: what a second check still found; it has to go first. */
export type CopyState =
  | { readonly may: 'copy' }
  | { readonly may: 'checking' | 'stale' | 'choose' | 'held' }
  | { readonly may: 'refused'; readonly tool: string }
  | { readonly may: 'left'; readonly left: readonly string[] }

type Props = {
  readonly replaced: Pick<Replaced, 'text' | 'map'>
  readonly state: CopyState
  readonly texts: Texts
}

/** The text with placeholders, and the button to take it along, if it may be taken. */
export function ReplacedText({ replaced, state, texts }: Props) {
  const id = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  const { text, map } = replaced
  // Whoever pressed the button is led to what came of it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: every new text with placeholders is a reason to go there
  useEffect(() => heading.current?.focus(), [replaced])
  return (
    <section className="step">
      <h3 id={id} ref={heading} tabIndex={-1}>
        {texts.replacedTitle}
      </h3>
      <p>{texts.replacedMore(map.size)}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long text scrolls, and that must work with the keyboard */}
      <section className="marked" aria-labelledby={id} tabIndex={0}>
        {piecesOf(text, map).map(({ piece, at, placeholder }) =>
          placeholder ? (
            <span key={at} className="placeholder">
              {piece}
            </span>
          ) : (
            <span key={at}>{piece}</span>
          ),
        )}
      </section>
      {state.may === 'copy' ? (
        <CopyButton text={text} texts={texts} />
      ) : (
        <div className="reason" role="status">
          <p>{reasonOf(state, texts)}</p>
          {state.may === 'left' && (
            <ul>
              {state.left.map(one => (
                <li key={one}>{one}</li>
              ))}
            </ul>
          )}
        </div>
      )}
    </section>
  )
}

function reasonOf(state: Exclude<CopyState, { may: 'copy' }>, texts: Texts): string {
  switch (state.may) {
    case 'checking':
      return texts.checking
    case 'stale':
      return texts.replacedStale
    case 'choose':
      return texts.replacedNoTool
    case 'refused':
      return texts.replacedRefused(state.tool)
    case 'left':
      return texts.replacedLeft
    case 'held':
      return `${texts.held}. ${texts.heldWhy}`
  }
}

type Piece = { readonly piece: string; readonly at: number; readonly placeholder: boolean }

function piecesOf(text: string, known: PlaceholderMap): Piece[] {
  let at = 0
  return text.split(/(\[[^[\]\n]{1,60}\])/).map(piece => {
    const start = at
    at += piece.length
    return { piece, at: start, placeholder: known.has(piece) }
  })
}
