import type { Logger } from 'pino'
import { dayOf } from '../clock.js'
import type { Config } from '../config.js'
import { giveModels } from '../generation/served.js'
import type { MunicipalitySettings } from '../identity/municipality-settings.js'
import { type LivePack, type LivePackResult, openLivePack } from '../packs/live-pack.js'
import { packFolder } from '../packs/named-pack.js'
import { startProblems } from '../settings/start-problems.js'

export type PacksResult =
  | { readonly ok: true; readonly lives: readonly [LivePack, ...LivePack[]] }
  | { readonly ok: false; readonly problems: readonly string[] }

const EXAMPLE_REFUSED =
  'KOMPASS_PACK ist ein Beispielpaket mit erfundenen Menschen und Freigaben. Legen Sie ein eigenes an (npm run pack -- new <name>) und geben Sie es an, zum Beispiel: KOMPASS_PACK=neustadt npm run serve'

/** Opens the pack of every municipality, and says of all of them what is wrong. */
export async function openPacks(config: Config, examples: 'welcome' | 'refused', log: Logger): Promise<PacksResult> {
  const opened = await Promise.all(config.municipalities.map(one => openOne(one, log)))
  const lives = opened.flatMap(one => (one.ok ? [one.live] : []))
  const found = config.municipalities.flatMap(({ pack }, index) => {
    const one = opened[index]
    return one?.ok ? [{ pack, ...idOf(one.live) }] : []
  })
  const problems = [
    ...opened.flatMap(one => (one.ok ? [] : one.problems)),
    ...(examples === 'refused' && found.some(({ example }) => example) ? [EXAMPLE_REFUSED] : []),
    ...startProblems(config, found),
  ]
  const [first, ...others] = lives
  if (first && problems.length === 0) return { ok: true, lives: [first, ...others] }
  for (const live of lives) live.close()
  return { ok: false, problems: [...new Set(problems)] }
}

const idOf = (live: LivePack): { id: string; example: boolean } => {
  const { id, example } = live.pack().manifest
  return { id, example }
}

async function openOne({ pack, models }: MunicipalitySettings, log: Logger): Promise<LivePackResult> {
  const opened = await openLivePack(
    packFolder(pack),
    () => dayOf(new Date()),
    (event, problems) => log.info({ pack: event, problems: problems.length }, 'pack changed'),
    content => giveModels(content, models),
  )
  if (opened.ok) return opened
  return {
    ok: false,
    problems: [`Das Regelpaket ${pack} (KOMPASS_PACK) lässt sich nicht verwenden:`, ...opened.problems],
  }
}
