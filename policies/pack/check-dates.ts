import type { BuiltPack } from './build.js'
import { at } from './locate.js'
import type { Problem } from './problem.js'
import type { Day } from './terms.js'

export function pastReview({ pack, merged }: BuiltPack, today: Day): Problem[] {
  return pack.rules
    .filter(rule => rule.review_by < today)
    .map(rule => ({
      ...at(merged, rule.id, 'review_by'),
      message: `Die Regel war bis ${rule.review_by} zu prüfen: bitte durchsehen und review_by neu setzen`,
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
  return [...ofRules, ...ofTools].flatMap(({ day, place }) =>
    day === undefined || isDay(day) ? [] : [{ ...place(), message: `Das Datum ${day} gibt es nicht` }],
  )
}

const isDay = (day: Day): boolean => !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day)
