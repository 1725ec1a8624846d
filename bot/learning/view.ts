import type { LearningView, StandingView } from '../../policies/learning-contract.js'
import type { Pack } from '../../policies/pack/pack-schema.js'
import type { Day } from '../../policies/pack/terms.js'
import { isApproved } from '../../policies/tools/approval.js'
import { hasTool } from '../../policies/tools/audience.js'
import type { Person } from '../../policies/tools/principal.js'
import {
  CERTIFICATES,
  type LearnerState,
  modulesMissingFor,
  type Plan,
  type Standing,
} from '../../policies/training/index.js'
import { CERTIFICATE_TITLES, COURSE_TITLES } from './texts.js'

export type ViewInput = {
  readonly plan: Plan
  readonly learner: LearnerState
  readonly pack: Pack
  readonly today: Day
  readonly person: Person
  readonly reminder: LearningView['reminder']
}

/** What a learner sees of a plan, for card and page alike. */
export function learningView({ plan, learner, pack, today, person, reminder }: ViewInput): LearningView {
  const { manifest, training, tools } = pack
  const standing = (value: Standing) => standingView(value, pack)
  return {
    ...(person.name === undefined ? {} : { name: person.name }),
    municipality: manifest.name,
    example: manifest.example,
    today,
    next: nextView(plan),
    due: plan.due.length,
    portion: training.settings.portion_questions,
    ...(plan.pausedUntil === undefined ? {} : { pausedUntil: plan.pausedUntil }),
    reminder,
    courses: plan.courses.map(({ course, certificate, open, done, modules }) => ({
      course,
      title: COURSE_TITLES[course],
      certificate: {
        id: CERTIFICATES[course],
        title: CERTIFICATE_TITLES[CERTIFICATES[course]] ?? CERTIFICATES[course],
        standing: standing(certificate),
      },
      open,
      done,
      modules: modules.map(({ module, standing: held, read, toLearn, locked }) => ({
        id: module.id,
        title: module.title,
        minutes: module.minutes,
        version: module.version,
        standing: standing(held),
        read,
        toLearn,
        locked,
      })),
    })),
    tools: tools
      .filter(tool => isApproved(tool, today) && hasTool(tool, person))
      .map(tool => ({
        id: tool.id,
        name: tool.name,
        missing: modulesMissingFor(tool, learner.passed, pack, today).map(({ title }) => title),
      })),
    round: { questions: training.settings.round_questions, share: training.settings.pass_share },
  }
}

function nextView({ next }: Plan): LearningView['next'] {
  switch (next.kind) {
    case 'repeat':
      return { kind: 'repeat' }
    case 'module':
      return { kind: 'module', module: next.plan.module.id, read: next.plan.read }
    case 'nothing':
      return { kind: 'nothing', ...(next.nextDue === undefined ? {} : { nextDue: next.nextDue }) }
  }
}

function standingView(standing: Standing, { rules }: Pack): StandingView {
  if (standing.kind === 'open') return { kind: 'open' }
  const { kind, since, until, because } = standing
  const title = rules.find(({ id }) => id === because)?.title ?? because
  return { kind, since, until, ...(title === undefined ? {} : { because: title }) }
}
