import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { readText } from '../../../bot/settings/files.js'

const FOLDER = mkdtempSync(join(tmpdir(), 'ki-kompass-files-'))
const path = (name: string): string => join(FOLDER, name)
writeFileSync(path('key'), 'größe\n')
writeFileSync(path('large'), 'x'.repeat(2 ** 20 + 1))
afterAll(() => rmSync(FOLDER, { recursive: true }))

describe('a file a setting names', () => {
  test.each([
    { why: 'is read as it is', name: 'key', text: 'größe\n' },
    { why: 'may be missing', name: 'nirgends', text: undefined },
    { why: 'may be a folder', name: '.', text: undefined },
    { why: 'is no key, if it is that large', name: 'large', text: undefined },
  ])('$why', ({ name, text }) => {
    expect(readText(path(name))).toBe(text)
  })
})
