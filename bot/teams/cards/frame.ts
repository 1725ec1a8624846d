import type { Pack } from '../../../policies/pack/pack-schema.js'
import { type Card, card, type Element, text } from './card.js'

/** What a card needs to know of the pack: whose rules these are, and whether it is only an example. */
export type Issuer = { readonly name: string; readonly example: boolean }

export const issuerOf = ({ manifest }: Pack): Issuer => ({ name: manifest.name, example: manifest.example })

/** A card with the line that says whose rules these are; an example municipality says so on every card. */
export function framed(lang: Card['lang'], summary: string, body: readonly Element[], issuer: Issuer): Card {
  const origin = issuer.example ? `KI-Kompass · Beispielkommune ${issuer.name}` : `KI-Kompass · ${issuer.name}`
  return card(lang, summary, [...body, text(origin, { size: 'small', isSubtle: true, spacing: 'medium' })])
}
