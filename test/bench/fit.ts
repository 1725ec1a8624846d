// Fits the weights of policies/answer/weights.ts and confidence.ts on the project's own questions (set a) and shows how
// they do on set b, which they never saw. Run: npm run bench -- fit
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadPack } from '../../bot/packs/folder.js'
import { packageRoot } from '../../bot/paths.js'
import { type Signs, signsOf } from '../../policies/answer/confidence.js'
import { followUp } from '../../policies/answer/follow-up.js'
import { answer, type Context } from '../../policies/answer/index.js'
import { indexOf } from '../../policies/answer/pack-index.js'
import { type Evidence, evidenceOf, rank } from '../../policies/answer/rank.js'
import { understand } from '../../policies/answer/understand.js'
import { WEIGHTS } from '../../policies/answer/weights.js'
import type { Pack } from '../../policies/pack/pack-schema.js'

type Row = { id: string; q: string; turns?: string[]; expect: string[]; kind: string; split: 'answer' | 'abstain' }
type Case = {
  readonly row: Row
  readonly base: Float64Array
  readonly evidence: Evidence[]
  readonly right: number[]
  readonly signs: Signs
  readonly leaning: boolean
}

const TODAY = '2026-11-23'

function caseOf(row: Row, pack: Pack): Case {
  const index = indexOf(pack)
  const turns = row.turns ?? [row.q]
  let context: Context = []
  for (const turn of turns.slice(0, -1)) {
    const { topic } = answer(turn, pack, context, TODAY)
    if (topic.rules.length > 0) context = [...context, topic]
  }
  const alone = understand(turns.at(-1) ?? '', index)
  const { understood, before } = followUp(alone, context, pack, () => index.retriever.retrieve(alone.words).elsewhere)
  const ranking = rank(understood, before, pack, index)
  return {
    row,
    base: ranking.retrieval.rules,
    evidence: evidenceOf(understood, before, pack),
    right: row.expect.flatMap(id => index.position.get(id) ?? []),
    signs: signsOf(understood, ranking),
    leaning: before !== undefined,
  }
}

type Weights = Record<keyof typeof WEIGHTS, number>
const NAMES = Object.keys(WEIGHTS) as (keyof typeof WEIGHTS)[]

function scored(
  { base, evidence }: Case,
  weights: Weights,
  scale: number,
  position: ReadonlyMap<string, number>,
): Float64Array {
  const scores = base.map(value => value * scale)
  for (const { rule, sign, share } of evidence) {
    const at = position.get(rule)
    if (at !== undefined) scores[at] = (scores[at] ?? 0) + weights[sign] * share
  }
  return scores
}

function fitRanking(cases: readonly Case[], position: ReadonlyMap<string, number>): Weights {
  const weights: Weights = { ...WEIGHTS }
  for (let pass = 0; pass < 400; pass++) {
    const gradient = Object.fromEntries(NAMES.map(name => [name, 0])) as Weights
    for (const given of cases) {
      const scores = scored(given, weights, 1, position)
      const highest = Math.max(...scores)
      const parts = scores.map(score => Math.exp(score - highest))
      const whole = parts.reduce((a, b) => a + b, 0)
      const right = given.right.reduce((sum, at) => sum + (parts[at] ?? 0), 0)
      for (const { rule, sign, share } of given.evidence) {
        const at = position.get(rule)
        if (at === undefined) continue
        const part = parts[at] ?? 0
        gradient[sign] += share * ((given.right.includes(at) ? part / right : 0) - part / whole)
      }
    }
    for (const name of NAMES) weights[name] += (6 / cases.length) * (gradient[name] - 0.05 * weights[name])
  }
  return weights
}

function top(cases: readonly Case[], weights: Weights, position: ReadonlyMap<string, number>): string {
  const hits = (count: number): number =>
    cases.filter(given => {
      const scores = scored(given, weights, 1, position)
      const best = [...scores.keys()].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0)).slice(0, count)
      return best.some(at => given.right.includes(at))
    }).length
  return [1, 3].map(count => ((100 * hits(count)) / cases.length).toFixed(1)).join(' / ')
}

const SIGNS: (keyof Signs)[] = [
  'strongAi',
  'weakAi',
  'best',
  'data',
  'purpose',
  'expressly',
  'task',
  'elsewhere',
  'elsewhereWords',
  'unknown',
]

function fitConfidence(cases: readonly Case[]): { weights: Record<keyof Signs, number>; bias: number } {
  const weights = Object.fromEntries(SIGNS.map(sign => [sign, 0])) as Record<keyof Signs, number>
  let bias = 0
  for (let pass = 0; pass < 3000; pass++) {
    const gradient = Object.fromEntries(SIGNS.map(sign => [sign, 0])) as Record<keyof Signs, number>
    let biasGradient = 0
    for (const given of cases) {
      const target = given.row.split === 'answer' ? 1 : 0
      const error = target - chance(given, weights, bias)
      for (const sign of SIGNS) gradient[sign] += error * given.signs[sign]
      biasGradient += error
    }
    for (const sign of SIGNS) weights[sign] += (2 / cases.length) * (gradient[sign] - 0.2 * weights[sign])
    bias += (2 / cases.length) * biasGradient
  }
  return { weights, bias }
}

function chance({ signs }: Case, weights: Record<keyof Signs, number>, bias: number): number {
  return 1 / (1 + Math.exp(-SIGNS.reduce((sum, sign) => sum + weights[sign] * signs[sign], bias)))
}

function abstention(
  cases: readonly Case[],
  weights: Record<keyof Signs, number>,
  bias: number,
  threshold: number,
): string {
  const silent = cases.filter(given => !given.leaning && chance(given, weights, bias) < threshold)
  const right = silent.filter(({ row }) => row.split === 'abstain').length
  const due = cases.filter(({ row }) => row.split === 'abstain').length
  return `precision ${((100 * right) / silent.length).toFixed(1)} recall ${((100 * right) / due).toFixed(1)}`
}

const root = packageRoot()
const { result } = await loadPack(join(root, 'policies/packs/basis'), TODAY)
if (!result.ok) throw new Error('pack does not check clean')
const { pack } = result.built
const { position } = indexOf(pack)
const own = (name: string): Case[] =>
  readFileSync(join(root, `test/eval/${name}.jsonl`), 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as Row)
    .filter(({ kind }) => kind !== 'smalltalk' && kind !== 'injection')
    .map(row => caseOf(row, pack))
const [a, b] = [own('qa-own-a'), own('qa-own-b')]
const answers = (cases: Case[]): Case[] => cases.filter(({ row }) => row.split === 'answer')

const fitted = fitRanking(answers(a), position)
console.log('ranking, weights in use: a', top(answers(a), WEIGHTS, position), ' b', top(answers(b), WEIGHTS, position))
console.log('ranking, fitted on a:    a', top(answers(a), fitted, position), ' b', top(answers(b), fitted, position))
console.log(Object.fromEntries(NAMES.map(name => [name, Number(fitted[name].toFixed(2))])))
const { weights, bias } = fitConfidence(a)
console.log(Object.fromEntries(SIGNS.map(sign => [sign, Number(weights[sign].toFixed(2))])), 'bias', bias.toFixed(2))
for (const threshold of [0.4, 0.5, 0.6, 0.7, 0.75, 0.8])
  console.log(threshold, 'a', abstention(a, weights, bias, threshold), ' b', abstention(b, weights, bias, threshold))
