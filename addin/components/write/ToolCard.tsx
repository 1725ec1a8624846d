import type { ReactNode } from 'react'
import { dayWords } from '../../texts/days.js'
import type { Language, ToolsTexts, WriteTexts } from '../../texts/index.js'
import type { ToolStanding } from '../../write/tool-facts.js'
import { Icon } from '../Icon.js'
import { LinkButton } from '../LinkButton.js'

type Props = {
  readonly standing: Extract<ToolStanding, { kind: 'ready' | 'lesson' }>
  readonly language: Language
  readonly texts: ToolsTexts
  readonly words: Pick<WriteTexts, 'toLesson'>
  readonly lessonHref: (module: string) => string
  readonly writeHref: string
}

/** One tool: what for, what may go in, until when; the way there, or the lesson before it. */
export function ToolCard({ standing, language, texts, words, lessonHref, writeHref }: Props) {
  const { tool, pilot, kind } = standing
  const [first] = tool.lacks
  return (
    <section className="tool-card">
      <h2>{tool.name}</h2>
      {pilot && (
        <p className="light light-auflagen">
          <Icon name="careful" /> {texts.pilot}
        </p>
      )}
      <dl className="tool-facts">
        <Fact name={texts.goodFor} german>
          {tool.good_for}
        </Fact>
        <Fact name={texts.data}>{dataWords(standing, texts)}</Fact>
        <Fact name={texts.until}>{tool.approved_until && dayWords(tool.approved_until, language)}</Fact>
        <Fact name={texts.costs} german>
          {tool.costs}
        </Fact>
        <Fact name={texts.label} german>
          {tool.label}
        </Fact>
      </dl>
      {kind === 'lesson' && <p>{texts.lessonFirst(tool.lacks.length)}</p>}
      <div className="row">
        {first && (
          <LinkButton href={lessonHref(first.id)} look="primary">
            <span lang="de">{words.toLesson(first.title)}</span>
          </LinkButton>
        )}
        {kind === 'ready' && tool.served && (
          <LinkButton href={writeHref} look="primary">
            {texts.writeWith(tool.name)}
          </LinkButton>
        )}
        {kind === 'ready' && tool.link && <LinkButton href={tool.link}>{texts.open(tool.name)}</LinkButton>}
      </div>
    </section>
  )
}

function Fact({ name, children, german = false }: { name: string; children: ReactNode; german?: boolean }) {
  if (children === undefined || children === '') return null
  return (
    <div>
      <dt>{name}</dt>
      <dd {...(german ? { lang: 'de' } : {})}>{children}</dd>
    </div>
  )
}

function dataWords({ data }: Props['standing'], texts: ToolsTexts): string {
  const { plain, placeholders, procedures } = data
  const parts = [
    ...plain.map(one => texts.plain[one]),
    ...(placeholders && !plain.includes('D2') ? [texts.placeholders] : []),
    ...(procedures.length > 0 && !plain.includes('D2')
      ? [texts.procedures(procedures.map(one => `„${one}“`).join(', '))]
      : []),
  ]
  return parts.length === 0 ? texts.nothing : parts.join('; ')
}
