import { readdir, readFile } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { expect, test } from '@jest/globals'
import { packageRoot } from '../../../bot/paths.js'

// Office.js is a global, so no import tells who uses it: dependency-cruiser sees the types, this sees the calls.
const CALLS = /\b(?:Word|Office|OfficeExtension)\.(?:run|on[A-Z]|context|[A-Z]\w)/

test('only addin/office calls Office.js', async () => {
  const addin = join(packageRoot(), 'addin')
  const files = (await readdir(addin, { recursive: true })).filter(name => /\.tsx?$/.test(name))
  const calling = await Promise.all(
    files.map(async name => (CALLS.test(await readFile(join(addin, name), 'utf8')) ? [name] : [])),
  )
  const inside = calling.flat().filter(name => name.startsWith(`office${sep}`))
  expect(calling.flat()).toEqual(inside)
  expect(inside.length).toBeGreaterThan(5)
})
