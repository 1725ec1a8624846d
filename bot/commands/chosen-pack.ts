import type { Pack } from '../../policies/pack/pack-schema.js'
import type { Day } from '../../policies/pack/terms.js'
import type { Config } from '../config.js'
import { loadPack } from '../packs/folder.js'
import { packFolder } from '../packs/named-pack.js'

export type ChosenPack =
  | { readonly ok: true; readonly pack: Pack }
  | { readonly ok: false; readonly problems: readonly string[] }

/** Option every command takes that works on what is kept of one municipality. */
export const KOMMUNE = '[--kommune=<id>]'
const OPTION = /^--kommune=(.+)$/

/** The municipality somebody chose with `--kommune=`, and all other arguments. */
export function splitKommune(args: readonly string[]): {
  readonly kommune: string | undefined
  readonly rest: string[]
} {
  const chosen = args.flatMap(arg => OPTION.exec(arg)?.[1] ?? [])
  return { kommune: chosen.at(-1), rest: args.filter(arg => !OPTION.test(arg)) }
}

/** The pack of the municipality meant: the only one there is, or the one named. */
export async function choosePack(
  { municipalities }: Pick<Config, 'municipalities'>,
  kommune: string | undefined,
  today: Day,
): Promise<ChosenPack> {
  const packs: Pack[] = []
  for (const { pack } of municipalities) {
    const { result } = await loadPack(packFolder(pack), today)
    if (!result.ok)
      return { ok: false, problems: [`Das Regelpaket ${pack} (KOMPASS_PACK) lässt sich nicht verwenden.`] }
    packs.push(result.built.pack)
  }
  const [only, ...others] = kommune === undefined ? packs : packs.filter(({ manifest }) => manifest.id === kommune)
  if (only && others.length === 0) return { ok: true, pack: only }
  const ids = packs.map(({ manifest }) => manifest.id).join(', ')
  return {
    ok: false,
    problems: [`Bitte sagen Sie, für welche Kommune: --kommune=<id>. Es gibt: ${ids}`],
  }
}
