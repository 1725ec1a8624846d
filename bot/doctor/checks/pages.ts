import type { Place } from '../facts.js'
import { type Finding, fail, fine } from '../finding.js'

/** The built pages, and Office.js where a house serves its own. */
export function checkPages({ pages, officeJs, settings }: Place): Finding[] {
  const { missing } = pages
  const built =
    missing.length === 0
      ? fine('Die Seiten für Browser, Teams und Word sind gebaut.')
      : fail(
          `Gebaute Seiten fehlen: ${missing.join(', ')}.`,
          'Bitte npm run build ausführen oder dist/ vollständig kopieren.',
        )
  return [built, officeScript(settings.officeJs, officeJs)]
}

function officeScript(url: string | undefined, answer: Place['officeJs']): Finding {
  if (url === undefined || answer === undefined)
    return fine('Office.js laden die Browser von Microsoft; von hier aus wird es nicht gebraucht und nicht geprüft.')
  const mend =
    'Bitte KOMPASS_OFFICE_JS prüfen: Ohne Office.js sieht die Seite in Word nur sich selbst, nicht das Dokument.'
  if (answer.kind === 'failed') return fail(`Office.js unter ${url} ist nicht erreichbar (${answer.code}).`, mend)
  if (answer.status !== 200 || !/javascript/.test(answer.type))
    return fail(`Unter ${url} liegt kein Skript (Status ${answer.status}).`, mend)
  return fine(`Office.js kommt von ${url}.`)
}
