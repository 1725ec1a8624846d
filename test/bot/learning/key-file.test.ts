import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { openLearningKey } from '../../../bot/learning/key-file.js'

let folder: string
let file: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kompass-key-'))
  file = join(folder, 'data', 'learning.key')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const keyOf = async (given?: string): Promise<string> => {
  const result = await openLearningKey(given, file)
  if (!result.ok) throw new Error(result.problem)
  return Buffer.from(result.key).toString('base64')
}

describe('the learning key', () => {
  test('is made once, and read again after every restart', async () => {
    const first = await keyOf()
    expect(Buffer.from(first, 'base64')).toHaveLength(32)
    expect(await keyOf()).toBe(first)
  })

  test('is the same for two starts at once', async () => {
    const keys = await Promise.all(Array.from({ length: 8 }, () => keyOf()))
    expect(new Set(keys).size).toBe(1)
  })

  test("is nobody else's to read", async () => {
    await keyOf()
    expect((await stat(file)).mode & 0o077).toBe(0)
  })

  test('from the settings wins, and leaves no file', async () => {
    expect(await keyOf('x'.repeat(43))).toBe(Buffer.from('x'.repeat(43)).toString('base64'))
    await expect(stat(file)).rejects.toThrow()
  })
})

describe('a damaged file is never replaced', () => {
  test.each([
    { why: 'empty', text: '' },
    { why: 'too short', text: Buffer.alloc(16).toString('base64') },
    { why: 'not base64', text: '§§§' },
  ])('$why', async ({ text }) => {
    await keyOf()
    await writeFile(file, text)
    const result = await openLearningKey(undefined, file)
    expect(result).toEqual({ ok: false, problem: expect.stringContaining('aus der Sicherung') })
    expect(await readFile(file, 'utf8')).toBe(text)
  })
})
