import { readability } from '../../../policies/assistant/index.js'
import { type Language, WRITE } from '../../texts/index.js'

/** How easy the text is to read, before and after; nothing where it is too short to say. */
export default function Understandability({
  before,
  after,
  language,
}: {
  before: string
  after: string
  language: Language
}) {
  const texts = WRITE[language]
  const now = readability(after)
  const then = readability(before)
  if (now.grade === 'too-short') return null
  return (
    <p className="readable">
      <strong>{texts.readable}:</strong> {then.grade !== 'too-short' && `${texts.before} ${texts.grades[then.grade]}, `}
      {texts.after} {texts.grades[now.grade]}.{' '}
      <span className="note">{texts.gradeMore(now.flesch, now.words, now.sentences)}</span>
    </p>
  )
}
