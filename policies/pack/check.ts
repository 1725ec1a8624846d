import { rankingFor } from '../answer/answer.js'
import type { Learned } from '../answer/learned.js'
import { indexOf } from '../answer/pack-index.js'
import { fold } from '../language/fold.js'
import { type BuildResult, type BuiltPack, buildPack } from './build.js'
import type { MergedPack } from './merge.js'
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
  approvalsWithoutClass,
  examplesThatMiss,
]

const at = (merged: MergedPack, rule: string, ...path: PropertyKey[]) =>
  merged.rules.get(rule)?.locate(path) ?? { file: rule, line: 1 }

function unknownIds({ pack, merged }: BuiltPack): Problem[] {
  const rules = new Set(pack.rules.map(rule => rule.id))
  const purposes = new Set(pack.lexicon.purposes.map(purpose => purpose.id))
  const tools = new Set(pack.tools.map(tool => tool.id))
  const problems: Problem[] = []
  for (const rule of pack.rules) {
    for (const [i, id] of rule.related.entries()) {
      if (!rules.has(id) || id === rule.id)
        problems.push({ ...at(merged, rule.id, 'related', i), message: `Verwandte Regel „${id}“ gibt es nicht` })
    }
    for (const [i, { when }] of rule.cases.entries()) {
      for (const id of when.purpose ?? []) {
        if (!purposes.has(id))
          problems.push({ ...at(merged, rule.id, 'cases', i), message: `Zweck „${id}“ steht nicht in lexicon.yaml` })
      }
    }
  }
  for (const [list, entries] of [
    ['data', pack.lexicon.data],
    ['purposes', pack.lexicon.purposes],
  ] as const) {
    for (const [i, entry] of entries.entries()) {
      if (entry.rule && !rules.has(entry.rule))
        problems.push({ ...merged.lexicon.locate([list, i, 'rule']), message: `Regel „${entry.rule}“ gibt es nicht` })
    }
  }
  for (const [i, tool] of pack.tools.entries()) {
    if (tool.same_name_as && !tools.has(tool.same_name_as))
      problems.push({
        ...merged.tools.locate(['tools', i, 'same_name_as']),
        message: `Werkzeug „${tool.same_name_as}“ gibt es nicht`,
      })
  }
  for (const id of Object.keys(pack.manifest.state_law)) {
    if (!rules.has(id))
      problems.push({ ...merged.manifest.locate(['state_law', id]), message: `Regel „${id}“ gibt es nicht` })
  }
  return problems
}

function doubleIds({ pack, merged }: BuiltPack): Problem[] {
  const { lexicon } = pack
  const lists = [
    ...(['data', 'purposes', 'concepts', 'small_talk'] as const).map(key => ({
      key,
      entries: lexicon[key],
      located: merged.lexicon,
    })),
    { key: 'elsewhere', entries: pack.elsewhere, located: merged.elsewhere },
    { key: 'tools', entries: pack.tools, located: merged.tools },
  ]
  return lists.flatMap(({ key, entries, located }) =>
    repeated(entries.map(entry => entry.id)).map(i => ({
      ...located.locate([key, i]),
      message: `Kennung „${entries[i]?.id}“ gibt es schon`,
    })),
  )
}

/** Positions of values that stood before, compared without case and umlauts. */
function repeated(values: readonly string[]): number[] {
  const seen = new Set<string>()
  return values.flatMap((value, position) => {
    const key = fold(value)
    if (seen.has(key)) return [position]
    seen.add(key)
    return []
  })
}

function pastReview({ pack, merged }: BuiltPack, today: Day): Problem[] {
  return pack.rules
    .filter(rule => rule.review_by < today)
    .map(rule => ({
      ...at(merged, rule.id, 'review_by'),
      message: `Die Regel war bis ${rule.review_by} zu prüfen: bitte durchsehen und review_by neu setzen`,
    }))
}

function impossibleDays({ pack, merged }: BuiltPack): Problem[] {
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

/** Expressions no rule may use, with what to write instead. */
const WRONG_TONE = [
  {
    pattern: /DSB[-\s]?Freigabe/i,
    message:
      '„DSB-Freigabe“ gibt es nicht: „schriftliche Stellungnahme der oder des Datenschutzbeauftragten und Entscheidung der Leitung“ schreiben',
  },
  {
    pattern: /\p{L}[*:_]innen/u,
    message: 'Bitte ohne Sonderzeichen gendern: „Mitarbeitende“, „Bürgerinnen und Bürger“',
  },
]

function wrongTone({ pack, merged }: BuiltPack): Problem[] {
  return pack.rules.flatMap(rule => {
    const { short, why, instead } = rule.text
    const texts: readonly (readonly [PropertyKey[], string])[] = [
      [['title'], rule.title],
      [['text', 'short'], short],
      [['text', 'why'], why],
      [['text', 'do'], rule.text.do.join(' ')],
      [['text', 'dont'], rule.text.dont.join(' ')],
      [['text', 'instead'], instead.join(' ')],
      ...rule.cases.map((entry, i): readonly [PropertyKey[], string] => [['cases', i], entry.reason]),
    ]
    return texts.flatMap(([path, text]) =>
      WRONG_TONE.filter(({ pattern }) => pattern.test(text)).map(({ message }) => ({
        ...at(merged, rule.id, ...path),
        message,
      })),
    )
  })
}

function sharedExamples({ pack, merged }: BuiltPack): Problem[] {
  const owner = new Map<string, string>()
  const problems: Problem[] = []
  for (const rule of pack.rules) {
    for (const [i, example] of rule.examples.entries()) {
      const key = fold(example)
        .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
        .trim()
      const other = owner.get(key)
      if (other !== undefined && other !== rule.id)
        problems.push({
          ...at(merged, rule.id, 'examples', i),
          message: `Diese Beispielfrage steht auch bei „${other}“: Eine Frage gehört zu genau einer Regel`,
        })
      owner.set(key, rule.id)
    }
  }
  return problems
}

function sharedNames({ pack, merged }: BuiltPack): Problem[] {
  const lists = [
    {
      located: merged.tools,
      entries: pack.tools.map((tool, i) => ({
        id: tool.id,
        words: [...tool.aliases, ...(tool.misspellings ?? [])],
        path: ['tools', i],
      })),
    },
    {
      located: merged.lexicon,
      entries: pack.lexicon.data.map((kind, i) => ({ id: kind.id, words: kind.words, path: ['data', i] })),
    },
  ]
  return lists.flatMap(({ located, entries }) => {
    const owner = new Map<string, string>()
    return entries.flatMap(({ id, words, path }) =>
      words.flatMap(word => {
        const other = owner.get(word.toLowerCase())
        owner.set(word.toLowerCase(), id)
        return other === undefined || other === id
          ? []
          : [
              {
                ...located.locate(path),
                message: `„${word}“ steht auch bei „${other}“: Ein Wort gehört zu genau einem Eintrag`,
              },
            ]
      }),
    )
  })
}

/** A municipality names a person for every role its rules send people to; the base pack knows nobody. */
function missingContacts({ pack, merged }: BuiltPack): Problem[] {
  if (pack.manifest.extends === undefined) return []
  const wanted = new Set([
    ...pack.rules.map(rule => rule.contact),
    ...(['datenschutz', 'ki-team', 'informationssicherheit', 'geheimschutz'] as const),
  ])
  return [...wanted]
    .filter(role => pack.contacts.roles[role] === undefined)
    .map(role => ({ ...merged.contacts.locate(['roles']), message: `Ansprechperson für „${role}“ fehlt` }))
}

function approvalsWithoutClass({ pack, merged }: BuiltPack): Problem[] {
  return pack.tools.flatMap((tool, i) =>
    (tool.status === 'freigegeben' || tool.status === 'pilot') && tool.class === 'W0'
      ? [
          {
            ...merged.tools.locate(['tools', i]),
            message: `„${tool.name}“ ist freigegeben, aber noch Klasse W0: bitte W1, W2 oder W3 eintragen`,
          },
        ]
      : [],
  )
}

/** Each rule's own examples must lead to it by their wording, or staff who ask much like that will not find it either. */
function examplesThatMiss({ pack, merged }: BuiltPack): Problem[] {
  return pack.rules.flatMap(rule =>
    rule.examples.flatMap((example, i) => {
      const place = at(merged, rule.id, 'examples', i)
      // What the base pack wrote is checked with the base pack; a municipality answers for its own examples.
      if (!place.file.startsWith(`${merged.folder}/`)) return []
      const found = rankingFor(example, pack)
      if (found.slice(0, READINGS).includes(rule.id)) return []
      return [
        {
          ...place,
          message: `Diese Beispielfrage findet die Regel nicht, sondern „${found[0]}“: anders fragen oder Wörter ergänzen`,
        },
      ]
    }),
  )
}

/** An example counts as found among the first three, because those are the readings a person is offered. */
const READINGS = 3
