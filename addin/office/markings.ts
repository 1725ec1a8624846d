import type { SensitivityLabel } from './document.js'

/** One custom property of a document. */
export type Property = { readonly name: string; readonly value: string }

const LABEL = /^MSIP_Label_([0-9A-Za-z-]{1,64})_(Name|Enabled)$/

export const isLabelProperty = (name: string): boolean => name.startsWith('MSIP_Label_')

/** Labels as Microsoft writes them: a few properties for each, told apart by its id. */
export function labelsOf(properties: readonly Property[]): SensitivityLabel[] {
  const labels = new Map<string, SensitivityLabel>()
  for (const { name, value } of properties) {
    const [, id, field] = LABEL.exec(name) ?? []
    if (!id) continue
    const label = labels.get(id) ?? { id, name: undefined, enabled: false }
    labels.set(id, field === 'Name' ? { ...label, name: value } : { ...label, enabled: /^true$/i.test(value) })
  }
  return [...labels.values()]
}
