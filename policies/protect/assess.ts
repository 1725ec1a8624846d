import type { DataClass, ToolClass } from '../pack/terms.js'
import { isStricter, mayEnter, strictest } from '../tools/matrix.js'
import { isFirm, recognisedClass, remainingClass, stayingClass } from './classify.js'
import type { Finding } from './finding.js'

/** `warn`: a person should look, nothing is held back. */
export type Verdict = 'block' | 'warn' | 'allow'
/** `conditions`: allowed with duties (pseudonymised text in a tool under contract). */
type Permission = 'allowed' | 'conditions' | 'refused'

export type AssessInput = {
  readonly findings: readonly Finding[]
  /** A longer personal text in a language in which only numbers and addresses can be recognised. */
  readonly uncovered: boolean
  readonly tool: ToolClass
  /** The most sensitive data this very tool is approved for; undefined: all its class allows. */
  readonly highest?: DataClass | undefined
  /** What the person said the text is; undefined: judged by what is recognised alone. */
  readonly declared: DataClass | undefined
  /** Tool classes that may get pseudonymised text (a setting of the pack, rule `anonymisieren`). */
  readonly pseudonymisedInto: readonly ToolClass[]
}

export type Assessment = {
  readonly verdict: Verdict
  /** Undefined is "nichts erkannt", never "frei von personenbezogenen Daten". */
  readonly recognised: DataClass | undefined
  /** The stricter of recognised and declared. */
  readonly counts: DataClass | undefined
  readonly now: Permission
  /** Class and permission once everything replaceable is replaced. */
  readonly remaining: DataClass | undefined
  readonly afterReplacing: Permission
  readonly uncovered: boolean
}

/** What the one matrix says about a text and a tool: as it is, and after replacing. */
export function assess({ findings, uncovered, tool, highest, declared, pseudonymisedInto }: AssessInput): Assessment {
  const recognised = recognisedClass(findings)
  const counts = strictest([recognised, declared].filter(one => one !== undefined))
  const remaining = remainingClass(findings, declared)
  const now = entered(counts)
  const replaced = findings.some(finding => isFirm(finding) && finding.replaceable === 'identifier')
  return {
    verdict: now === 'refused' ? 'block' : findings.length > 0 || uncovered ? 'warn' : 'allow',
    recognised,
    counts,
    now,
    remaining,
    afterReplacing: afterReplacing(),
    uncovered,
  }

  /**
   * Without a released procedure only a plain yes counts. Where nothing was recognised and nothing said, only a tool that
   * takes nothing at all refuses.
   */
  function entered(data: DataClass = 'D0'): Permission {
    return mayEnter(tool, data) === 'ja' && !isAbove(data) ? 'allowed' : 'refused'
  }

  function isAbove(data: DataClass): boolean {
    return highest !== undefined && isStricter(data, highest)
  }

  function afterReplacing(): Permission {
    // Placeholders excuse what they stand for, not a stamp that makes the whole paper confidential.
    const maybe = remaining === 'D2' && replaced && stayingClass(findings) !== 'D2' && !isAbove('D2')
    return maybe && pseudonymisedInto.includes(tool) && mayEnter(tool, 'D2') === 'bedingt'
      ? 'conditions'
      : entered(remaining)
  }
}

/** The finding that decides: the strictest class, and within it the surest. */
export function decisive(findings: readonly Finding[]): Finding | undefined {
  const worst = recognisedClass(findings)
  const candidates = findings.filter(finding => isFirm(finding) && finding.class === worst)
  return candidates.find(({ certainty }) => certainty === 'sicher') ?? candidates[0] ?? findings[0]
}

/** The rule that explains a verdict: the tool's if it is not approved at all, else that of the deciding finding. */
export function rulesOf(findings: readonly Finding[], ruleOfKind: (kind: Finding['kind']) => string): string[] {
  const first = decisive(findings)
  const kinds = [...(first ? [first] : []), ...findings].map(({ kind }) => kind)
  return [...new Set(kinds.map(ruleOfKind))]
}
