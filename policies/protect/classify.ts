import type { DataClass } from '../pack/terms.js'
import { strictest } from '../tools/matrix.js'
import type { Finding } from './finding.js'

/** Class of a text by what was recognised; hints alone give none. Undefined is "nichts erkannt", never D0. */
export const recognisedClass = (findings: readonly Finding[]): DataClass | undefined =>
  strictest(findings.filter(isFirm).map(finding => finding.class))

export const isFirm = ({ certainty }: Finding): boolean => certainty !== 'hinweis'

/**
 * Class of a text once everything replaceable is replaced. Markings, secrets and what is said about a person keep their
 * class (deleting a stamp lowers nothing); replaced names and numbers leave a pseudonymised text, which is D2.
 */
export function remainingClass(findings: readonly Finding[], declared: DataClass | undefined): DataClass | undefined {
  const firm = findings.filter(isFirm)
  const staying = firm.filter(({ replaceable }) => replaceable === 'never').map(finding => finding.class)
  const replaced: DataClass[] = firm.some(({ replaceable }) => replaceable === 'identifier') ? ['D2'] : []
  return strictest([...staying, ...replaced, ...(declared ? [declared] : [])])
}
