import { mayHelpWith } from '../../policies/assistant/may-help.js'
import type { DataClass } from '../../policies/pack/terms.js'
import { isFirm, stayingClass } from '../../policies/protect/classify.js'
import type { Finding } from '../../policies/protect/index.js'
import { strictest } from '../../policies/tools/matrix.js'
import type { PermitRequest } from '../../policies/tools/permit.js'

/** What a check of all fields came to, and whether placeholders stand in them. */
export type Found = {
  readonly findings: readonly Finding[]
  readonly uncovered: boolean
  readonly placeholders: boolean
}

/** What `permit` is told of a text; the service reckons in the same way, so that nobody is promised what it then refuses. */
export type Seen = Pick<PermitRequest, 'recognised' | 'pseudonymised' | 'replaceable' | 'social'>

/** The text as it stands. Placeholders stand for people, so a text that holds them is never less than D2. */
export function seenOf({ findings, uncovered, placeholders }: Found): Seen {
  const firm = findings.filter(isFirm)
  const replaceable = firm.some(one => one.replaceable === 'identifier')
  return {
    recognised: strictest([
      ...firm.map(one => one.class),
      ...(uncovered || placeholders ? (['D2'] satisfies DataClass[]) : []),
    ]),
    pseudonymised: placeholders && !replaceable && !isStamped(findings, uncovered),
    replaceable,
    social: isSocial(firm),
  }
}

/** The same text once everything replaceable has its placeholder. */
export function seenOnceReplaced({ findings, uncovered }: Found): Seen {
  const staying = stayingClass(findings)
  return {
    recognised: strictest([...(staying ? [staying] : []), 'D2']),
    pseudonymised: !isStamped(findings, uncovered),
    replaceable: false,
    social: isSocial(findings.filter(isFirm)),
  }
}

/** Something that makes the text what it is stands there, and no placeholder changes that. */
const isStamped = (findings: readonly Finding[], uncovered: boolean): boolean =>
  uncovered || stayingClass(findings) !== undefined

const isSocial = (firm: readonly Finding[]): boolean => firm.some(({ kind }) => kind === 'SOCIAL_BENEFIT')

/** Classified papers and passwords go nowhere, not even into the building blocks of this page. A mere hint holds nothing. */
export function heldClass(findings: readonly Finding[]): 'VS' | 'SECRET' | undefined {
  const may = mayHelpWith(findings.filter(isFirm))
  return may.helps ? undefined : may.because
}

/** Whether a placeholder stands in a text; `words` are those of the pack ("PERSON"). */
export function hasPlaceholder(text: string, words: ReadonlySet<string>): boolean {
  for (const [, word] of text.matchAll(OPENING)) if (word !== undefined && words.has(word)) return true
  return false
}

/** "[PERSON 1", "[UST-ID 12 …": a word in capitals and a number right behind an opening bracket. */
const OPENING = /\[([A-ZÄÖÜ][A-ZÄÖÜ-]{1,59}) \d/g
