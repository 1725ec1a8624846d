import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { packageRoot } from '../../../bot/paths.js'
import { PURPOSES } from '../../../policies/tools/purposes.js'
import { musterstadt } from '../../support/musterstadt.js'

const { prompts } = await musterstadt()

describe('the register of purposes', () => {
  test('has instructions for each, and there are none without purpose', () => {
    const files = readdirSync(join(packageRoot(), 'policies/packs/basis/prompts'))
    expect(files.sort()).toEqual(PURPOSES.map(purpose => `${purpose}.md`).sort())
  })

  test('gives the order in which people see them', () => {
    expect(prompts.map(({ id }) => id)).toEqual(PURPOSES)
  })
})
