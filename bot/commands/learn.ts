import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { learnPack } from '../../policies/answer/index.js'
import { buildPack } from '../../policies/pack/build.js'
import { readWithBase } from '../packs/folder.js'
import { learnedFile, writeLearned } from '../packs/learned-file.js'
import { packageRoot } from '../paths.js'
import { type Command, say } from './command.js'

/** Part of the build: learns the words of every pack that changed since, so that the service starts quickly. */
export const learn: Command = {
  name: 'learn',
  usage: 'npm run build',
  async run(_, { packs, errors }) {
    const code = await newest(join(packageRoot(), 'dist', 'policies'))
    const names = await readdir(packs)
    const content = Math.max(...(await Promise.all(names.map(name => newest(join(packs, name))))))
    for (const name of names) {
      if ((await changedAt(learnedFile(name))) > Math.max(code, content)) continue
      const { own, base } = await readWithBase(join(packs, name))
      const result = buildPack(own, base)
      if (result.ok) await writeLearned(name, learnPack(result.built.pack))
      else say(errors, `Das Regelpaket ${name} hat Fehler: npm run pack -- check ${join(packs, name)}`)
    }
    return 0
  },
}

const changedAt = (file: string): Promise<number> =>
  stat(file).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  )

async function newest(folder: string): Promise<number> {
  const files = await readdir(folder, { recursive: true }).catch(() => [])
  return Math.max(0, ...(await Promise.all(files.map(file => changedAt(join(folder, file))))))
}
