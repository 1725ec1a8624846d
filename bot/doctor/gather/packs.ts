import type { Day } from '../../../policies/pack/terms.js'
import { loadPack } from '../../packs/folder.js'
import { packFolder } from '../../packs/named-pack.js'
import type { PackFacts } from '../facts.js'

/** Reads and checks a pack as the service does at start. */
export async function lookAtPack(name: string, today: Day): Promise<PackFacts> {
  const { result, problems } = await loadPack(packFolder(name), today)
  return { name, problems, pack: result.ok ? result.built.pack : undefined }
}
