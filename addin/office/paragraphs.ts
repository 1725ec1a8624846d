import { diffArrays } from 'diff'

/** Which new paragraph an old one becomes, in the order of the new text. `add` follows the old paragraph `after`. */
export type Pairing =
  | { readonly kind: 'pair'; readonly at: number; readonly to: number }
  | { readonly kind: 'remove'; readonly at: number }
  | { readonly kind: 'add'; readonly after: number; readonly text: string }

/** Equal paragraphs find each other; between them as many as possible are paired, the most alike first. */
export function pairParagraphs(before: readonly string[], after: readonly string[]): Pairing[] {
  const pairs: Pairing[] = []
  let [at, to] = [0, 0]
  const between = (olds: number, news: number) => {
    pairs.push(...pairBlock(before, after, { at, to, olds, news }))
    at += olds
    to += news
  }
  let [olds, news] = [0, 0]
  for (const { added, removed, count } of equalParagraphs(before, after)) {
    if (removed) olds += count
    else if (added) news += count
    else {
      between(olds, news)
      olds = news = 0
      for (let step = 0; step < count; step++) pairs.push({ kind: 'pair', at: at++, to: to++ })
    }
  }
  between(olds, news)
  return pairs
}

/** Texts with more differing paragraphs than this are one block. */
const MOST_DIFFERENT = 600

const equalParagraphs = (before: readonly string[], after: readonly string[]) =>
  diffArrays([...before], [...after], { maxEditLength: MOST_DIFFERENT }) ?? [
    { added: false, removed: true, count: before.length },
    { added: true, removed: false, count: after.length },
  ]

type Block = { readonly at: number; readonly to: number; readonly olds: number; readonly news: number }

/** A larger block is paired in order: comparing each with each would take seconds. */
const MOST_COMPARED = 10_000

function pairBlock(before: readonly string[], after: readonly string[], block: Block): Pairing[] {
  const { at, to, olds, news } = block
  const inOrder = olds === news || olds * news > MOST_COMPARED
  const partners = inOrder
    ? Array.from({ length: Math.min(olds, news) }, (_, step) => [step, step] as const)
    : mostAlike(before.slice(at, at + olds), after.slice(to, to + news))
  const pairs: Pairing[] = []
  let [old, fresh] = [0, 0]
  for (const [oldPartner, freshPartner] of [...partners, [olds, news] as const]) {
    while (old < oldPartner) pairs.push({ kind: 'remove', at: at + old++ })
    while (fresh < freshPartner) pairs.push({ kind: 'add', after: at + old - 1, text: after[to + fresh++] ?? '' })
    if (old < olds && fresh < news) pairs.push({ kind: 'pair', at: at + old++, to: to + fresh++ })
  }
  return pairs
}

/** Partners for all of the shorter side, in order, sharing the most words together. */
function mostAlike(olds: readonly string[], news: readonly string[]): (readonly [number, number])[] {
  const [oldWords, newWords] = [olds.map(wordSet), news.map(wordSet)]
  const width = news.length + 1
  // best[o][n]: the most that the paragraphs from o and from n on can share. A pair counts a little even if unlike.
  const best = new Float64Array((olds.length + 1) * width)
  const score = (o: number, n: number) => 1 + 100 * likeness(oldWords[o], newWords[n])
  const value = (o: number, n: number) => best[o * width + n] ?? 0
  for (let o = olds.length - 1; o >= 0; o--) {
    for (let n = news.length - 1; n >= 0; n--) {
      best[o * width + n] = Math.max(value(o + 1, n + 1) + score(o, n), value(o + 1, n), value(o, n + 1))
    }
  }
  const partners: (readonly [number, number])[] = []
  let [o, n] = [0, 0]
  while (o < olds.length && n < news.length) {
    if (value(o, n) === value(o + 1, n + 1) + score(o, n)) partners.push([o++, n++])
    else if (value(o, n) === value(o + 1, n)) o++
    else n++
  }
  return partners
}

const wordSet = (text: string) => new Set(text.split(' '))

/** From 0 (no word in common) to 1 (the same words). */
function likeness(one: ReadonlySet<string> | undefined, other: ReadonlySet<string> | undefined): number {
  if (!one || !other) return 0
  let shared = 0
  for (const word of one) if (other.has(word)) shared++
  return shared / (one.size + other.size - shared)
}
