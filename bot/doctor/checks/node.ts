import type { Facts } from '../facts.js'
import { type Finding, fail, fine, warn } from '../finding.js'

/** Last day of security updates; source: release schedule of the Node.js project, read in November 2026. */
const SUPPORTED_UNTIL: Readonly<Record<number, string>> = { 20: '2026-04-30', 22: '2027-04-30', 24: '2028-04-30' }
const OLDEST = [20, 19] as const
const ADVICE = 'Bitte auf Node 24 umsteigen (Sicherheitsaktualisierungen bis April 2028).'

/** The versions of Node that run the service, and those that still get security updates. */
export function checkNode({ node, today }: Pick<Facts, 'node' | 'today'>): Finding[] {
  const [major = 0, minor = 0] = node.split('.').map(Number)
  if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1]))
    return [fail(`Node ${node} ist zu alt, nötig ist mindestens ${OLDEST.join('.')}.`, ADVICE)]
  const until = SUPPORTED_UNTIL[major]
  if (until === undefined)
    return [
      warn(
        `Node ${node}: Mit dieser Fassung ist der KI-Kompass nicht erprobt.`,
        `Ungerade Fassungen bekommen nur wenige Monate Aktualisierungen, neuere sind noch unbekannt. ${ADVICE}`,
      ),
    ]
  if (today > until)
    return [warn(`Node ${node} läuft, bekommt aber seit ${until} keine Sicherheitsaktualisierungen mehr.`, ADVICE)]
  return [fine(`Node ${node}, Sicherheitsaktualisierungen bis ${until}.`)]
}
