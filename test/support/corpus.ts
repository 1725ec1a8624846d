import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../../bot/paths.js'
import { KINDS, type Kind, type Verdict } from '../../policies/protect/index.js'
import { type Mark, readMarks } from './marked-text.js'

/** One text with what must be found in it; the shape the scorer of the development sets reads. */
export type CorpusText = {
  readonly id: string
  readonly text: string
  readonly spans: readonly Mark[]
  readonly verdict: Verdict
  readonly family: string
}

/** Files whose texts hold nothing, or only what a person should look at, unless they say otherwise. */
const USUAL: Readonly<Record<string, Verdict>> = {
  harmless: 'allow',
  topics: 'allow',
  negatives: 'allow',
  office: 'warn',
}

/** All texts of a folder of marked text files; texts are separated by lines of three hyphens. */
export function readCorpus(folder: string): CorpusText[] {
  const path = join(packageRoot(), folder)
  return readdirSync(path)
    .filter(name => name.endsWith('.txt'))
    .sort()
    .flatMap(name => readCorpusFile(name.replace('.txt', ''), readFileSync(join(path, name), 'utf8')))
}

function readCorpusFile(family: string, source: string): CorpusText[] {
  const body = source.replace(/^(?:#[^\n]*\n|\n)+/, '')
  return body
    .split(/^---[ \t]*$/m)
    .map(part => part.replace(/^\n+|\s+$/g, ''))
    .filter(part => part !== '')
    .map((part, at) => {
      const [, said, rest = ''] = /^(?:@(warn|allow|block)[ \t]*\n)?([\s\S]*)$/.exec(part) ?? []
      const { text, marks } = readMarks(rest, usualKind(family))
      const verdict = (said as Verdict | undefined) ?? USUAL[family] ?? 'block'
      return { id: `${family}-${String(at + 1).padStart(3, '0')}`, text, spans: marks, verdict, family }
    })
}

function usualKind(family: string): Kind {
  const kind = family.toUpperCase().replaceAll('-', '_')
  return KINDS.find(one => one === kind) ?? 'PERSON'
}
