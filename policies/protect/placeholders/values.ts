import type { Kind } from '../finding.js'

/** Kinds whose separators mean nothing: "DE89 3704 …" and "DE893704…" are one account. */
const WITHOUT_SEPARATORS: ReadonlySet<Kind> = new Set([
  'IBAN',
  'BIC',
  'CREDIT_CARD',
  'TAX_ID',
  'TAX_NUMBER',
  'VAT_ID',
  'SOCIAL_SECURITY',
  'HEALTH_INSURANCE',
  'ID_CARD',
  'PASSPORT',
  'RESIDENCE_PERMIT',
  'DRIVING_LICENCE',
])

/** Same key, same number in the placeholder. Where separators carry meaning (dates, plates, files) they stay. */
export function valueKey(kind: Kind, value: string): string {
  const upper = value.normalize('NFKC').toUpperCase()
  if (kind === 'PHONE') return phoneKey(upper)
  if (WITHOUT_SEPARATORS.has(kind)) return upper.replaceAll(/[^\p{L}\p{N}]/gu, '') || upper
  return upper.replaceAll(/\s+/gu, ' ').trim()
}

/** "+49 (0)30 …", "0049 30 …" and "030 …" are one line. */
function phoneKey(value: string): string {
  const digits = value.replaceAll(/[^\d+]/g, '')
  return digits.replace(/^(?:\+|00)49(?:0)?/, '0') || value
}
