import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { z } from 'zod'
import { COMMANDS } from '../../../bot/commands/index.js'
import { packageRoot } from '../../../bot/paths.js'

const FOLDER = join(packageRoot(), 'bot/commands')

type Exports = Readonly<Record<string, unknown>>

test('the register and the folder hold the same command lines', async () => {
  const modules = await Promise.all(
    readdirSync(FOLDER)
      .filter(file => file.endsWith('.ts') && file !== 'index.ts')
      .map(async (file): Promise<Exports> => import(join(FOLDER, file))),
  )
  const found = modules
    .flatMap(module => Object.values(module))
    .filter(value => typeof value === 'object' && value !== null && 'usage' in value && 'run' in value)
  expect(found.length).toBeGreaterThan(1)
  expect(new Set(COMMANDS)).toEqual(new Set(found))
  expect(COMMANDS).toHaveLength(found.length)
})

test('the script a command line tells people to run really runs it', () => {
  const { scripts } = z
    .object({ scripts: z.record(z.string(), z.string()) })
    .parse(JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')))
  for (const { name, usage } of COMMANDS) {
    const told = [...usage.matchAll(/npm run (?:--silent )?(?<script>[a-z]+(?:-[a-z]+)*)/g)].map(
      match => match.groups?.script ?? '',
    )
    expect(told.length).toBeGreaterThan(0)
    for (const script of told) expect(scripts[script]).toMatch(new RegExp(`dist/bot/cli\\.js ${name}(?: &&|$)`))
  }
})

test('no name is taken twice', () => {
  expect(new Set(COMMANDS.map(({ name }) => name)).size).toBe(COMMANDS.length)
})
