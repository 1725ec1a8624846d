import { join } from 'node:path'
import { readPackFolder } from '../../bot/packs/folder.js'
import { packsFolder } from '../../bot/paths.js'
import { buildPack } from '../../policies/pack/build.js'
import type { Pack } from '../../policies/pack/pack-schema.js'
import type { Rule } from '../../policies/pack/rule-schema.js'

/** The day and moment every test of the bot plays on; `DAY` is the German calendar day of `NOW`. */
export const DAY = '2026-11-23'
export const NOW = new Date('2026-11-23T09:00:00Z')

/** The real base pack with Musterstadt on top. Built, not checked: the check takes seconds and has its own tests. */
export async function musterstadt(): Promise<Pack> {
  const read = (name: string) => readPackFolder(join(packsFolder(), name))
  const result = buildPack(await read('musterstadt'), await read('basis'))
  if (!result.ok) throw new Error(result.problems.map(({ file, line, message }) => `${file}:${line} ${message}`).join())
  return result.built.pack
}

export function ruleOf(pack: Pack, id: string): Rule {
  const rule = pack.rules.find(candidate => candidate.id === id)
  if (!rule) throw new Error(`no rule ${id}`)
  return rule
}
