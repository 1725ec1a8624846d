import type { PackView } from '../../policies/contract.js'
import { isFirm } from '../../policies/protect/classify.js'
import type { Finding } from '../../policies/protect/index.js'
import type { Language } from '../texts/index.js'

/** A finding with its number, which ties its place in the text to its line in the list. */
type Numbered = { readonly number: number; readonly finding: Finding }

/** All findings of one kind, with what the pack says about the kind in the language of the page. */
export type Group = {
  readonly kind: Finding['kind']
  readonly name: string
  readonly plural: string
  readonly why: string
  readonly way: string
  readonly rule: PackView['rules'][number] | undefined
  readonly findings: readonly Numbered[]
}

/** Groups in the order of weight: what stays whatever one does comes first, mere hints last. */
export function groupsOf(findings: readonly Finding[], pack: PackView, language: Language): Group[] {
  const kinds = [...new Set(findings.map(({ kind }) => kind))]
  const groups = kinds.map(kind => {
    const own = findings.flatMap((finding, number) => (finding.kind === kind ? [{ number, finding }] : []))
    const words = pack.protect.kinds.find(({ id }) => id === kind)
    const { name, plural, why, way } = (language === 'en' ? words?.en : words) ?? {
      name: kind,
      plural: kind,
      why: '',
      way: '',
    }
    return { kind, name, plural, why, way, rule: pack.rules.find(({ id }) => id === words?.rule), findings: own }
  })
  return groups.sort((a, b) => weight(b) - weight(a))
}

const WEIGHTS = { SECRET: 6, VS: 5, D3: 4, D2: 3, D1: 2, D0: 1 }

const weight = ({ findings }: Group): number =>
  Math.max(
    ...findings.map(({ finding }) => (isFirm(finding) ? WEIGHTS[finding.class] * 2 + Number(isStaying(finding)) : 0)),
  )

/** A password is taken out, not replaced: as long as it is there, nothing else counts. */
const isStaying = ({ replaceable, kind }: Finding): boolean => replaceable === 'never' || kind === 'SECRET'

/** How a place looks: `stays` cannot be replaced, `replace` can, `hint` asks for a look, `dismissed` a person ruled out. */
export type Look = 'stays' | 'replace' | 'hint' | 'dismissed'

export function lookOf(finding: Finding, dismissed: boolean): Look {
  if (dismissed) return 'dismissed'
  if (!isFirm(finding)) return 'hint'
  return isStaying(finding) ? 'stays' : 'replace'
}
