import type { Facts } from './facts.js'
import type { Finding } from './finding.js'
import type { Check } from './index.js'

type Section = { readonly id: string; readonly title: string; readonly findings: readonly Finding[] }
/** `ok`: no error; warnings leave it standing. */
export type Report = {
  readonly ok: boolean
  readonly errors: number
  readonly warnings: number
  readonly sections: readonly Section[]
}

/** Every check of the register, judged; checks that had nothing to say are left out. */
export function reportOf(checks: readonly Check[], facts: Facts): Report {
  const sections = checks
    .map(({ id, title, judge }) => ({ id, title, findings: judge(facts) }))
    .filter(({ findings }) => findings.length > 0)
  const levels = sections.flatMap(({ findings }) => findings.map(({ level }) => level))
  const errors = levels.filter(level => level === 'fehler').length
  const warnings = levels.filter(level => level === 'warnung').length
  return { ok: errors === 0, errors, warnings, sections }
}

const WORDS = { ok: 'in Ordnung', warnung: 'Warnung', fehler: 'FEHLER' } as const
const WIDTH = Math.max(...Object.values(WORDS).map(word => word.length))

/** For people, line by line. */
export function linesOf({ sections, errors, warnings }: Report): string[] {
  return [
    ...sections.flatMap(({ title, findings }) => ['', title, ...findings.flatMap(finding => findingLines(finding))]),
    '',
    summary(errors, warnings),
  ]
}

function findingLines(finding: Finding): string[] {
  const first = `  ${WORDS[finding.level].padEnd(WIDTH)}  ${finding.what}`
  return finding.level === 'ok' ? [first] : [first, `  ${' '.repeat(WIDTH)}  → ${finding.mend}`]
}

function summary(errors: number, warnings: number): string {
  if (errors === 0 && warnings === 0) return 'Alles in Ordnung.'
  return `${counted(errors, 'Fehler', 'Fehler')}, ${counted(warnings, 'Warnung', 'Warnungen')}.`
}

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`
