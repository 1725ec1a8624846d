import type { Pack } from '../pack/pack-schema.js'
import type { Day } from '../pack/terms.js'
import type { Tool } from '../pack/tool-schema.js'
import type { Course, Module } from '../pack/training-schema.js'
import { earlier, plusDays, plusMonths } from './days.js'

/** A proof as far as it counts here: what was passed, when. */
export type Passed = { readonly subject: string; readonly day: Day; readonly provider?: string | undefined }

/** The certificate at the end of a course; its id is the subject of the proof. */
export const CERTIFICATES: Readonly<Record<Course, string>> = { grundkurs: 'ki-pass', lotsen: 'lotsen' }

/** Counts up to and including a day, no longer, or never did. `because`: the changed rule that ends it before its time. */
export type Standing =
  | { readonly kind: 'open' }
  | { readonly kind: 'valid'; readonly since: Day; readonly until: Day; readonly because?: string }
  | { readonly kind: 'ended'; readonly since: Day; readonly until: Day; readonly because?: string }

type Content = Pick<Pack, 'rules' | 'training'>

export const modulesOf = ({ training }: Content, course: Course): Module[] =>
  training.modules.filter(module => module.course === course)

/** Where somebody stands with a module. */
export function moduleStanding(module: Module, passed: readonly Passed[], content: Content, today: Day): Standing {
  return standing(newest(module.id, passed), [module], content, today)
}

/** Where somebody stands with the certificate of a course. */
export function certificateStanding(course: Course, passed: readonly Passed[], content: Content, today: Day): Standing {
  const certificate = newest(CERTIFICATES[course], passed)
  const covered = modulesOf(content, course)
  if (!certificate) return { kind: 'open' }
  // A module learned again after its rule changed keeps the certificate alive.
  const relearned = covered.filter(module => (newest(module.id, passed)?.day ?? '') <= certificate.day)
  return standing(certificate, relearned, content, today)
}

function standing(proof: Passed | undefined, modules: readonly Module[], content: Content, today: Day): Standing {
  if (!proof) return { kind: 'open' }
  const { valid_months, retrain_notice_days } = content.training.settings
  const natural = plusDays(plusMonths(proof.day, valid_months), -1)
  const changed = retrainedAfter(proof.day, modules, content)
  const noticed = changed && plusDays(changed.valid_from, retrain_notice_days - 1)
  const until = noticed ? earlier(natural, noticed) : natural
  const because = changed && noticed && noticed < natural ? { because: changed.id } : {}
  return { kind: today <= until ? 'valid' : 'ended', since: proof.day, until, ...because }
}

/** The first rule marked `retrain: required` that changed after a day, among those the modules teach. */
function retrainedAfter(day: Day, modules: readonly Module[], { rules }: Content) {
  const taught = new Set(modules.flatMap(module => module.rules))
  return rules
    .filter(rule => rule.retrain === 'required' && taught.has(rule.id) && rule.valid_from > day)
    .sort((a, b) => (a.valid_from < b.valid_from ? -1 : 1))[0]
}

export function newest(subject: string, passed: readonly Passed[]): Passed | undefined {
  return passed
    .filter(proof => proof.subject === subject)
    .reduce<Passed | undefined>((last, proof) => (last && last.day >= proof.day ? last : proof), undefined)
}

/** From which day on a module counts for the next certificate of its course: after an old one, only when learned again. */
function countsFrom(course: Course, passed: readonly Passed[], content: Content, today: Day): Day {
  const { valid_months, renew_days } = content.training.settings
  const old = newest(CERTIFICATES[course], passed)
  const renewal = old && plusDays(plusMonths(old.day, valid_months), -renew_days)
  const oldest = plusMonths(today, -valid_months)
  return renewal && renewal > oldest ? renewal : oldest
}

/**
 * Certificates somebody has earned and does not hold: every module of the course counts, and none that is still valid
 * covers the day on which it may be renewed. The course of the Digitallotsen needs a valid KI-Pass.
 */
export function earned(passed: readonly Passed[], content: Content, today: Day): string[] {
  const gained: string[] = []
  for (const course of ['grundkurs', 'lotsen'] as const) {
    const held = [...passed, ...gained.map(subject => ({ subject, day: today }))]
    if (course === 'lotsen' && certificateStanding('grundkurs', held, content, today).kind !== 'valid') continue
    if (isEarned(course, held, content, today)) gained.push(CERTIFICATES[course])
  }
  return gained
}

function isEarned(course: Course, passed: readonly Passed[], content: Content, today: Day): boolean {
  const modules = modulesOf(content, course)
  const from = countsFrom(course, passed, content, today)
  if (modules.length === 0 || !mayRenew(course, passed, content, today)) return false
  return modules.every(module => {
    const day = newest(module.id, passed)?.day
    return day !== undefined && day >= from && moduleStanding(module, passed, content, today).kind === 'valid'
  })
}

/** Whether there is no certificate, or its natural end is near or over. A changed rule alone asks for no renewal. */
function mayRenew(course: Course, passed: readonly Passed[], { training }: Content, today: Day): boolean {
  const { valid_months, renew_days } = training.settings
  const certificate = newest(CERTIFICATES[course], passed)
  return !certificate || today >= plusDays(plusMonths(certificate.day, valid_months), -renew_days)
}

/**
 * Whether a module is to be learned now. Under a certificate only those whose rule changed; otherwise what is open, ended,
 * or part of a renewal that has begun.
 */
export function isToLearn(module: Module, passed: readonly Passed[], content: Content, today: Day): boolean {
  const certificate = newest(CERTIFICATES[module.course], passed)
  if (certificate && !mayRenew(module.course, passed, content, today)) {
    const own = newest(module.id, passed)
    const learned = own && own.day > certificate.day ? own.day : certificate.day
    return retrainedAfter(learned, [module], content) !== undefined
  }
  const held = moduleStanding(module, passed, content, today)
  if (held.kind !== 'valid' || held.because !== undefined) return true
  return certificate !== undefined && held.since < countsFrom(module.course, passed, content, today)
}

/**
 * The modules somebody still needs before a tool may be used: those the tool names, otherwise the whole basic course.
 * A valid KI-Pass covers every module of the basic course.
 */
export function modulesMissingFor(
  tool: Pick<Tool, 'id' | 'modules'>,
  passed: readonly Passed[],
  content: Content,
  today: Day,
): Module[] {
  const needed = tool.modules
    ? content.training.modules.filter(({ id }) => tool.modules?.includes(id))
    : modulesOf(content, 'grundkurs')
  const covered = certificateStanding('grundkurs', passed, content, today).kind === 'valid'
  return needed.filter(
    module =>
      !(covered && module.course === 'grundkurs') &&
      moduleStanding(module, passed, content, today).kind !== 'valid' &&
      isToLearn(module, passed, content, today),
  )
}
