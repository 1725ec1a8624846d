import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { CHECKS } from '../../../bot/doctor/index.js'
import { packageRoot } from '../../../bot/paths.js'

/** Not a check of its own: one half of what ends by itself. */
const PARTS = new Set(['bot-secret'])

test('the register and the folder hold the same checks, each once', () => {
  const files = readdirSync(join(packageRoot(), 'bot/doctor/checks')).map(file => file.replace(/\.ts$/, ''))
  const ids = CHECKS.map(({ id }) => id)
  expect([...ids].sort()).toEqual(files.filter(file => !PARTS.has(file)).sort())
  expect(new Set(ids).size).toBe(ids.length)
})
