import { z } from 'zod'
import { Day, Id } from './pack/terms.js'

/** `under`: fewer than five people. `least`: at least so many people and uses, in steps of five. */
const UsageShown = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('under') }),
  z.strictObject({ kind: z.literal('least'), people: z.int().min(5), uses: z.int().min(5) }),
])

/**
 * GET /api/usage: what tools were used for, by weeks that are over, newest first. `outcome` is `used`, or the id of why not.
 * There are no sums, and nothing by person or department.
 */
export const UsageView = z.strictObject({
  weeks: z.array(
    z.strictObject({
      /** ISO week, `2026-W48`. */
      week: z.string(),
      from: Day,
      until: Day,
      cells: z.array(z.strictObject({ tool: Id, purpose: Id, outcome: Id, shown: UsageShown })),
    }),
  ),
})
export type UsageView = z.infer<typeof UsageView>
