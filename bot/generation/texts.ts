import type { Finding } from '../../policies/protect/index.js'

/** Several texts as one, so that a name known from one is found again in the next; and the way back. */
export type Joined = {
  readonly text: string
  /** The texts of a joined one again, whatever became of them; undefined if a border was lost. */
  readonly split: (text: string) => readonly string[] | undefined
  /** Findings cut at the borders, so that nothing is replaced across two texts. */
  readonly within: (findings: readonly Finding[]) => readonly Finding[]
  /** Which text a place of the joined one lies in. */
  readonly textAt: (place: number) => number
}

/** Signs no font and no language uses; one of them that is in none of the texts marks the border. */
const PRIVATE_USE = { first: 0xe000, last: 0xf8ff }

/** Undefined if every sign of the private use area is in the texts: nobody writes like that by accident. */
export function join(texts: readonly string[]): Joined | undefined {
  const sign = signIn(texts)
  if (sign === undefined) return undefined
  const border = `\n\n${sign}\n\n`
  const stretches = stretchesOf(texts, border.length)
  return {
    text: texts.join(border),
    split: text => {
      const parts = text.split(border)
      return parts.length === texts.length ? parts : undefined
    },
    within: findings => cut(findings, stretches),
    textAt: place =>
      Math.max(
        0,
        stretches.findLastIndex(({ start }) => start <= place),
      ),
  }
}

function signIn(texts: readonly string[]): string | undefined {
  for (let code = PRIVATE_USE.first; code <= PRIVATE_USE.last; code++) {
    const sign = String.fromCharCode(code)
    if (texts.every(text => !text.includes(sign))) return sign
  }
  return undefined
}

type Stretch = { readonly start: number; readonly end: number }

function stretchesOf(texts: readonly string[], border: number): Stretch[] {
  let start = 0
  return texts.map(text => {
    const stretch = { start, end: start + text.length }
    start = stretch.end + border
    return stretch
  })
}

function cut(findings: readonly Finding[], stretches: readonly Stretch[]): Finding[] {
  let at = 0
  return [...findings]
    .sort((a, b) => a.start - b.start)
    .flatMap(finding => {
      while (at < stretches.length - 1 && (stretches[at]?.end ?? 0) <= finding.start) at++
      const parts: Finding[] = []
      for (let i = at; i < stretches.length; i++) {
        const stretch = stretches[i]
        if (!stretch || stretch.start >= finding.end) break
        const start = Math.max(finding.start, stretch.start)
        const end = Math.min(finding.end, stretch.end)
        if (start < end) parts.push({ ...finding, start, end })
      }
      return parts
    })
}
