import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { z } from 'zod'
import { type Answer, answer, type Context } from '../../policies/answer/index.js'
import type { Pack } from '../../policies/pack/pack-schema.js'
import { formatProblem } from '../../policies/pack/problem.js'
import type { Day } from '../../policies/pack/terms.js'
import { assess, engineOf } from '../../policies/protect/index.js'
import { loadPack } from '../packs/folder.js'
import { type Command, say } from './command.js'
import { jsonLines } from './json-lines.js'

const USAGE =
  'npm run --silent eval -- answer [--pack=<Ordner>] < Fragen.jsonl\n  npm run --silent eval -- protect [--pack=<Ordner>] < Texte.jsonl'

const QuestionRow = z.union([
  z.object({ id: z.string(), turns: z.array(z.string()).min(1) }).transform(({ id, turns }) => ({ id, turns })),
  z.object({ id: z.string(), q: z.string() }).transform(({ id, q }) => ({ id, turns: [q] })),
])
const TextRow = z.object({ id: z.string(), text: z.string() })

/** Answers questions or checks texts from standard input, one JSON line each, for measuring. Loads the base pack unless told otherwise. */
export const evaluate: Command = {
  name: 'eval',
  usage: USAGE,
  async run([what = '', ...options], { input, output, errors, today, packs }) {
    const measure = what === 'answer' ? answers : what === 'protect' ? checks : undefined
    if (!measure) {
      say(errors, `So geht es: ${USAGE}`)
      return 2
    }
    const folder = options.find(option => option.startsWith('--pack='))?.slice('--pack='.length) ?? join(packs, 'basis')
    const { result, problems } = await loadPack(folder, today)
    if (!result.ok) {
      for (const problem of problems) say(errors, formatProblem(problem))
      return 1
    }
    for await (const line of measure(input, result.built.pack, today)) {
      if (typeof line === 'string') {
        say(errors, line)
        return 1
      }
      if (!output.write(`${JSON.stringify(line)}\n`)) await new Promise(resolve => output.once('drain', resolve))
    }
    return 0
  },
}

type Lines = AsyncGenerator<string | Readonly<Record<string, unknown>>>

/** One prediction a question, or a German sentence about the first line that is none. */
async function* answers(input: Readable, pack: Pack, today: Day): Lines {
  for await (const { number, row } of jsonLines(input, QuestionRow)) {
    if (!row) {
      yield `Zeile ${number} ist keine gültige Frage: erwartet {"id","q"} oder {"id","turns":[…]}`
      return
    }
    yield { id: row.id, ...prediction(row.turns, pack, today) }
  }
}

/** One verdict a text, for an open tool (W1), by what is recognised alone. */
async function* checks(input: Readable, pack: Pack): Lines {
  const engine = engineOf(pack)
  for await (const { number, row } of jsonLines(input, TextRow)) {
    if (!row) {
      yield `Zeile ${number} ist kein gültiger Text: erwartet {"id","text"}`
      return
    }
    const { findings, uncovered } = engine.check(row.text)
    const { verdict } = assess({ findings, uncovered, tool: 'W1', declared: undefined, pseudonymisedInto: [] })
    yield { id: row.id, spans: findings.map(({ start, end, kind }) => ({ start, end, type: kind })), verdict }
  }
}

const MOST_RULES = 10

function prediction(turns: readonly string[], pack: Pack, today: Day) {
  let context: Context = []
  let last: Answer | undefined
  for (const turn of turns) {
    last = answer(turn, pack, context, today)
    if (last.topic.rules.length > 0) context = [...context, last.topic]
  }
  const answered = last?.kind === 'rule' || last?.kind === 'breach' ? last : undefined
  return {
    rules: last?.ranked.slice(0, MOST_RULES) ?? [],
    abstained: last?.kind === 'unknown' || last?.kind === 'unreadable',
    smalltalk: last?.kind === 'small-talk',
    light: answered?.answer.light ?? 'keine',
  }
}
