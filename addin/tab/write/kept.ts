import { z } from 'zod'
import { GenerateRequest } from '../../../policies/generation-contract.js'
import type { Draft, End } from '../../write/draft.js'

/** Longer than a person writes and a tool answers together; what is more than that is not kept over a reload. */
export const MOST_KEPT = 1_000_000

const Pairs = z.array(z.tuple([z.string(), z.string()]))

const Fields = z.strictObject({
  material: z.string(),
  wish: z.string(),
  points: z.string(),
  answers: z.record(z.string(), z.string()),
})

/** A draft as it stood; one that was still being written is kept as far as it had come. */
const KeptDraft = z.strictObject({
  task: z.string(),
  request: GenerateRequest,
  map: Pairs,
  toolName: z.string(),
  source: z.string(),
  text: z.string(),
  edited: z.string().optional(),
  whole: z.boolean(),
  label: z.string().optional(),
  missing: z.array(z.string()),
  invented: z.array(z.string()),
})

/**
 * What somebody had written when the pane was reloaded: texts, what stands behind placeholders, and the draft. What the check
 * had found is not among it: it is checked anew. Nor is what was ruled out: that is asked anew.
 */
export const Kept = z.strictObject({
  fields: Fields,
  origin: z.string().optional(),
  procedure: z.string().optional(),
  tool: z.string().optional(),
  map: Pairs,
  removed: z.int().min(0),
  draft: KeptDraft.optional(),
})
export type Kept = z.infer<typeof Kept>

type Written = {
  readonly fields: Kept['fields']
  readonly origin: string | undefined
  readonly procedure: string | undefined
  readonly tool: string | undefined
  readonly map: ReadonlyMap<string, string>
  readonly removed: number
}

/** Undefined if there is nothing anybody would miss, or too much. */
export function keptText(work: Written, draft: Draft | undefined): string | undefined {
  const { material, wish, points, answers } = work.fields
  const written = [material, wish, points, ...Object.values(answers)].some(text => text.trim() !== '')
  if (!written && !draft) return undefined
  // Nobody waits for writing out what is too much anyway.
  if (material.length > MOST_KEPT) return undefined
  const { map, fields, origin, procedure, tool, removed } = work
  const kept = { fields, origin, procedure, tool, removed, map: [...map], draft: draft && keptDraft(draft) }
  const text = JSON.stringify(kept)
  return text.length > MOST_KEPT ? undefined : text
}

function keptDraft({ order, text, edited, end, missing, invented }: Draft): unknown {
  const { map, ...asked } = order
  const done = end?.kind === 'done' ? end : undefined
  return {
    ...asked,
    map: [...map],
    text,
    edited,
    whole: done?.finish === 'stop',
    label: done?.label,
    missing,
    invented,
  }
}

/** Undefined if it is none of ours. */
export function readKept(text: string): Kept | undefined {
  try {
    return Kept.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

/** The draft again, ended: what did not come before the reload comes no more. */
export function draftOf({ draft }: Kept): Draft | undefined {
  if (!draft) return undefined
  const { text, edited, whole, label, missing, invented, map, ...asked } = draft
  const end: End = whole ? { kind: 'done', finish: 'stop', label } : { kind: 'cut', problem: undefined }
  return { order: { ...asked, map: new Map(map) }, number: 1, text, edited, phase: 'ended', end, missing, invented }
}
