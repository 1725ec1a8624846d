import { DETECTORS } from '../../policies/protect/detectors/index.js'
import { KINDS, type Kind, type Verdict } from '../../policies/protect/index.js'
import type { CorpusText } from './corpus.js'
import type { Mark } from './marked-text.js'

type Predicted = { readonly start: number; readonly end: number; readonly type: string }
export type Prediction = { readonly spans: readonly Predicted[]; readonly verdict: Verdict }
/** `only`: the text belongs to one kind and says nothing about the others. */
export type ScoredText = Pick<CorpusText, 'text' | 'spans' | 'verdict'> & { readonly only?: Kind }

export type Tally = { texts: number; values: number; found: number; predicted: number; right: number }
export type Score = {
  readonly kinds: ReadonlyMap<Kind, Tally>
  readonly all: Tally
  /** Values covered by predictions of any kind, and predictions that touch any value: what kind-blind tools are asked. */
  readonly any: Tally
  readonly verdicts: { texts: number; right: number; let: number; block: number }
  readonly harmless: { texts: number; flagged: number }
}

/** Kinds whose stretch is a matter of taste: another one of the same kind beside a marked one is neither right nor wrong. */
const LOOSE: ReadonlySet<string> = new Set([
  ...DETECTORS.filter(({ stage }) => stage === 'meaning').map(({ kind }) => kind),
  'CLASSIFICATION_MARKING',
])
const BESIDE = 60

type Stretch = { readonly start: number; readonly end: number }
const shared = (a: Stretch, b: Stretch): number => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))

/** Share of a stretch that others cover together. */
function covered(wanted: Stretch, by: readonly Stretch[]): number {
  let units = 0
  for (let at = wanted.start; at < wanted.end; at++) if (by.some(({ start, end }) => start <= at && at < end)) units++
  return units / Math.max(1, wanted.end - wanted.start)
}

const isRight = (one: Predicted, marks: readonly Mark[]): boolean =>
  covered(one, marks) >= 0.5 ||
  marks.some(mark => {
    const length = mark.end - mark.start
    return shared(mark, one) >= length / 2 && one.end - one.start <= 3 * length + 20
  })

const none = (): Tally => ({ texts: 0, values: 0, found: 0, predicted: 0, right: 0 })

/** Compares what was marked with what was found, by the rules of the development sets (see docs/protect-figures.md). */
export function score(texts: readonly ScoredText[], predict: (text: string) => Prediction): Score {
  const kinds = new Map(KINDS.map(kind => [kind, none()]))
  const result: Score = {
    kinds,
    all: none(),
    any: none(),
    verdicts: { texts: 0, right: 0, let: 0, block: 0 },
    harmless: { texts: 0, flagged: 0 },
  }
  for (const given of texts) {
    const { spans, verdict } = predict(given.text)
    scoreSpans(given, given.only ? spans.filter(({ type }) => type === given.only) : spans, result)
    if (!given.only) scoreVerdict(given, { spans, verdict }, result)
  }
  for (const { texts: count, values, found, predicted, right } of kinds.values()) {
    result.all.texts += count
    result.all.values += values
    result.all.found += found
    result.all.predicted += predicted
    result.all.right += right
  }
  return result
}

function scoreSpans({ spans, verdict }: ScoredText, predicted: readonly Predicted[], { kinds, any }: Score): void {
  const isOptional = (mark: Mark): boolean => mark.optional || verdict === 'warn'
  const optional = spans.filter(isOptional)
  const required = spans.filter(mark => !isOptional(mark))
  for (const kind of new Set(spans.map(({ type }) => type))) tally(kinds, kind).texts++
  for (const mark of required) {
    const right: string[] = [mark.type, ...mark.alt]
    tally(kinds, mark.type).values++
    any.values++
    if (
      covered(
        mark,
        predicted.filter(({ type }) => right.includes(type)),
      ) >= 0.5
    )
      tally(kinds, mark.type).found++
    if (covered(mark, predicted) >= 0.5) any.found++
  }
  for (const one of predicted) {
    const touches = required.some(mark => shared(mark, one) > 0)
    if (!touches && optional.some(mark => shared(mark, one) > 0)) continue
    any.predicted++
    if (isRight(one, required)) any.right++
    const kind = KINDS.find(known => known === one.type)
    if (!kind) continue
    const same = required.filter(({ type, alt }) => type === kind || alt.includes(kind))
    const right = isRight(one, same)
    const beside = same.some(mark => Math.max(mark.start - one.end, one.start - mark.end) <= BESIDE)
    if (!right && LOOSE.has(kind) && !touches && beside) continue
    const counts = tally(kinds, kind)
    counts.predicted++
    if (right) counts.right++
  }
}

function scoreVerdict(given: ScoredText, { spans, verdict }: Prediction, { verdicts, harmless }: Score): void {
  verdicts.texts++
  if (verdict === given.verdict) verdicts.right++
  if (given.verdict === 'block') {
    verdicts.block++
    if (verdict === 'allow') verdicts.let++
  }
  if (given.verdict !== 'allow') return
  harmless.texts++
  if (verdict !== 'allow' || spans.length > 0) harmless.flagged++
}

function tally(kinds: ReadonlyMap<Kind, Tally>, kind: Kind): Tally {
  const found = kinds.get(kind)
  if (!found) throw new Error(`no such kind: ${kind}`)
  return found
}

export const precision = ({ right, predicted }: Tally): number => (predicted > 0 ? right / predicted : 1)
export const recall = ({ found, values }: Tally): number => (values > 0 ? found / values : 1)
