import type { Answer, Place } from '../facts.js'
import { type Finding, fail, fine, warn } from '../finding.js'

/** Tokens of people are taken with 60 seconds of tolerance, those of Teams with five minutes. */
const PEOPLE_SECONDS = 60
const TEAMS_SECONDS = 300
const MEND = 'Bitte die Uhr dieses Servers mit dem Zeitserver Ihres Hauses abgleichen (NTP; unter Linux: timedatectl).'

/** Compares our clock with those of the addresses the service talks to anyway; no foreign time server is asked. */
export function checkClock(place: Place): Finding[] {
  const heard = clocksOf(place)
  if (heard.length === 0) return [fine('Keine eingestellte Adresse hat eine Uhrzeit genannt, nichts zu vergleichen.')]
  const off = middle(heard)
  const said = `Die Uhr weicht ${Math.round(off)} Sekunden von der der anderen ab (verglichen mit ${heard.length})`
  if (off > TEAMS_SECONDS) return [fail(`${said}: Anmeldungen werden abgelehnt.`, MEND)]
  if (off > PEOPLE_SECONDS) return [warn(`${said}: Anmeldungen können scheitern.`, MEND)]
  return [fine(`Die Uhr geht richtig (${Math.round(off)} Sekunden Abweichung, verglichen mit ${heard.length}).`)]
}

/** Others first: the public address may be this very machine, whose clock always agrees with itself. */
function clocksOf({ publicly, signIns, models, officeJs }: Place): number[] {
  const others = [...signIns, ...models].map(({ answer }) => answer)
  const heard = aheadOf(officeJs ? [...others, officeJs] : others)
  return heard.length > 0 || publicly === undefined ? heard : aheadOf([publicly.health])
}

const aheadOf = (answers: readonly Answer[]): number[] =>
  answers.flatMap(answer => (answer.kind === 'answered' && answer.ahead !== undefined ? [answer.ahead] : []))

/** Of two the nearer counts: one server with a wrong clock must not make ours look wrong. */
function middle(numbers: readonly number[]): number {
  const sorted = numbers.map(Math.abs).sort((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0
}
