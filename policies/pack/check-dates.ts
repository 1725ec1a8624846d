import type { BuiltPack } from './build.js'
import { at, ofModule } from './locate.js'
import type { Problem } from './problem.js'
import type { Day } from './terms.js'

export function pastReview({ pack, merged }: BuiltPack, today: Day): Problem[] {
  const rules = pack.rules
    .filter(rule => rule.review_by < today)
    .map(rule => ({
      ...at(merged, rule.id, 'review_by'),
      message: `Die Regel war bis ${rule.review_by} zu prüfen: bitte durchsehen und review_by neu setzen`,
      overdue: true as const,
    }))
  const questions = pack.training.modules.flatMap(module =>
    module.questions.flatMap(({ id, review_by }, index) =>
      review_by < today
        ? [
            {
              ...ofModule(merged, module.id, 'questions', index, 'review_by'),
              message: `Die Frage „${id}“ war bis ${review_by} zu prüfen: bitte durchsehen, stand und review_by neu setzen`,
              overdue: true as const,
            },
          ]
        : [],
    ),
  )
  return [...rules, ...questions]
}

/** Who looks a rule up wants to know what is new in it. */
export function missingChanges({ pack, merged }: BuiltPack): Problem[] {
  return pack.rules
    .filter(({ version, changes }) => version > 1 && changes.every(change => change.version !== version))
    .map(({ id, version }) => ({
      ...at(merged, id, 'version'),
      message: `Was ist neu in Fassung ${version}? Bitte unter changes eintragen: version, on, what`,
    }))
}

export function impossibleDays({ pack, merged }: BuiltPack): Problem[] {
  const keys = ['valid_from', 'review_by', 'applies_from'] as const
  const ofRules = pack.rules.flatMap(rule => [
    ...keys.map(key => ({ day: rule[key], place: () => at(merged, rule.id, key) })),
    ...rule.cases.map(({ applies_from }, i) => ({
      day: applies_from,
      place: () => at(merged, rule.id, 'cases', i, 'applies_from'),
    })),
  ])
  const ofTools = pack.tools.map(({ approved_until }, i) => ({
    day: approved_until,
    place: () => merged.tools.locate(['tools', i, 'approved_until']),
  }))
  const ofQuestions = pack.training.modules.flatMap(module =>
    module.questions.flatMap((question, i) =>
      (['stand', 'review_by'] as const).map(key => ({
        day: question[key],
        place: () => ofModule(merged, module.id, 'questions', i, key),
      })),
    ),
  )
  return [...ofRules, ...ofTools, ...ofQuestions].flatMap(({ day, place }) =>
    day === undefined || isDay(day) ? [] : [{ ...place(), message: `Das Datum ${day} gibt es nicht` }],
  )
}

const isDay = (day: Day): boolean => !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day)
