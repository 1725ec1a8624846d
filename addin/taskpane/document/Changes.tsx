import { useMemo } from 'react'
import { editsOf, type ParagraphEdit } from '../../office/edits.js'
import type { PaneTexts } from '../../texts/index.js'

type Props = { readonly before: string; readonly after: string; readonly texts: PaneTexts }

/** Word by word what would change, as it will be written: struck out, underlined, and said aloud. */
export default function Changes({ before, after, texts }: Props) {
  const edits = useMemo(() => {
    const lines = before.split('\n')
    return editsOf(lines, after.split('\n')).map((edit, at) => ({ key: `${at}`, runs: placed(runsOf(edit, lines)) }))
  }, [before, after])
  if (before === after) return <p className="note">{texts.same}</p>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long text scrolls, and that must work with the keyboard
    <section className="marked changes" aria-label={texts.compare} tabIndex={0} lang="de">
      {edits.map(({ key, runs }) => (
        <p key={key}>
          {runs.map(({ kind, text, at }) => (
            <Shown key={at} kind={kind} text={text} texts={texts} />
          ))}
        </p>
      ))}
    </section>
  )
}

type Stretch = { readonly kind: 'keep' | 'delete' | 'insert'; readonly text: string }

function runsOf(edit: ParagraphEdit, lines: readonly string[]): readonly Stretch[] {
  if (edit.kind === 'add') return [{ kind: 'insert', text: edit.text }]
  if (edit.kind === 'change') return edit.runs
  return [{ kind: edit.kind === 'remove' ? 'delete' : 'keep', text: lines[edit.at] ?? '' }]
}

/** Each stretch with where it begins, so that equal ones can be told apart. */
function placed(runs: readonly Stretch[]): (Stretch & { readonly at: number })[] {
  let at = 0
  return runs.map(run => {
    const start = at
    at += run.text.length + 1
    return { ...run, at: start }
  })
}

function Shown({ kind, text, texts }: Stretch & { readonly texts: PaneTexts }) {
  if (kind === 'keep') return text
  const Element = kind === 'insert' ? 'ins' : 'del'
  return (
    <Element>
      <span className="unseen">{kind === 'insert' ? texts.wasInserted : texts.wasDeleted}: </span>
      {text}
    </Element>
  )
}
