import type { QuestionStep, StoppedStep } from '../../policies/learning-contract.js'
import { currentOf, type Session, viewOf } from '../../policies/training/index.js'
import type { Desk } from './desk.js'
import { writeSession } from './session-token.js'
import { STOPPED } from './texts.js'

const REASONS: Readonly<Record<keyof typeof STOPPED, StoppedStep['reason']>> = {
  empty: 'incomplete',
  incomplete: 'incomplete',
  'same-place': 'incomplete',
  strange: 'incomplete',
  unknown: 'unknown',
  stale: 'stale',
  changed: 'changed',
  locked: 'locked',
  'lesson-first': 'lesson-first',
  'nothing-due': 'nothing-due',
  'not-open': 'not-open',
  'no-module': 'unknown',
}

export const stopped = (why: keyof typeof STOPPED): StoppedStep => ({
  kind: 'stopped',
  reason: REASONS[why],
  message: STOPPED[why],
})

/** The question a session is at, as people see it. */
export function questionStep(session: Session, { pack, signing, pseudonym }: Desk): QuestionStep | StoppedStep {
  const current = currentOf(session, pack)
  if (current.kind !== 'question') return stopped('changed')
  const { question, module, seed } = current
  return {
    kind: 'question',
    session: writeSession(session, signing, pseudonym),
    at: session.at + 1,
    of: session.questions.length,
    question: viewOf(question, module, seed),
  }
}
