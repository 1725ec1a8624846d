import type { PromptView, ToolsView } from '../../policies/generation-contract.js'
import type { Letter } from '../../policies/pack/letter-schema.js'
import type { Purpose } from '../../policies/tools/purposes.js'

/** What somebody wants to do: with a model, with a letter of building blocks, or with a built-in aid. */
export type Task =
  | { readonly kind: 'prompt'; readonly id: string; readonly prompt: PromptView }
  | { readonly kind: 'letter'; readonly id: string; readonly letter: Letter }
  | { readonly kind: 'aid'; readonly id: Aid }

/** The built-in aids, as their addresses name them; `textbausteine` is the list of letters. */
export const AIDS = ['textbausteine', 'verstaendlichkeit', 'kurzfassung', 'checkliste'] as const
type Aid = (typeof AIDS)[number]

export function taskOf(id: string | undefined, { prompts, letters }: ToolsView): Task | undefined {
  const aid = AIDS.find(one => one === id)
  if (aid) return { kind: 'aid', id: aid }
  const prompt = prompts.find(one => one.id === id)
  if (prompt) return { kind: 'prompt', id: prompt.id, prompt }
  const letter = letters.find(one => one.id === id)
  return letter && { kind: 'letter', id: letter.id, letter }
}

/** In which order purposes are offered; one the list does not know stands at the end. */
const GROUPS = {
  write: ['entwerfen', 'buergeranfrage', 'protokoll', 'schulungsunterlage'],
  revise: ['kuerzen', 'freundlicher', 'einfacher', 'einfache-sprache', 'uebersetzen'],
  evaluate: ['zusammenfassen', 'vollstaendigkeit', 'angaben-herausziehen', 'einordnen'],
} as const satisfies Readonly<Record<string, readonly Purpose[]>>
export type TaskGroup = keyof typeof GROUPS
export const TASK_GROUPS = ['write', 'revise', 'evaluate'] as const satisfies readonly TaskGroup[]

export function promptsIn(group: TaskGroup, { prompts }: Pick<ToolsView, 'prompts'>): PromptView[] {
  return GROUPS[group].flatMap(id => prompts.find(prompt => prompt.id === id) ?? [])
}

/** What can be done to a finished draft with one press. */
export const FOLLOW_UPS = ['kuerzen', 'freundlicher', 'einfacher'] as const satisfies readonly Purpose[]
export type FollowUp = (typeof FOLLOW_UPS)[number]
