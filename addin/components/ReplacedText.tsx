import { useId } from 'react'
import type { Texts } from '../texts/index.js'
import { CopyButton } from './CopyButton.js'

/** `left`: what a second check still found; it has to go first. */
export type CopyState =
  | { readonly may: 'copy' }
  | { readonly may: 'checking' | 'stale' | 'choose' | 'held' }
  | { readonly may: 'refused'; readonly tool: string }
  | { readonly may: 'left'; readonly left: readonly string[] }

type Props = {
  readonly text: string
  readonly placeholders: readonly string[]
  readonly state: CopyState
  readonly texts: Texts
}

/** The text with placeholders, and the button to take it along, if it may be taken. */
export function ReplacedText({ text, placeholders, state, texts }: Props) {
  const id = useId()
  return (
    <section className="step">
      <h2 id={id}>{texts.replacedTitle}</h2>
      <p>{texts.replacedMore(placeholders.length)}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long text scrolls, and that must work with the keyboard */}
      <section className="marked" aria-labelledby={id} tabIndex={0}>
        {piecesOf(text, placeholders).map(({ piece, at, placeholder }) =>
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

function piecesOf(text: string, placeholders: readonly string[]): Piece[] {
  const known = new Set(placeholders)
  let at = 0
  return text.split(/(\[[^[\]\n]{1,60}\])/).map(piece => {
    const start = at
    at += piece.length
    return { piece, at: start, placeholder: known.has(piece) }
  })
}
