import { isExpired, isMeantApproved, type Missing, missingFor } from '../tools/approval.js'
import { isStricter, mayEnter } from '../tools/matrix.js'
import type { BuiltPack } from './build.js'
import type { Problem } from './problem.js'
import type { DataClass, Day } from './terms.js'
import type { Tool } from './tool-schema.js'

type Found = { readonly key: string; readonly message: string; readonly overdue?: true }

/** Approvals that do not count and why, and what contradicts itself in a tool. */
export function tools({ pack, merged }: BuiltPack, today: Day): Problem[] {
  const departments = new Set(pack.contacts.departments.map(({ id }) => id))
  return pack.tools.flatMap((tool, i) =>
    [
      ...approval(tool, today),
      ...limits(tool),
      ...procedures(tool),
      ...audience(tool, departments),
      ...model(tool),
    ].map(({ key, ...problem }) => ({ ...merged.tools.locate(['tools', i, key]), ...problem })),
  )
}

const NAMES: Readonly<Record<Missing, string>> = {
  class: 'class (W1, W2 oder W3 statt W0)',
  storage: 'storage (Speicherort)',
  no_training: 'no_training: ja (Training mit Eingaben ausgeschlossen)',
  avv: 'avv (Vertrag zur Auftragsverarbeitung)',
  vvt: 'vvt (Nummer im Verzeichnis)',
  dsfa: 'dsfa (Folgenabschätzung)',
  personalrat: 'personalrat (Beteiligung)',
  risk: 'risk (Risikogruppe)',
  data_sets: 'data_sets (Datenbestände)',
  purposes: 'purposes (Aufgaben)',
  highest: 'highest (höchste Datenklasse)',
  audience: 'audience (Personenkreis)',
  owner: 'owner (Zuständige)',
  checked_by: 'checked_by (geprüft von)',
  approved_until: 'approved_until (gültig bis)',
}

/** Said to whoever keeps the pack; the tool simply counts as not approved meanwhile. */
function approval(tool: Tool, today: Day): Found[] {
  if (!isMeantApproved(tool)) return []
  const missing = missingFor(tool)
  if (missing.length > 0)
    return [
      {
        key: 'status',
        overdue: true,
        message: `„${tool.name}“ zählt noch nicht als freigegeben. Es fehlt (oder steht auf „nein“ oder „unbekannt“): ${missing.map(key => NAMES[key]).join(', ')}`,
      },
    ]
  return isExpired(tool, today)
    ? [
        {
          key: 'approved_until',
          overdue: true,
          message: `Die Freigabe von „${tool.name}“ endete am ${tool.approved_until}: bitte neu prüfen und verlängern, oder status: ausgelaufen`,
        },
      ]
    : []
}

/** More than the matrix allows the class at all. */
function limits({ name, class: trust, highest }: Tool): Found[] {
  if (highest === undefined || trust === 'W0') return []
  const most = CLASSES.findLast(data => mayEnter(trust, data) !== 'nein') ?? 'D0'
  return isStricter(highest, most)
    ? [{ key: 'highest', message: `„${name}“ ist Klasse ${trust} und darf höchstens ${most} bekommen` }]
    : []
}

const CLASSES: readonly DataClass[] = ['D0', 'D1', 'D2', 'D3']

function procedures({ class: trust, highest, procedures: released }: Tool): Found[] {
  const doubled = released.filter(({ id }, at) => released.findIndex(other => other.id === id) < at)
  return [
    ...doubled.map(({ id }) => ({ key: 'procedures', message: `Das Verfahren „${id}“ steht doppelt` })),
    ...released.flatMap(procedure => {
      const found: Found[] = []
      const add = (message: string): void => void found.push({ key: 'procedures', message })
      if (highest === undefined || isStricter(procedure.highest, highest))
        add(
          `Das Verfahren „${procedure.name}“ braucht ${procedure.highest}, das Werkzeug darf höchstens ${highest ?? 'D0'}`,
        )
      if (procedure.highest === 'D3' && (!procedure.opinion || !procedure.decision))
        add(
          `Das Verfahren „${procedure.name}“ braucht für D3 die schriftliche Stellungnahme (opinion) und die Entscheidung der Leitung (decision)`,
        )
      if (procedure.social_data && trust === 'W2' && !procedure.social_notice)
        add(`Das Verfahren „${procedure.name}“ braucht für Sozialdaten die Anzeige nach § 80 SGB X (social_notice)`)
      return found
    }),
  ]
}

function audience({ audience: group }: Tool, departments: ReadonlySet<string>): Found[] {
  if (group === undefined || group === 'alle') return []
  const unknown = group.departments.filter(id => !departments.has(id))
  const nobody = group.departments.length + group.roles.length + group.groups.length === 0
  return [
    ...unknown.map(id => ({ key: 'audience', message: `Den Fachbereich „${id}“ gibt es in contacts.yaml nicht` })),
    ...(nobody
      ? [{ key: 'audience', message: 'Der Personenkreis ist leer: „alle“ oder wenigstens eine Gruppe angeben' }]
      : []),
  ]
}

const LOOPBACK = /^http:\/\/(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?(?:\/|$)/

/** A text may leave this machine unencrypted only for a computing centre of one's own. */
function model({ class: trust, endpoint }: Tool): Found[] {
  if (!endpoint || endpoint.url.startsWith('https://') || LOOPBACK.test(endpoint.url) || trust === 'W3') return []
  return [{ key: 'endpoint', message: 'Das Modell ist nur über http erreichbar: bitte https verwenden' }]
}
