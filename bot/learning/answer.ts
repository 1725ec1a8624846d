import { randomUUID } from 'node:crypto'
import type { AnswerStep, FeedbackView, FinishedStep, Step } from '../../policies/learning-contract.js'
import { sourceText } from '../../policies/pack/source-text.js'
import type { Module, Question } from '../../policies/pack/training-schema.js'
import {
  advanced,
  afterAnswer,
  currentOf,
  type Graded,
  grade,
  type Inputs,
  isPassed,
  isStale,
  planFor,
  readAnswer,
  rulesVersion,
  type Session,
} from '../../policies/training/index.js'
import { issueEarned } from './certificates.js'
import type { Desk } from './desk.js'
import { activeRecord } from './learner.js'
import { readSession } from './session-token.js'
import { questionStep, stopped } from './steps.js'
import { CERTIFICATE_TITLES } from './texts.js'

/** Shows the question of a round again. */
export function resumed(token: string, desk: Desk): Step {
  const session = readSession(token, desk.signing, desk.pseudonym)
  if (!session) return stopped('unknown')
  return isStale(session, desk.today) ? stopped('stale') : questionStep(session, desk)
}

/** One answer: read, grade, remember for repetition, go on; at the end of a passed round the proof. */
export async function answerTo(token: string, inputs: Inputs, desk: Desk): Promise<AnswerStep> {
  const { pack, today } = desk
  const session = readSession(token, desk.signing, desk.pseudonym)
  if (!session) return stopped('unknown')
  if (isStale(session, today)) return stopped('stale')
  const current = currentOf(session, pack)
  if (current.kind !== 'question') return stopped('changed')
  const { question } = current
  const read = readAnswer(question, inputs, current.seed)
  if (!read.ok) return stopped(read.problem)
  const graded = grade(question, read.answer, pack.training.settings.pass_share)
  await remember(question, graded.right, desk)
  const next = advanced(session, graded.right)
  const isLast = next.at >= next.questions.length
  const after = isLast ? await finish(next, desk) : questionStep(next, desk)
  return { kind: 'feedback', feedback: feedbackOf(question, graded, desk), after }
}

/** Only the first answer of a day counts for repetition: a second click, another device or a second try changes nothing. */
async function remember(question: Question, right: boolean, desk: Desk): Promise<void> {
  const { known, pack, today, pseudonym, store } = desk
  if (known.record?.lastActive !== today) await store.learning.saveLearner(pseudonym, activeRecord(known.record, today))
  const before = known.states.find(state => state.question === question.id)
  if (before && before.lastReview >= today) return
  const after = afterAnswer(question.id, before, right, today, rulesVersion(question, pack))
  await store.learning.review(pseudonym, before, after)
}

async function finish(session: Session, desk: Desk): Promise<FinishedStep> {
  const { pack } = desk
  const module = pack.training.modules.find(({ id }) => id === session.module)
  const passed = isPassed(session, pack.training.settings.pass_share)
  const certificates = module && passed ? await prove(module, desk) : []
  const following = module && passed ? await nextModule(desk) : undefined
  return {
    kind: 'finished',
    round: session.kind,
    ...(module ? { module: { id: module.id, title: module.title } } : {}),
    passed,
    right: session.right,
    of: session.questions.length,
    certificates: certificates.map(id => ({ id, title: CERTIFICATE_TITLES[id] ?? id })),
    ...(following ? { nextModule: { id: following.id, title: following.title } } : {}),
  }
}

/** Notes that a module was passed, and the certificates that are complete with it. */
async function prove(module: Module, desk: Desk): Promise<string[]> {
  const { person, pack, today, store } = desk
  await store.proofs.add({
    id: randomUUID(),
    person: person.id,
    name: person.name,
    subject: module.id,
    version: module.version,
    day: today,
    provider: undefined,
  })
  return issueEarned({ person, pack, today, proofs: store.proofs })
}

async function nextModule({ person, pack, today, store, known }: Desk): Promise<Module | undefined> {
  const passed = await store.proofs.of(person.id)
  const { next } = planFor({ ...known, passed, states: [] }, pack, today)
  return next.kind === 'module' ? next.plan.module : undefined
}

function feedbackOf(question: Question, { right, rows, why }: Graded, { pack }: Desk): FeedbackView {
  const rules = pack.rules.filter(({ id }) => question.rules.includes(id))
  return {
    right,
    rows: [...rows],
    why,
    rules: rules.map(({ id, title }) => ({ id, title })),
    sources: question.sources.map(source => sourceText(source, 'de')),
  }
}
