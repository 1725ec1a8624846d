/** The parts of a message to a model, in the order in which they stand. */
export type Part = 'ANGABEN' | 'WUNSCH' | 'MATERIAL' | 'ENDE'

/** The line on which a part begins; `ENDE` closes the last. The boundary is what nobody who wrote the material can know. */
export const marker = (part: Part, boundary: string): string => `=== ${part} ${boundary} ===`

/** Whether a line would be taken for one of ours, whatever number it carries and however it is disguised. */
export function looksLikeMarker(line: string): boolean {
  const visible = line.replace(UNSEEN, '').slice(0, LONGEST_START)
  return MARKER.test(visible.normalize('NFKC').toUpperCase())
}

/** Spaces and signs nobody sees. */
const UNSEEN = /[\s\p{Z}\p{C}\p{M}]+/gu
/** Normalising costs more than its length where many marks stand together, so it only sees the beginning. */
const LONGEST_START = 40
const MARKER = /^[>|*_`#-]{0,9}={2,30}(?:ANGABEN|WUNSCH|MATERIAL|ENDE)/u
