import { watch } from 'node:fs'
import { dirname } from 'node:path'
import type { Pack } from '../../policies/pack/pack-schema.js'
import { formatProblem, isUsable } from '../../policies/pack/problem.js'
import type { Day } from '../../policies/pack/terms.js'
import { loadPack } from './folder.js'

/** The pack in use; `problems` tells why a newer version on disk was not taken. */
export type LivePack = {
  readonly pack: () => Pack
  readonly problems: () => readonly string[]
  readonly reload: () => Promise<void>
  readonly close: () => void
}

export type LivePackResult =
  | { readonly ok: true; readonly live: LivePack }
  | { readonly ok: false; readonly problems: readonly string[] }

type Listener = (event: 'taken' | 'kept', problems: readonly string[]) => void

const SETTLE_MS = 300

/**
 * Loads a pack and watches its folder (and the base pack beside it). A change is taken only if it checks clean;
 * otherwise the pack in use stays and the listener hears why. `prepare` may complete a pack before anybody sees it.
 */
export async function openLivePack(
  folder: string,
  today: () => Day,
  listener: Listener,
  prepare: (pack: Pack) => void = () => undefined,
): Promise<LivePackResult> {
  const first = await loadPack(folder, today())
  if (!first.result.ok || !isUsable(first.problems)) return { ok: false, problems: first.problems.map(formatProblem) }
  let pack = first.result.built.pack
  prepare(pack)
  let refused: readonly string[] = []
  const reload = async (): Promise<void> => {
    const { result, problems } = await loadPack(folder, today())
    refused = isUsable(problems) ? [] : problems.map(formatProblem)
    if (result.ok && isUsable(problems)) {
      prepare(result.built.pack)
      pack = result.built.pack
    }
    listener(refused.length === 0 ? 'taken' : 'kept', refused)
  }
  const unreadable = (): void =>
    listener('kept', ['Das Regelpaket ließ sich nicht lesen; das bisherige bleibt in Kraft.'])
  const stop = watchFolder(dirname(folder), () => void reload().catch(unreadable), unreadable)
  return { ok: true, live: { pack: () => pack, problems: () => refused, reload, close: stop } }
}

/** Editors write a file in several steps: wait until it has been quiet for a moment. */
function watchFolder(folder: string, changed: () => void, failed: () => void): () => void {
  let timer: NodeJS.Timeout | undefined
  const watcher = watch(folder, { recursive: true }, () => {
    clearTimeout(timer)
    timer = setTimeout(changed, SETTLE_MS)
  })
  watcher.on('error', failed)
  watcher.unref()
  return () => {
    clearTimeout(timer)
    watcher.close()
  }
}
