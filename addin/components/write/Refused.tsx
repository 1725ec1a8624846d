import type { ToolView } from '../../../policies/generation-contract.js'
import { refusalText } from '../../../policies/tools/permit-texts.js'
import type { Language, WriteTexts } from '../../texts/index.js'
import type { Offer } from '../../write/offers.js'
import { LinkButton } from '../LinkButton.js'

type Props = {
  readonly offer: Extract<Offer, { kind: 'refused' }>
  readonly tools: readonly ToolView[]
  readonly language: Language
  readonly texts: Pick<WriteTexts, 'toLesson'>
  readonly lessonHref: (module: string) => string
}

/** Why not, and the lesson that opens it. */
export function Refused({ offer, tools, language, texts, lessonHref }: Props) {
  const { tool, permit } = offer
  const [lesson] = tool.lacks
  return (
    <>
      <p>{refusalText(permit, { tool: tool.name, tools: [...tools], modules: tool.lacks }, language)}</p>
      {permit.reason === 'training' && lesson && (
        <LinkButton href={lessonHref(lesson.id)}>{texts.toLesson(lesson.title)}</LinkButton>
      )}
    </>
  )
}
