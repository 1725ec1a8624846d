import { editsOf, type Run } from './edits.js'

/** What becomes of one old paragraph, and which new ones come before it (only the first has such) and behind it. */
export type Fate = {
  readonly kind: 'keep' | 'change' | 'remove'
  /** Empty unless it changes. */
  readonly runs: readonly Run[]
  readonly before: readonly string[]
  readonly behind: readonly string[]
}

/** One fate for each of the old paragraphs; `structural`: some come or go. */
export type Fates = { readonly of: readonly Fate[]; readonly structural: boolean }

export function fatesOf(before: readonly string[], after: readonly string[]): Fates {
  const edits = editsOf(before, after)
  const fates = before.map(() => ({ kind: 'keep' as Fate['kind'], runs: [] as readonly Run[], added: [] as string[] }))
  const first: string[] = []
  for (const edit of edits) {
    if (edit.kind === 'add') (fates[edit.after]?.added ?? first).push(edit.text)
    else {
      const fate = fates[edit.at]
      if (fate) fate.kind = edit.kind
      if (fate && edit.kind === 'change') fate.runs = edit.runs
    }
  }
  return {
    of: fates.map(({ kind, runs, added }, at) => ({ kind, runs, before: at === 0 ? first : [], behind: added })),
    structural: edits.some(({ kind }) => kind === 'add' || kind === 'remove'),
  }
}
