import type { Finding } from '../../policies/protect/index.js'

/** A stretch of text as it is shown: plain, or the place of the finding with this number. */
export type Segment = { readonly text: string; readonly at: number; readonly number?: number }

/** Cuts a text at its findings (in order, not overlapping, as the engine gives them). */
export function segmentsOf(text: string, findings: readonly Finding[]): Segment[] {
  const segments: Segment[] = []
  let at = 0
  for (const [number, { start, end }] of findings.entries()) {
    if (start < at) continue
    if (start > at) segments.push({ text: text.slice(at, start), at })
    segments.push({ text: text.slice(start, end), at: start, number })
    at = end
  }
  if (at < text.length) segments.push({ text: text.slice(at), at })
  return segments
}
