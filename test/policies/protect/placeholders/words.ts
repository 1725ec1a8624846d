import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { packsFolder } from '../../../../bot/paths.js'
import { ProtectTexts } from '../../../../policies/pack/protect-schema.js'
import { DETECTORS } from '../../../../policies/protect/detectors/index.js'
import { createRestorer, type Finding, type Kind, type Restored } from '../../../../policies/protect/index.js'
import { readMarks } from '../../../support/marked-text.js'

const file = readFileSync(join(packsFolder(), 'basis/protect/kinds.yaml'), 'utf8')
const words = new Map(ProtectTexts.parse(parse(file)).kinds.map(({ id, placeholder }) => [id, placeholder]))

/** The placeholder word of the base pack. */
export const wordOf = (kind: Kind): string | undefined => words.get(kind)

/** A finding as the engine would give it. */
export function findingOf(kind: Kind, start: number, end: number, change: Partial<Finding> = {}): Finding {
  const detector = DETECTORS.find(one => one.kind === kind)
  if (!detector) throw new Error(`no detector for ${kind}`)
  const { class: usual, replaceable } = detector
  return { kind, start, end, certainty: 'sicher', reason: 'form', class: usual, replaceable, ...change }
}

/** Text and findings of a text with marks: "[[IBAN|DE89 …]]", "[[Birgit Krüger]]" for a person. */
export function marked(example: string): { text: string; findings: Finding[] } {
  const { text, marks } = readMarks(example, 'PERSON')
  return { text, findings: marks.map(({ type, start, end }) => findingOf(type, start, end)) }
}

/** Everything a restorer gives for an answer that comes in these pieces. */
export function restore(map: ReadonlyMap<string, string>, chunks: readonly string[]): Restored {
  const restorer = createRestorer(map)
  const parts = chunks.map(chunk => restorer.push(chunk))
  const { text, ...rest } = restorer.end()
  return { text: parts.join('') + text, ...rest }
}
