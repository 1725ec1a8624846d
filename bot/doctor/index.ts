import { checkClock } from './checks/clock.js'
import { checkDatabase } from './checks/database.js'
import { checkFolder } from './checks/folder.js'
import { checkModels } from './checks/models.js'
import { checkNode } from './checks/node.js'
import { checkPacks } from './checks/pack.js'
import { checkPages } from './checks/pages.js'
import { checkPorts } from './checks/ports.js'
import { checkPublicly } from './checks/publicly.js'
import { checkSettings } from './checks/settings.js'
import { checkSignIns } from './checks/sign-in.js'
import { checkTokens } from './checks/tokens.js'
import type { Facts, Place } from './facts.js'
import type { Finding } from './finding.js'

/** A kind of thing that can be wrong. `title` is German. */
export type Check = {
  readonly id: string
  readonly title: string
  readonly judge: (facts: Facts) => readonly Finding[]
}

const ofPlace =
  (check: (place: Place) => Finding[]) =>
  ({ place }: Facts): Finding[] =>
    place ? check(place) : []

/** The register, in the order of the report: what is found first often explains what comes after. */
export const CHECKS: readonly Check[] = [
  { id: 'node', title: 'Node', judge: checkNode },
  { id: 'settings', title: 'Einstellungen', judge: checkSettings },
  { id: 'folder', title: 'Datenordner und Schlüssel', judge: ofPlace(checkFolder) },
  { id: 'database', title: 'Datenbank', judge: ofPlace(checkDatabase) },
  { id: 'pack', title: 'Regelpaket und Freigaben', judge: checkPacks },
  { id: 'pages', title: 'Seiten', judge: ofPlace(checkPages) },
  { id: 'ports', title: 'Ports', judge: ofPlace(checkPorts) },
  { id: 'publicly', title: 'Öffentliche Adresse', judge: checkPublicly },
  { id: 'sign-in', title: 'Anmeldung', judge: checkSignIns },
  { id: 'tokens', title: 'Was abläuft', judge: checkTokens },
  { id: 'models', title: 'Sprachmodelle', judge: checkModels },
  { id: 'clock', title: 'Uhr', judge: ofPlace(checkClock) },
]
