import type { Pack } from '../../../policies/pack/pack-schema.js'
import { formatProblem } from '../../../policies/pack/problem.js'
import type { Day } from '../../../policies/pack/terms.js'
import { isExpired, isMeantApproved, missingFor } from '../../../policies/tools/approval.js'
import { plusDays } from '../../../policies/training/index.js'
import type { Facts, PackFacts } from '../facts.js'
import { type Finding, fail, fine, warn } from '../finding.js'

const SOON_DAYS = 30
/** More would hide the rest of the report; `npm run pack -- check` lists them all. */
const SHOWN = 5

/** Each municipality's pack: readable, complete, no example, and its approvals good for some time. */
export function checkPacks({ place, today }: Facts): Finding[] {
  if (place === undefined) return []
  const demo = place.settings.municipalities.some(({ signIn }) => signIn.kind === 'local')
  return place.packs.flatMap(facts => [...usable(facts), ...(facts.pack ? inside(facts.pack, today, demo) : [])])
}

function usable({ name, problems, pack }: PackFacts): Finding[] {
  const command = `npm run pack -- check ${name}`
  const told = problems.slice(0, SHOWN).map(problem => {
    const say = pack === undefined ? fail : warn
    return say(`Paket ${name}: ${formatProblem(problem)}`, `Bitte in der Datei verbessern; alles zeigt: ${command}`)
  })
  const more = problems.length - told.length
  if (more > 0) return [...told, warn(`Paket ${name}: ${more} weitere Stellen.`, `Alle zeigt: ${command}`)]
  if (pack === undefined && told.length === 0)
    return [fail(`Das Paket ${name} (KOMPASS_PACK) lässt sich nicht verwenden.`, `Warum, sagt: ${command}`)]
  return told
}

function inside(pack: Pack, today: Day, demo: boolean): Finding[] {
  const { name, example } = pack.manifest
  const tools = pack.tools.filter(isMeantApproved)
  const found = tools.flatMap(tool => {
    const { approved_until: until } = tool
    if (isExpired(tool, today))
      return [
        warn(
          `${name}: Die Freigabe von „${tool.name}“ ist am ${until} abgelaufen, niemand bekommt es mehr angeboten.`,
          'Neu prüfen und approved_until in tools.yaml setzen, oder status: ausgelaufen.',
        ),
      ]
    if (missingFor(tool).length > 0)
      return [
        warn(
          `${name}: „${tool.name}“ gilt nicht als freigegeben, es fehlt: ${missingFor(tool).join(', ')}.`,
          'In tools.yaml ergänzen (docs/tools.md); „unbekannt“ zählt wie „nein“.',
        ),
      ]
    if (until !== undefined && plusDays(today, SOON_DAYS) >= until)
      return [
        warn(`${name}: Die Freigabe von „${tool.name}“ endet am ${until}.`, 'Bitte rechtzeitig neu prüfen lassen.'),
      ]
    return []
  })
  const invented = example
    ? [
        (demo ? warn : fail)(
          `${name} ist ein Beispielpaket mit erfundenen Menschen und Freigaben.`,
          'Ein eigenes anlegen (npm run pack -- new <name>) und in KOMPASS_PACK angeben.',
        ),
      ]
    : []
  return [...invented, ...found, fine(`${name}: ${pack.rules.length} Regeln, ${tools.length} freigegebene Werkzeuge.`)]
}
