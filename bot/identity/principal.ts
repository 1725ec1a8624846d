/** What somebody may do; everybody who is known is at least `beschaeftigt`. */
export type Role = 'beschaeftigt' | 'digitallotse' | 'ki-team' | 'datenschutz'

/** Who is asking, for which municipality. `department` (an id of contacts.yaml) finds the right Digitallotse. */
export type Person = {
  readonly kind: 'person'
  readonly id: string
  readonly municipality: string
  readonly roles: readonly Role[]
  readonly name?: string
  readonly department?: string
}

/** Another program that uses the gateway in somebody's place. */
type Program = {
  readonly kind: 'program'
  readonly id: string
  readonly municipality: string
  readonly tools: readonly string[]
  readonly purposes: readonly string[]
  readonly procedure: string
  readonly declared: string
}

export type Principal = Person | Program
