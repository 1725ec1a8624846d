import type { DataClass } from '../pack/terms.js'

/** The kinds of data the engine knows; each has one detector file of the same name in lower case with hyphens. */
export const KINDS = [
  'PERSON',
  'ADDRESS',
  'DATE_OF_BIRTH',
  'EMAIL',
  'PHONE',
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
  'LICENSE_PLATE',
  'FILE_NUMBER',
  'IP_ADDRESS',
  'SECRET',
  'HEALTH',
  'RELIGION',
  'ETHNICITY',
  'POLITICAL_OPINION',
  'UNION_MEMBERSHIP',
  'SEXUAL_ORIENTATION',
  'BIOMETRIC_GENETIC',
  'CRIMINAL_RECORD',
  'SOCIAL_BENEFIT',
  'CLASSIFICATION_MARKING',
  'COORDINATES',
] as const
export type Kind = (typeof KINDS)[number]

/** How sure the engine is: check digit with context, check digit or clear context alone, form or a public role only. */
export type Certainty = 'sicher' | 'wahrscheinlich' | 'hinweis'

/** May a placeholder take its place (`identifier`), or does the text stay what it is (`never`)? */
export type Replaceable = 'identifier' | 'never'

/** Why something counts; the words for it stand in the pack (protect/kinds.yaml, `reasons`). */
export const REASONS = [
  'check-digit',
  'check-digit-and-context',
  'form-and-context',
  'form',
  'name-in-context',
  'known-name',
  'name-again',
  'public-role',
  'office-contact',
  'about-a-person',
  'form-field',
  'stamp',
  'known-format',
  'named-as-secret',
  'high-entropy',
  'encoded',
  'several-hints',
] as const
type Reason = (typeof REASONS)[number]

/** What a detector offers, in offsets of the normalised text. */
export type Candidate = {
  readonly start: number
  readonly end: number
  readonly certainty: Certainty
  readonly reason: Reason
  /** Where one value differs from its kind: a marking may mean VS or less. */
  readonly class?: DataClass
}

/** One piece of data found. Offsets are UTF-16 units of the original text; `end` is exclusive. */
export type Finding = Candidate & {
  readonly kind: Kind
  readonly class: DataClass
  readonly replaceable: Replaceable
}
