/** `{{id}}` in the instructions of a prompt: the question whose answer is meant. */
const SLOT = /\{\{([a-z0-9-]{1,60})\}\}/g

/** The questions the instructions speak of, in their order, each once. */
export const slotsIn = (instructions: string): string[] => [
  ...new Set([...instructions.matchAll(SLOT)].map(([, id = '']) => id)),
]

/** Names the question instead of putting the answer in, so that nothing a person wrote becomes an instruction of ours. */
export const withLabels = (instructions: string, labelOf: (id: string) => string | undefined): string =>
  instructions.replace(SLOT, (slot, id: string) => {
    const label = labelOf(id)
    return label === undefined ? slot : `„${label}“`
  })
