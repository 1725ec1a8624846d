import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packsFolder } from '../../bot/paths.js'
import { createEngine, type Engine, type Lists, readLists } from '../../policies/protect/index.js'

/** The list files of the base pack as they stand on disk. */
export function listFiles(pack = 'basis'): Map<string, string> {
  const folder = join(packsFolder(), pack, 'protect')
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.txt'))
  return new Map(names.map(name => [name.replaceAll('\\', '/'), readFileSync(join(folder, name), 'utf8')]))
}

let lists: Lists | undefined
let engine: Engine | undefined

export const baseLists = (): Lists => (lists ??= readLists(listFiles()))
export const baseEngine = (): Engine => (engine ??= createEngine(baseLists()))
