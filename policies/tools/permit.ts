import type { DataClass, Day, ToolClass } from '../pack/terms.js'
import type { Procedure, ToolFacts } from '../pack/tool-schema.js'
import { isApproved, isExpired, isMeantApproved } from './approval.js'
import { hasTool } from './audience.js'
import { isStricter, mayEnter, strictest } from './matrix.js'
import type { Principal } from './principal.js'
import type { Purpose } from './purposes.js'

/** May this person (or program) use this tool for this purpose with this material? */
export type PermitRequest = {
  readonly principal: Principal
  readonly tool: ToolFacts
  readonly purpose: Purpose
  /** Id of the Verfahren the work belongs to, if any. */
  readonly procedure?: string | undefined
  /** Where the text comes from, as a person (or whoever answers for a program) said. */
  readonly declared: DataClass
  readonly recognised: DataClass | undefined
  /** Everything replaceable has been replaced by placeholders; `recognised` is what remains. */
  readonly pseudonymised: boolean
  /** Whether names and numbers were recognised that placeholders could stand for. */
  readonly replaceable: boolean
  /** Whether Sozialdaten were recognised. */
  readonly social: boolean
  readonly now: Day
}

/** What permit must know of the house. */
export type House = {
  readonly municipality: string
  readonly tools: readonly ToolFacts[]
  /** Tool classes that may get pseudonymised text (setting of the pack, rule `anonymisieren`). */
  readonly pseudonymisedInto: readonly ToolClass[]
  /** Ids of modules a person still lacks for a tool. Programs lack none: whoever has the token answers for it. */
  readonly lacks: (tool: ToolFacts) => readonly string[]
}

/** Why a tool is refused, in the order in which it is decided; each has its rule and its words (`permit-texts.ts`). */
export const REFUSALS = [
  'foreign',
  'secret',
  'classified',
  'not-approved',
  'expired',
  'incomplete',
  'not-yours',
  'purpose',
  'training',
  'too-sensitive',
  'procedure',
] as const
export type Refusal = (typeof REFUSALS)[number]

/** What must be kept in mind. */
export const CONDITIONS = ['procedure', 'opinion', 'pseudonymised', 'pilot'] as const
export type Condition = (typeof CONDITIONS)[number]

/** The nearest lawful way: another tool, as it is or once names and numbers are replaced. */
export type Alternative = { readonly tool: string; readonly replacing: boolean }

export type Permit =
  | { readonly kind: 'allowed'; readonly data: DataClass }
  | {
      readonly kind: 'conditions'
      readonly data: DataClass
      readonly conditions: readonly Condition[]
      readonly rule: string
    }
  | {
      readonly kind: 'refused'
      readonly data: DataClass
      readonly reason: Refusal
      readonly rule: string
      /** Modules still to be learned; empty for every other reason. */
      readonly lacks: readonly string[]
      readonly alternative: Alternative | undefined
    }

/** The one decision for bot, pane, gateway and answers. The stricter of declared and recognised counts. */
export function permit(request: PermitRequest, house: House): Permit {
  const decided = decide(request, house)
  if (decided.kind !== 'refused' || !WITH_ALTERNATIVE.has(decided.reason)) return decided
  return { ...decided, alternative: alternativeTo(request, house) }
}

/** Where another tool may help; a secret belongs nowhere, a foreign principal gets nothing. */
const WITH_ALTERNATIVE: ReadonlySet<Refusal> = new Set([
  'not-approved',
  'incomplete',
  'expired',
  'not-yours',
  'purpose',
  'training',
  'too-sensitive',
  'procedure',
])

function decide(request: PermitRequest, house: House): Permit {
  const { principal, tool, purpose, now } = request
  const data = counting(request)
  const refuse = (reason: Refusal, lacks: readonly string[] = []): Permit => ({
    kind: 'refused',
    data,
    reason,
    rule: reason === 'too-sensitive' ? ruleOfClass(data) : RULES[reason],
    lacks,
    alternative: undefined,
  })
  if (principal.municipality !== house.municipality) return refuse('foreign')
  if (data === 'SECRET') return refuse('secret')
  if (data === 'VS') return refuse('classified')
  if (!isMeantApproved(tool) || tool.class === 'W0') return refuse('not-approved')
  if (isExpired(tool, now)) return refuse('expired')
  if (!isApproved(tool, now)) return refuse('incomplete')
  if (!isTheirs(principal, tool)) return refuse('not-yours')
  if (!tool.purposes.includes(purpose) || !isProgramPurpose(principal, purpose)) return refuse('purpose')
  const lacks = principal.kind === 'person' ? house.lacks(tool) : []
  if (lacks.length > 0) return refuse('training', lacks)
  return ofData(request, data, house, refuse)
}

/** What the matrix says, with the Verfahren released for this tool. */
function ofData(request: PermitRequest, data: DataClass, house: House, refuse: (reason: Refusal) => Permit): Permit {
  const { tool } = request
  const allow = (...conditions: readonly Condition[]): Permit => {
    const all: readonly Condition[] = tool.status === 'pilot' ? [...conditions, 'pilot'] : conditions
    const [first] = all
    return first === undefined
      ? { kind: 'allowed', data }
      : { kind: 'conditions', data, conditions: all, rule: CONDITION_RULES[first] }
  }
  if (isStricter(data, tool.highest ?? 'D0')) return refuse('too-sensitive')
  const procedure = releasedFor(request, data)
  switch (mayEnter(tool.class, data)) {
    case 'ja':
      return allow()
    case 'bedingt':
      if (procedure) return allow('procedure')
      return request.pseudonymised && house.pseudonymisedInto.includes(tool.class)
        ? allow('pseudonymised')
        : refuse('procedure')
    case 'ausnahme':
      return procedure ? allow('opinion') : refuse('too-sensitive')
    case 'nein':
      return refuse('too-sensitive')
  }
}

/** The class that counts: the stricter of what was said and what was recognised. "Nothing recognised" is never D0. */
const counting = ({ declared, recognised }: PermitRequest): DataClass =>
  strictest(recognised === undefined ? [declared] : [declared, recognised]) ?? declared

/** A program may use the tools of its token, a person those they have. */
const isTheirs = (principal: Principal, tool: ToolFacts): boolean =>
  principal.kind === 'program' ? principal.tools.includes(tool.id) : hasTool(tool, principal)

const isProgramPurpose = (principal: Principal, purpose: Purpose): boolean =>
  principal.kind === 'person' || principal.purposes.includes(purpose)

/** The Verfahren the work belongs to, if it is released for this tool and this class today. */
function releasedFor(request: PermitRequest, data: DataClass): Procedure | undefined {
  const { principal, tool, procedure, social, now } = request
  const id = principal.kind === 'program' ? principal.procedure : procedure
  const found = tool.procedures.find(one => one.id === id)
  if (!found || (found.until !== undefined && now > found.until)) return undefined
  if (social && !found.social_data) return undefined
  if (found.social_data && tool.class === 'W2' && found.social_notice === undefined) return undefined
  if (data !== 'D3') return found
  const decided = found.highest === 'D3' && found.opinion !== undefined && found.decision !== undefined
  return decided ? found : undefined
}

/** The first other tool that takes it as it is, else once replaced; the more trusted ones first. */
function alternativeTo(request: PermitRequest, house: House): Alternative | undefined {
  const others = house.tools
    .filter(({ id }) => id !== request.tool.id)
    .sort((a, b) => (a.class < b.class ? 1 : a.class > b.class ? -1 : 0))
  const takes = (tool: ToolFacts, pseudonymised: boolean): boolean =>
    decide({ ...request, tool, pseudonymised }, house).kind !== 'refused'
  const now = others.find(tool => takes(tool, request.pseudonymised))
  if (now) return { tool: now.id, replacing: false }
  if (request.pseudonymised || !request.replaceable) return undefined
  const replaced = [request.tool, ...others].find(tool => takes(tool, true))
  return replaced && { tool: replaced.id, replacing: true }
}

const RULES: Readonly<Record<Exclude<Refusal, 'too-sensitive'>, string>> = {
  foreign: 'freigegebene-werkzeuge',
  secret: 'zugangsdaten',
  classified: 'verschlusssachen',
  'not-approved': 'freigegebene-werkzeuge',
  incomplete: 'freigegebene-werkzeuge',
  expired: 'freigegebene-werkzeuge',
  'not-yours': 'freigegebene-werkzeuge',
  purpose: 'geeignete-anwendungsfaelle',
  training: 'ki-kompetenz',
  procedure: 'personenbezogene-daten',
}

/** The rule that explains why material of a class goes into fewer tools. */
function ruleOfClass(data: DataClass): string {
  if (data === 'D2') return 'personenbezogene-daten'
  return data === 'D3' ? 'besondere-kategorien' : 'offene-und-geschlossene-systeme'
}

const CONDITION_RULES: Readonly<Record<Condition, string>> = {
  procedure: 'rechtsgrundlage-avv-vvt',
  opinion: 'rechtsgrundlage-avv-vvt',
  pseudonymised: 'anonymisieren',
  pilot: 'pilotprojekte',
}
