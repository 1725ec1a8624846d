import type { DataClass } from '../pack/terms.js'
import type { Purpose } from './purposes.js'

/** What somebody may do; everybody who is known is at least `beschaeftigt`. */
export const ROLES = ['beschaeftigt', 'digitallotse', 'ki-team', 'datenschutz'] as const
export type Role = (typeof ROLES)[number]

/** Who is asking, for which municipality. `department` (an id of contacts.yaml) finds the right Digitallotse. */
export type Person = {
  readonly kind: 'person'
  readonly id: string
  readonly municipality: string
  readonly roles: readonly Role[]
  readonly name?: string
  readonly department?: string
  /** Licence or user groups, as the sign-in names them. */
  readonly groups?: readonly string[]
}

/** Another program that uses the gateway in somebody's place; its token fixes everything about it. */
export type Program = {
  readonly kind: 'program'
  readonly id: string
  readonly municipality: string
  readonly tools: readonly string[]
  readonly purposes: readonly Purpose[]
  readonly procedure: string | undefined
  /** The highest class its texts may have, as declared by whoever answers for it. */
  readonly declared: DataClass
  /** Person or unit who answers for the KI-Pass of the people behind the program. */
  readonly answersFor: string
}

export type Principal = Person | Program
