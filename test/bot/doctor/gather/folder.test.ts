import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { lookIntoFolder } from '../../../../bot/doctor/gather/folder.js'
import { temporaryFolder } from '../../../support/storage.js'

const folder = temporaryFolder()

test('a folder is looked at and left as it was', async () => {
  const path = join(folder(), 'daten')
  await mkdir(path, { mode: 0o750 })
  await writeFile(join(path, 'learning.key'), 'x', { mode: 0o640 })
  await writeFile(join(path, 'notizen.txt'), 'x', { mode: 0o666 })
  expect(await lookIntoFolder(path)).toMatchObject({
    kind: 'there',
    path,
    writeProblem: undefined,
    own: true,
    mode: 0o750,
    files: [{ name: 'learning.key', mode: 0o640 }],
  })
  expect((await readdir(path)).sort()).toEqual(['learning.key', 'notizen.txt'])
})

test('what is missing is not made', async () => {
  const path = join(folder(), 'fehlt')
  expect(await lookIntoFolder(path)).toEqual({ kind: 'missing', path })
  expect(await readdir(folder())).not.toContain('fehlt')
})

test('a file where the folder should be', async () => {
  const path = join(folder(), 'datei')
  await writeFile(path, '')
  expect(await lookIntoFolder(path)).toMatchObject({ kind: 'there', writeProblem: 'ENOTDIR' })
  expect(await lookIntoFolder(join(path, 'darin'))).toMatchObject({ kind: 'closed', code: 'ENOTDIR' })
})
