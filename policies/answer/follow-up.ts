import type { DataKind } from '../pack/lexicon-schema.js'
import type { Pack } from '../pack/pack-schema.js'
import { isHarmless } from '../tools/matrix.js'
import { dataOf } from './topic.js'
import type { Context, Topic } from './types.js'
import { replacesNames, type Understood } from './understand.js'

/** Longer questions stand for themselves unless they open like a follow-up. */
const SHORT = 9

/**
 * Lets a question that leans on the turn before inherit what it leaves unsaid: tool, data, purpose, and that something
 * is to be entered. What it names itself replaces what was named before.
 */
export function followUp(
  alone: Understood,
  context: Context,
  pack: Pack,
  elsewhere: () => number,
): { understood: Understood; before: Topic | undefined } {
  const before = context.at(-1)
  if (!before || before.rules.length === 0 || !leans(alone, elsewhere)) return { understood: alone, before: undefined }
  const { tools, lexicon } = pack
  const from = <Entry extends { readonly id: string }>(
    own: readonly Entry[],
    all: readonly Entry[],
    ids: readonly string[],
  ): readonly Entry[] => (own.length > 0 ? own : all.filter(entry => ids.includes(entry.id)))
  const expressly = alone.expressly || before.expressly
  return {
    understood: {
      ...alone,
      tools: from(alone.tools, tools, before.tools),
      data: dataFor(alone, dataOf(before, lexicon.data)),
      purposes: alone.purposes,
      person: alone.person || before.person,
      expressly,
      entering: alone.entering || before.entering || alone.data.some(isSensitive),
      ai: alone.ai === 'none' ? 'weak' : alone.ai,
    },
    before,
  }
}

/** What a follow-up names replaces what was named before; but who asks about blackening names asks about that same paper. */
function dataFor(alone: Understood, before: readonly DataKind[]): readonly DataKind[] {
  if (alone.data.length === 0) return before
  return replacesNames(alone) ? [...before, ...alone.data] : alone.data
}

/** "Da steht auch drin, welche Diagnose er hat": naming it after a question about a text means it would go in as well. */
const isSensitive = (kind: DataKind): boolean => !kind.generic && !isHarmless(kind.class)

/** Above this a short question is about something else, not a continuation. */
const ANOTHER_SUBJECT = { plain: 0.35, pointingBack: 0.6 } as const

/** It opens like a follow-up, or it is short, names no AI itself and is about no other desk's subject. */
function leans(
  { leansOn, pointsBack, words, ai, tools, purposes, data }: Understood,
  elsewhere: () => number,
): boolean {
  const onlyTool = tools.length > 0 && purposes.length === 0 && data.length === 0
  if (leansOn || (words.length <= 5 && onlyTool)) return true
  if (words.length > SHORT || ai === 'strong') return false
  return elsewhere() < (pointsBack ? ANOTHER_SUBJECT.pointingBack : ANOTHER_SUBJECT.plain)
}
