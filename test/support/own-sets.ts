import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../../bot/paths.js'
import { type Answer, answer, type Context } from '../../policies/answer/index.js'
import type { Pack } from '../../policies/pack/pack-schema.js'

/** A question with what is expected of the answer; `turns` are asked in order, the last is the one that counts. */
export type OwnQuestion = {
  readonly id: string
  readonly q: string
  readonly turns?: readonly string[]
  readonly expect: readonly string[]
  readonly light: string
  readonly kind: string
  readonly split: 'answer' | 'abstain'
}

export const TODAY = '2026-11-23'

export function ownSet(name: string): OwnQuestion[] {
  return readFileSync(join(packageRoot(), 'test/eval', `${name}.jsonl`), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map(row => JSON.parse(row) as OwnQuestion)
}

/** The answer to the last turn, with the turns before as context. */
export function answerTo({ q, turns = [q] }: Pick<OwnQuestion, 'q' | 'turns'>, pack: Pack): Answer {
  let context: Context = []
  for (const turn of turns.slice(0, -1)) {
    const { topic } = answer(turn, pack, context, TODAY)
    if (topic.rules.length > 0) context = [...context, topic]
  }
  return answer(turns.at(-1) ?? q, pack, context, TODAY)
}

export const lightOf = (given: Answer): string =>
  given.kind === 'rule' || given.kind === 'breach' ? given.answer.light : 'keine'

export const isSilent = ({ kind }: Answer): boolean => kind === 'unknown' || kind === 'unreadable'
