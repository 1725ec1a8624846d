import { type Language, OWN_DATA, type OwnDataTexts } from '../texts/index.js'

/** What there is to say of one part of somebody's stored data without unfolding it. */
export type Size =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'entries'; readonly count: number }
  | { readonly kind: 'words'; readonly text: string }

export function sizeOf(value: unknown, language: Language): Size {
  if (value === null || value === undefined || value === '') return { kind: 'nothing' }
  if (Array.isArray(value)) return value.length === 0 ? { kind: 'nothing' } : { kind: 'entries', count: value.length }
  if (typeof value === 'object') return sizeOfParts(Object.values(value), language)
  return { kind: 'words', text: momentWords(String(value), language) }
}

/** A part with lists in it counts by them; otherwise what it says is short enough to be shown. */
function sizeOfParts(parts: readonly unknown[], language: Language): Size {
  const lists = parts.filter(Array.isArray)
  if (lists.length > 0) return sizeOf(lists.flat(), language)
  const said = parts.filter(part => typeof part === 'string' || typeof part === 'number')
  return said.length === 0
    ? { kind: 'nothing' }
    : { kind: 'words', text: said.map(part => momentWords(String(part), language)).join(', ') }
}

/** Times are stored as machines write them. */
function momentWords(text: string, language: Language): string {
  if (!/^\d{4}-\d{2}-\d{2}T/.test(text)) return text
  const locale = language === 'de' ? 'de-DE' : 'en-GB'
  return new Date(text).toLocaleString(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Berlin' })
}

/** Whether the page has words for a part. */
export const isKnownKey = (key: string): key is keyof OwnDataTexts['keys'] => key in OWN_DATA.de.keys
