import type { DataClass } from '../pack/terms.js'
import { strictest } from '../tools/matrix.js'
import type { Finding } from './finding.js'

/** Class of a text by what was recognised; hints alone give none. Undefined is "nichts erkannt", never D0. */
export const recognisedClass = (findings: readonly Finding[]): DataClass | undefined =>
  strictest(findings.filter(isFirm).map(finding => finding.class))

export const isFirm = ({ certainty }: Finding): boolean => certainty !== 'hinweis'

/** Class of what no placeholder can stand for: markings, secrets, what is said about a person. Deleting a stamp lowers nothing. */
export const stayingClass = (findings: readonly Finding[]): DataClass | undefined =>
  strictest(findings.filter(one => isFirm(one) && one.replaceable === 'never').map(finding => finding.class))

/**
 * Class of a text once everything replaceable is replaced. What stays keeps its class; replaced names and numbers leave a
 * pseudonymised text, which is D2.
 */
export function remainingClass(findings: readonly Finding[], declared: DataClass | undefined): DataClass | undefined {
  const staying = stayingClass(findings)
  const replaced = findings.some(one => isFirm(one) && one.replaceable === 'identifier')
  return strictest([
    ...(staying ? [staying] : []),
    ...(replaced ? (['D2'] as const) : []),
    ...(declared ? [declared] : []),
  ])
}
