import { openStorage, type Storage } from '../../bot/storage/open.js'
import type { StorageTarget } from '../../bot/storage/target.js'

/** A storage whose opening is not what is tested. */
export async function opening(target: StorageTarget): Promise<Storage> {
  const result = await openStorage(target)
  if (!result.ok) throw new Error(result.problem)
  return result.storage
}
