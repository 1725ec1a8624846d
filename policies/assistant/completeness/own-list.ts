import type { ChecklistItem } from '../../pack/letter-schema.js'

/** What is looked for: a checklist of the pack, or one a person wrote down. */
export type Wanted = {
  readonly name: string
  readonly matter?: string | undefined
  readonly items: readonly ChecklistItem[]
}

const MOST_ITEMS = 200
const BULLET = /^(?:[-–—•*·☐□]|\[ ?\]|\d{1,3}[.)])\s+/

/** A person's own checklist: one item per line, other words for it behind a colon ("Ausweis: Pass, Personalausweis"). */
export function ownList(typed: string, name: string): Wanted {
  const items: ChecklistItem[] = []
  for (const line of typed.split(/\r\n|\r|\n/)) {
    const bare = line.trim().replace(BULLET, '')
    const colon = bare.indexOf(':')
    const title = (colon < 0 ? bare : bare.slice(0, colon)).trim()
    const also = colon < 0 ? '' : bare.slice(colon + 1).trim()
    if (title === '' || items.some(item => item.name === title)) continue
    items.push({ id: `punkt-${items.length + 1}`, name: title, ...(also === '' ? {} : { also }) })
    if (items.length === MOST_ITEMS) break
  }
  return { name, items }
}
