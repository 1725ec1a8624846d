import type { Pack } from '../pack/pack-schema.js'
import { createEngine, type Engine } from './engine.js'
import { readLists } from './lists/lists.js'

const engines = new WeakMap<Pack['protect'], Engine>()

/** The engine with the lists of a pack; made once for every pack. */
export function engineOf({ protect }: Pick<Pack, 'protect'>): Engine {
  const known = engines.get(protect)
  if (known) return known
  const engine = createEngine(readLists(new Map(Object.entries(protect.lists))))
  engines.set(protect, engine)
  return engine
}
