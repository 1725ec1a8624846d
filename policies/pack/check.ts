import type { Learned } from '../answer/learned.js'
import { indexOf } from '../answer/pack-index.js'
import { type BuildResult, type BuiltPack, buildPack } from './build.js'
import { impossibleDays, missingChanges, pastReview } from './check-dates.js'
import { doubleIds, missingContacts, sharedNames, unknownIds } from './check-ids.js'
import { sensitivityLabels } from './check-labels.js'
import { prompts } from './check-prompts.js'
import { protectLists, protectTexts } from './check-protect.js'
import { examplesThatMiss, sharedExamples, wrongTone } from './check-texts.js'
import { tools } from './check-tools.js'
import { training } from './check-training.js'
import { writing } from './check-writing.js'
import { type Problem, sortProblems } from './problem.js'
import type { PackFiles } from './read.js'
import type { Day } from './terms.js'

export type CheckResult = { readonly result: BuildResult; readonly problems: readonly Problem[] }

/**
 * Everything that is wrong with a pack, at once: shape first, and if the shape holds, meaning.
 * @param learned what was learned from this pack before, to save learning it again
 */
export function checkPack(own: PackFiles, base: PackFiles | undefined, today: Day, learned?: Learned): CheckResult {
  const result = buildPack(own, base)
  if (result.ok) indexOf(result.built.pack, learned)
  const problems = result.ok ? CHECKS.flatMap(check => check(result.built, today)) : result.problems
  return { result, problems: sortProblems(problems) }
}

type Check = (built: BuiltPack, today: Day) => Problem[]

const CHECKS: readonly Check[] = [
  unknownIds,
  doubleIds,
  pastReview,
  impossibleDays,
  wrongTone,
  sharedExamples,
  sharedNames,
  missingContacts,
  sensitivityLabels,
  tools,
  examplesThatMiss,
  protectTexts,
  protectLists,
  training,
  prompts,
  writing,
  missingChanges,
]
