import type { Finding } from '../protect/finding.js'

/** Whether the writing assistant takes a text, and if not, what holds it up. */
export type MayHelp = { readonly helps: true } | { readonly helps: false; readonly because: 'VS' | 'SECRET' }

/**
 * Names are welcome: nothing leaves the device and nothing is kept. Only classified papers and passwords are held, because
 * those do not belong into any text here.
 */
export function mayHelpWith(findings: readonly Pick<Finding, 'class'>[]): MayHelp {
  const held = (['VS', 'SECRET'] as const).find(kind => findings.some(finding => finding.class === kind))
  return held === undefined ? { helps: true } : { helps: false, because: held }
}
