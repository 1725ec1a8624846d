import type { Place, PortFacts } from '../facts.js'
import { type Finding, fail, fine } from '../finding.js'

/** Whether the service runs where the settings say, or could. */
export const checkPorts = ({ ports }: Place): Finding[] => ports.map(judge)

function judge({ setting, host, port, state }: PortFacts): Finding {
  const place = `${host}:${port} (${setting})`
  if (state === 'ours') return fine(`Der Dienst läuft unter ${place}.`)
  if (state === 'free') return fine(`${place} ist frei, der Dienst läuft gerade nicht.`)
  if (state === 'taken')
    return fail(
      `${place} benutzt ein anderes Programm.`,
      `Das andere beenden oder ${setting} ändern. Welches es ist, zeigt unter Linux: ss -ltnp, unter Windows: netstat -abn`,
    )
  if (state.code === 'EACCES')
    return fail(`${place} darf dieser Benutzer nicht verwenden.`, `Bitte ${setting} über 1023 wählen.`)
  return fail(
    `Unter ${place} kann der Dienst nicht lauschen (${state.code}).`,
    'Bitte KOMPASS_HOST und den Port prüfen.',
  )
}
