import { access } from 'node:fs/promises'
import { join } from 'node:path'
import type { Day } from '../../../policies/pack/terms.js'
import type { Config } from '../../config.js'
import { packageRoot } from '../../paths.js'
import { lookAtDatabase } from '../../storage/look.js'
import { type StorageTarget, storageTarget } from '../../storage/target.js'
import type { FolderFacts, PackFacts, PageFacts, Place, PortFacts } from '../facts.js'
import { lookAtBotSecrets, lookAtModels, lookAtPublic, lookAtSignIns } from './addresses.js'
import type { Ask } from './ask.js'
import { lookIntoFolder } from './folder.js'
import { lookAtKeys } from './keys.js'
import { lookAtPack } from './packs.js'
import { lookAtPort } from './ports.js'

export type Looking = { readonly now: Date; readonly today: Day; readonly ask: Ask }

/** Looks at everything the settings name, and at nothing else; leaves it all as it was. */
export async function lookAtPlace(config: Config, { now, today, ask }: Looking): Promise<Place> {
  const packs = await Promise.all(config.municipalities.map(({ pack }) => lookAtPack(pack, today)))
  const target = storageTarget({ DATABASE_URL: config.databaseUrl, KOMPASS_DATA: config.data })
  const folder = await lookIntoFolder(config.data)
  const [database, keyProblems, ports, pages, publicly, signIns, botSecrets, models, officeJs] = await Promise.all([
    lookAtOwnDatabase(target, folder, idsOf(packs), now),
    lookAtKeys(config),
    lookAtPorts(config, ask),
    lookAtPages(),
    config.publicUrl === undefined ? undefined : lookAtPublic(config.publicUrl, ask),
    lookAtSignIns(config.municipalities, ask),
    lookAtBotSecrets(config.municipalities, ask),
    lookAtModels(config.municipalities, packs, ask),
    config.officeJs === undefined ? undefined : ask(config.officeJs),
  ])
  const { publicUrl, municipalitiesFile, municipalities, officeJs: officeUrl } = config
  const settings = { publicUrl, municipalitiesFile, municipalities, databaseIs: target.kind, officeJs: officeUrl }
  return {
    settings,
    packs,
    database,
    folder,
    keyProblems,
    ports,
    pages,
    publicly,
    signIns,
    botSecrets,
    models,
    officeJs,
  }
}

/** SQLite makes files beside its own: made by root, they would lock the service out. */
const lookAtOwnDatabase = async (target: StorageTarget, folder: FolderFacts, ids: readonly string[], now: Date) =>
  target.kind === 'sqlite' && folder.kind === 'there' && !folder.own
    ? ({ kind: 'foreign' } as const)
    : lookAtDatabase(target, ids, now)

const idsOf = (packs: readonly PackFacts[]): string[] => packs.flatMap(({ pack }) => (pack ? [pack.manifest.id] : []))

function lookAtPorts({ host, port, messagesPort }: Config, ask: Ask): Promise<PortFacts[]> {
  const places = [{ setting: 'KOMPASS_PORT', host, port }]
  if (messagesPort !== undefined) places.push({ setting: 'KOMPASS_MESSAGES_PORT', host, port: messagesPort })
  return Promise.all(places.map(place => lookAtPort(place, ask)))
}

/** As addin/build.mjs makes them. */
const PAGES = ['tab', 'pane', 'anmeldung'] as const

async function lookAtPages(): Promise<PageFacts> {
  const looked = await Promise.all(
    PAGES.map(page =>
      access(join(packageRoot(), 'dist', 'addin', page, 'index.html')).then(
        () => [],
        () => [page],
      ),
    ),
  )
  return { missing: looked.flat() }
}
