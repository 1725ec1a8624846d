import { fold } from '../language/fold.js'
import type { BuiltPack } from './build.js'
import { at } from './locate.js'
import type { Problem } from './problem.js'

export function unknownIds({ pack, merged }: BuiltPack): Problem[] {
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

export function doubleIds({ pack, merged }: BuiltPack): Problem[] {
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

export function sharedNames({ pack, merged }: BuiltPack): Problem[] {
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
export function missingContacts({ pack, merged }: BuiltPack): Problem[] {
  if (pack.manifest.extends === undefined) return []
  const wanted = new Set([
    ...pack.rules.map(rule => rule.contact),
    ...(['datenschutz', 'ki-team', 'informationssicherheit', 'geheimschutz'] as const),
  ])
  return [...wanted]
    .filter(role => pack.contacts.roles[role] === undefined)
    .map(role => ({ ...merged.contacts.locate(['roles']), message: `Ansprechperson für „${role}“ fehlt` }))
}
