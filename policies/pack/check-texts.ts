import { rankingFor } from '../answer/answer.js'
import { plainWords } from '../language/fold.js'
import type { BuiltPack } from './build.js'
import { at } from './locate.js'
import type { Problem } from './problem.js'

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

export function wrongTone({ pack, merged }: BuiltPack): Problem[] {
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

export function sharedExamples({ pack, merged }: BuiltPack): Problem[] {
  const owner = new Map<string, string>()
  const problems: Problem[] = []
  for (const rule of pack.rules) {
    for (const [i, example] of rule.examples.entries()) {
      const key = plainWords(example)
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

/** Each rule's own examples must lead to it by their wording, or staff who ask much like that will not find it either. */
export function examplesThatMiss({ pack, merged }: BuiltPack): Problem[] {
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
