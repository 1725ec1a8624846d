import type { LearningView } from '../../policies/learning-contract.js'
import { certificateWords } from '../learn/standing.js'
import { type Language, TODAY } from '../texts/index.js'

type Props = {
  readonly course: LearningView['courses'][number]
  readonly language: Language
  /** Of the heading. */
  readonly level?: 2 | 3
}

/** How far somebody is with a course, in words; the bar below shows the same. */
export function CourseBar({ course, language, level = 3 }: Props) {
  const { title, open, done, modules, certificate } = course
  const texts = TODAY[language]
  const of = modules.length
  const renewing = certificate.standing.kind !== 'open' && done < of
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <div className="course">
      <Heading lang="de">{title}</Heading>
      <p>
        {of === 0 ? texts.emptyCourse : (renewing ? texts.modulesRenewed : texts.modulesDone)(done, of)}.{' '}
        {certificateWords(certificate.title, certificate.standing, language)}.{!open && ` ${texts.opensWith}`}
      </p>
      {of > 0 && (
        <div className="bar" aria-hidden="true">
          {modules.map((module, at) => (
            <span key={module.id} className={at < done ? 'bar-part bar-done' : 'bar-part'} />
          ))}
        </div>
      )}
    </div>
  )
}
