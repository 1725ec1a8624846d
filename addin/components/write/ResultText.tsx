import { Button, Textarea } from '@fluentui/react-components'
import { type ReactNode, useId, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { PlaceholderMap } from '../../../policies/protect/index.js'
import type { WriteTexts } from '../../texts/index.js'
import { openGaps, type Piece, piecesOf } from '../../write/pieces.js'
import { Lines } from '../Lines.js'

type Props = {
  readonly heading: string
  readonly text: string
  readonly map: PlaceholderMap
  /** While it is being written it can be read, not changed. */
  readonly busy: boolean
  readonly texts: WriteTexts
  readonly onText: (text: string) => void
  /** Where a gap is filled, if not in the text itself; true if it led somewhere. */
  readonly fill?: (label: string) => boolean
  /** What else can be done with a finished text. */
  readonly children: ReactNode
}

/** A finished or growing text: real details and gaps are marked, and each gap can be walked to and filled. */
export function ResultText({ heading, text, map, busy, texts, onText, fill, children }: Props) {
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const [editing, setEditing] = useState(false)
  const all = busy ? [] : openGaps(text)
  // One field fills every place of its name.
  const gaps = fill ? all.filter(({ label }, at) => all.findIndex(gap => gap.label === label) === at) : all
  const pieces = piecesOf(text, map)
  const goTo = (start: number, end: number): void => {
    flushSync(() => setEditing(true))
    // In this order the browser also scrolls to the place.
    field.current?.setSelectionRange(start, end)
    field.current?.focus()
  }
  return (
    <>
      {editing && !busy ? (
        <Textarea
          className="field field-result"
          textarea={{ ref: field, 'aria-label': texts.editLabel, autoComplete: 'off', lang: 'de' }}
          value={text}
          onChange={(_, { value }) => onText(value)}
        />
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a long text scrolls, and that must work with the keyboard
        <section className="marked result-text" aria-label={heading} aria-busy={busy} tabIndex={0} lang="de">
          {pieces.map(piece => (
            <Stretch key={piece.at} piece={piece} />
          ))}
        </section>
      )}
      {!editing && <Legend pieces={pieces} texts={texts} />}
      {gaps.length > 0 && (
        <section className="gaps" aria-labelledby={id}>
          <h3 id={id}>{texts.gaps(gaps.length)}</h3>
          <div className="row">
            {gaps.map(({ start, end, label }) => (
              <Button key={start} size="small" onClick={() => fill?.(label) || goTo(start, end)}>
                <span lang="de">{texts.gap(label)}</span>
              </Button>
            ))}
          </div>
        </section>
      )}
      {!busy && (
        <div className="row">
          {children}
          <Button onClick={() => (editing ? setEditing(false) : goTo(0, 0))}>
            {editing ? texts.preview : texts.edit}
          </Button>
        </div>
      )}
    </>
  )
}

function Stretch({ piece }: { piece: Piece }) {
  if (piece.kind === 'plain') return <Lines text={piece.text} at={piece.at} />
  return <mark className={piece.kind === 'gap' ? 'gap-mark' : 'restored-mark'}>{piece.text}</mark>
}

/** What the two looks mean, as far as they occur. */
function Legend({ pieces, texts }: { pieces: readonly Piece[]; texts: WriteTexts }) {
  const has = (kind: Piece['kind']): boolean => pieces.some(piece => piece.kind === kind)
  if (!has('restored') && !has('gap')) return null
  return (
    <p className="legend">
      {has('restored') && (
        <span>
          <span className="restored-mark">Abc</span> {texts.restoredKey}
        </span>
      )}
      {has('gap') && (
        <span>
          <span className="gap-mark">[…]</span> {texts.gapKey}
        </span>
      )}
    </p>
  )
}
