import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { z } from 'zod'
import { type Answer, answer, type Context } from '../../policies/answer/index.js'
import type { Pack } from '../../policies/pack/pack-schema.js'
import { formatProblem } from '../../policies/pack/problem.js'
import type { Day } from '../../policies/pack/terms.js'
import { loadPack } from '../packs/folder.js'
import { type Command, say } from './command.js'

const USAGE = 'npm run --silent eval -- answer [--pack=<Ordner>] < Fragen.jsonl'

const Row = z.union([
  z.object({ id: z.string(), turns: z.array(z.string()).min(1) }).transform(({ id, turns }) => ({ id, turns })),
  z.object({ id: z.string(), q: z.string() }).transform(({ id, q }) => ({ id, turns: [q] })),
])

/** Answers questions from standard input, one JSON line each, for measuring. Loads the base pack unless told otherwise. */
export const evaluate: Command = {
  name: 'eval',
  usage: USAGE,
  async run([what, ...options], { input, output, errors, today, packs }) {
    if (what !== 'answer') {
      say(errors, `So geht es: ${USAGE}`)
      return 2
    }
    const folder = options.find(option => option.startsWith('--pack='))?.slice('--pack='.length) ?? join(packs, 'basis')
    const { result, problems } = await loadPack(folder, today)
    if (!result.ok) {
      for (const problem of problems) say(errors, formatProblem(problem))
      return 1
    }
    for await (const line of lines(input)) {
      const row = parseRow(line.text)
      if (row === undefined) {
        say(errors, `Zeile ${line.number} ist keine gültige Frage: erwartet {"id","q"} oder {"id","turns":[…]}`)
        return 1
      }
      if (!output.write(`${JSON.stringify({ id: row.id, ...prediction(row.turns, result.built.pack, today) })}\n`)) {
        await new Promise(resolve => output.once('drain', resolve))
      }
    }
    return 0
  },
}

async function* lines(input: Readable): AsyncGenerator<{ text: string; number: number }> {
  let number = 0
  for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++
    if (text.trim()) yield { text, number }
  }
}

function parseRow(text: string): z.infer<typeof Row> | undefined {
  try {
    const parsed = Row.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : undefined
  } catch {
    return undefined
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
