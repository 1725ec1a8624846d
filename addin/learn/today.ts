import type { LearningView, ModuleView } from '../../policies/learning-contract.js'
import type { Day } from '../../policies/pack/terms.js'

/** The one thing to do now. */
export type TodayStep =
  | { readonly kind: 'repeat'; readonly questions: number }
  | { readonly kind: 'module'; readonly module: ModuleView }
  | { readonly kind: 'pause'; readonly until: Day }
  | { readonly kind: 'nothing'; readonly nextDue: Day | undefined }

export function stepOf(view: LearningView): TodayStep {
  const { next, due, portion, pausedUntil } = view
  if (next.kind === 'repeat') return { kind: 'repeat', questions: Math.min(due, portion) }
  const module = next.kind === 'module' ? moduleIn(view, next.module) : undefined
  if (module) return { kind: 'module', module }
  if (pausedUntil !== undefined) return { kind: 'pause', until: pausedUntil }
  return { kind: 'nothing', nextDue: next.kind === 'nothing' ? next.nextDue : undefined }
}

const moduleIn = ({ courses }: LearningView, id: string): ModuleView | undefined =>
  courses.flatMap(({ modules }) => modules).find(module => module.id === id)

export type Notice =
  /** A certificate that can be renewed now, or is no longer valid. */
  | { readonly kind: 'ends' | 'ended'; readonly title: string; readonly day: Day }
  /** A rule changed, so a module has to be learned again. */
  | {
      readonly kind: 'changed' | 'changed-ended'
      readonly rule: string
      readonly day: Day
      readonly module: ModuleView
    }

/** Whatever ends or has ended, with its day and the reason. */
export const noticesOf = ({ courses }: LearningView): Notice[] =>
  courses.flatMap(({ certificate, modules }) => [
    ...certificateNotice(certificate, modules),
    ...modules.flatMap(module => changeNotice(module)),
  ])

function certificateNotice(
  { title, standing }: LearningView['courses'][number]['certificate'],
  modules: readonly ModuleView[],
): Notice[] {
  if (standing.kind === 'ended') return [{ kind: 'ended', title, day: standing.until }]
  const renewable = modules.some(({ toLearn }) => toLearn)
  return standing.kind === 'valid' && renewable ? [{ kind: 'ends', title, day: standing.until }] : []
}

function changeNotice(module: ModuleView): Notice[] {
  const { standing } = module
  if (standing.kind === 'open' || standing.because === undefined) return []
  const kind = standing.kind === 'valid' ? 'changed' : 'changed-ended'
  return [{ kind, rule: standing.because, day: standing.until, module }]
}

/** The KI-Pass that counts today, if there is one: only then there is something to download. */
export const hasPass = ({ courses }: LearningView): boolean =>
  courses.some(({ course, certificate }) => course === 'grundkurs' && certificate.standing.kind === 'valid')

/** "G3", as people call a module. */
export const codeOf = ({ id }: { readonly id: string }): string => id.toUpperCase()
