import { abbreviationsIn } from './abbreviations.js'
import { type Block, blocksOf } from './blocks.js'

/** One sentence, point or heading; offsets are UTF-16 units of the text, `end` is exclusive. */
export type Sentence = {
  readonly start: number
  readonly end: number
  readonly kind: Block['kind']
  /** Which block of the text it stands in, counted from 0. */
  readonly block: number
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean))

/** Words that begin a sentence far more often than they follow a number or an abbreviation. */
const OPENERS = set(`
  Der Die Das Dem Den Des Ein Eine Einen Einem Einer Er Es Sie Wir Ich Ihr Ihre Ihren Unser Unsere Dieser Diese Dieses In Im
  Am An Auf Aus Bei Beim Bis Dazu Damit Dabei Danach Daher Darum Deshalb Dort Da Denn Doch Durch Für Gegen Hier Hierzu
  Hiermit Jede Jeder Jedes Kein Keine Mit Nach Nicht Noch Nun Nur Ob Oder Ohne So Sobald Sofern Solange Sonst Trotz Um Und
  Unter Von Vor Während Wann Warum Was Weil Welche Wenn Wer Wie Wird Wo Zu Zum Zur Zudem Zwischen Bitte Auch Aber Als Alle
  Außerdem Dann Falls Seit Über Weitere Haben Hat Ist Sind Können Muss Müssen
`)

/** The sentences of a text, with points and headings each as one or more of their own. */
export function sentencesOf(text: string): Sentence[] {
  const inside = new Map<number, boolean>()
  for (const { start, end, mayEnd } of abbreviationsIn(text))
    for (let at = start; at < end; at++) if (text.charAt(at) === '.') inside.set(at, mayEnd && at === end - 1)
  return blocksOf(text).flatMap((block, index) => {
    if (block.kind === 'heading') return [{ start: block.start, end: block.end, kind: block.kind, block: index }]
    return spans(text, block, inside).map(span => ({ ...span, kind: block.kind, block: index }))
  })
}

/** @param inside full stops of abbreviations, and whether one may end a sentence all the same */
function spans(
  text: string,
  { start, end }: Block,
  inside: ReadonlyMap<number, boolean>,
): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = []
  let from = start
  for (let at = start; at < end; at++) {
    if (!'.!?…'.includes(text.charAt(at))) continue
    const first = at
    while (at + 1 < end && '.!?…"“”»«)]'.includes(text.charAt(at + 1))) at++
    const next = nextWord(text, at + 1, end)
    if (next && isEnd(text, first, at, next.at, inside)) {
      found.push({ start: from, end: at + 1 })
      from = next.at
      at = next.at - 1
    }
  }
  if (from < end) found.push({ start: from, end })
  return found
}

function nextWord(text: string, from: number, end: number): { at: number } | undefined {
  if (from >= end || !/\s/.test(text.charAt(from))) return undefined
  let at = from
  while (at < end && /\s/.test(text.charAt(at))) at++
  return at < end ? { at } : undefined
}

/** Far enough for a word and a number; longer ones are neither. */
const LOOK = 24

function isEnd(text: string, sign: number, last: number, next: number, inside: ReadonlyMap<number, boolean>): boolean {
  const behind = text.slice(next, next + LOOK)
  const opener = OPENERS.has(/^\p{L}+/u.exec(behind)?.[0] ?? '')
  const mayEnd = inside.get(sign)
  if (mayEnd !== undefined) return mayEnd && opener
  if (!/^[\p{Lu}\p{N}"„“»(§[]/u.test(behind)) return false
  if (text.charAt(sign) !== '.' || last > sign) return true
  const before = text.slice(Math.max(0, sign - LOOK), sign)
  // "24.12.", "3. Dezember", "2. Änderung": a short number with a full stop is an ordinal unless a sentence begins there.
  if (/(?<!\d)\d{1,2}$/.test(before)) return opener
  return !/(?<!\p{L})\p{L}$/u.test(before) || opener
}
