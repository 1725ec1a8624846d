import type { DataClass, ToolClass } from '../pack/terms.js'

/**
 * What the one matrix says: `ja`; `bedingt` (only with a released procedure, or after replacing);
 * `ausnahme` (no, unless the data protection officer has given a written opinion and the Leitung has decided); `nein`.
 */
export type Entry = 'ja' | 'bedingt' | 'ausnahme' | 'nein'

const MATRIX: Record<ToolClass, Record<DataClass, Entry>> = {
  W0: { D0: 'nein', D1: 'nein', D2: 'nein', D3: 'nein', VS: 'nein', SECRET: 'nein' },
  W1: { D0: 'ja', D1: 'nein', D2: 'nein', D3: 'nein', VS: 'nein', SECRET: 'nein' },
  W2: { D0: 'ja', D1: 'ja', D2: 'bedingt', D3: 'ausnahme', VS: 'nein', SECRET: 'nein' },
  W3: { D0: 'ja', D1: 'ja', D2: 'bedingt', D3: 'ausnahme', VS: 'nein', SECRET: 'nein' },
}

/** May data of this class go into a tool of this class? The only place where this is decided. */
export const mayEnter = (tool: ToolClass, data: DataClass): Entry => MATRIX[tool][data]

/** Public or merely internal: nothing in it about people, nothing secret. */
export const isHarmless = (data: DataClass): boolean => data === 'D0' || data === 'D1'

const STRICTNESS: readonly DataClass[] = ['D0', 'D1', 'D2', 'D3', 'VS', 'SECRET']

/** The strictest of several classes; a document is worth its most sensitive part. */
export function strictest(classes: readonly DataClass[]): DataClass | undefined {
  return STRICTNESS.findLast(candidate => classes.includes(candidate))
}

/** Whether one class must be protected more than another. */
export const isStricter = (one: DataClass, other: DataClass): boolean =>
  STRICTNESS.indexOf(one) > STRICTNESS.indexOf(other)
