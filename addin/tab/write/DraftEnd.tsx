import { Button } from '@fluentui/react-components'
import { useContext } from 'react'
import type { GenerateRefusal, ToolsView } from '../../../policies/generation-contract.js'
import { LinkButton } from '../../components/LinkButton.js'
import { Notice } from '../../components/Notice.js'
import { FRAME, type Language, WRITE, type WriteTexts } from '../../texts/index.js'
import type { Draft, End } from '../../write/draft.js'
import { WritingPlace } from './place.js'

type Props = {
  readonly draft: Draft
  readonly view: ToolsView
  readonly language: Language
  readonly onAgain: () => void
  readonly onTool: (id: string) => void
  readonly onReplace: () => void
}

/** What went wrong with a draft and the way on; nothing where all is well. */
export function DraftEnd({ draft, view, language, onAgain, onTool, onReplace }: Props) {
  const texts = WRITE[language]
  const { end } = draft
  if (!end) return null
  if (end.kind === 'stopped') return <p className="quiet">{texts.stopped}</p>
  if (end.kind === 'refused')
    return (
      <RefusedBy
        refusal={end.refusal}
        view={view}
        texts={texts}
        onAgain={onAgain}
        onTool={onTool}
        onReplace={onReplace}
      />
    )
  const said = saidOf(end, language)
  if (said === undefined) return null
  return (
    <Notice look="warning" sign="careful" role="alert">
      {said.map(sentence => (
        <p key={sentence}>{sentence}</p>
      ))}
      <Button onClick={onAgain}>{texts.again}</Button>
    </Notice>
  )
}

function saidOf(end: Exclude<End, { kind: 'stopped' | 'refused' }>, language: Language): readonly string[] | undefined {
  const texts = WRITE[language]
  switch (end.kind) {
    case 'done':
      if (end.finish === 'length') return [texts.tooLong]
      return end.finish === 'filtered' ? [texts.filtered] : undefined
    case 'cut':
      return [texts.cut, end.problem ?? texts.cutWay]
    case 'unsent': {
      const { failures } = FRAME[language]
      const own = { offline: failures.offline, strange: failures.strange, 'not-let-in': failures.refused }[end.why]
      return [end.message ?? own, texts.textKept]
    }
  }
}

type RefusedProps = {
  readonly refusal: GenerateRefusal
  readonly view: ToolsView
  readonly texts: WriteTexts
  readonly onAgain: () => void
  readonly onTool: (id: string) => void
  readonly onReplace: () => void
}

/** The service said no before the first word: in its words, with every way it names one press away. */
function RefusedBy({ refusal, view, texts, onAgain, onTool, onReplace }: RefusedProps) {
  const { problem, code, lacks = [], alternative } = refusal
  const { hrefOf } = useContext(WritingPlace)
  const modules = view.tools.flatMap(tool => tool.lacks)
  const other = alternative && view.tools.find(({ id }) => id === alternative.tool)
  return (
    <Notice look="warning" sign={code === 'held' ? 'held' : 'careful'} role="alert">
      <p lang="de">{problem}</p>
      <div className="row">
        {alternative?.replacing && <Button onClick={onReplace}>{texts.replace}</Button>}
        {other && !alternative.replacing && (
          <Button onClick={() => onTool(other.id)}>{texts.otherTool(other.name)}</Button>
        )}
        {lacks.map(id => (
          <LinkButton key={id} href={hrefOf({ page: 'modul', id })}>
            {texts.toLesson(modules.find(module => module.id === id)?.title ?? id)}
          </LinkButton>
        ))}
        {code !== 'refused' && <Button onClick={onAgain}>{texts.again}</Button>}
      </div>
    </Notice>
  )
}
