import type { Finding } from '../../policies/protect/index.js'

/** Several fields as one text, so that a name known from one is found in the next; and the way back. */
export type Joined = {
  readonly text: string
  /** The same without the signs at the borders, for people; every offset is as before. */
  readonly shown: string
  /** The fields again, whatever became of them; undefined if a border was lost. */
  readonly split: (text: string) => readonly string[] | undefined
  /** Findings cut at the borders, so that nothing is replaced across two fields. */
  readonly within: (findings: readonly Finding[]) => readonly Finding[]
}

/** Signs no font and no language uses; one that is in none of the fields marks the border. */
const PRIVATE_USE = { first: 0xe000, last: 0xf8ff }

/** A border no field holds stands between them; fields left empty cost nothing but their border. */
export function joinFields(fields: readonly string[]): Joined {
  const sign = signIn(fields)
  const border = `\n\n${sign}\n\n`
  const text = fields.every(field => field.trim() === '') ? '' : fields.join(border)
  return {
    text,
    shown: text.replaceAll(sign, ' ').trimEnd(),
    split: changed => {
      const parts = changed.split(border)
      return parts.length === fields.length ? parts : undefined
    },
    within: findings => {
      const stretches = stretchesOf(fields, border.length)
      return findings.flatMap(finding =>
        stretches.flatMap(({ start, end }) => {
          const from = Math.max(finding.start, start)
          const to = Math.min(finding.end, end)
          return from < to ? [{ ...finding, start: from, end: to }] : []
        }),
      )
    },
  }
}

function signIn(fields: readonly string[]): string {
  for (let code = PRIVATE_USE.first; code <= PRIVATE_USE.last; code++) {
    const sign = String.fromCharCode(code)
    if (fields.every(field => !field.includes(sign))) return sign
  }
  // Nobody writes all of them; a border inside a field makes `split` say no.
  return String.fromCharCode(PRIVATE_USE.first)
}

function stretchesOf(fields: readonly string[], border: number): { start: number; end: number }[] {
  let start = 0
  return fields.map(field => {
    const stretch = { start, end: start + field.length }
    start = stretch.end + border
    return stretch
  })
}
