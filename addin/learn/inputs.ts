import type { Inputs } from '../../policies/training/answer.js'

/** What is ticked of several choices, as a form sends it: positions with commas between them, in their order. */
export const chosenOf = (inputs: Inputs, field: string): string[] =>
  (inputs[field] ?? '').split(',').filter(value => value !== '')

export function toggled(inputs: Inputs, field: string, value: string): Inputs {
  const chosen = chosenOf(inputs, field)
  const next = chosen.includes(value) ? chosen.filter(one => one !== value) : [...chosen, value]
  return { ...inputs, [field]: next.sort((a, b) => Number(a) - Number(b)).join(',') }
}
