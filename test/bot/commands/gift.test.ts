import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { stringify } from 'yaml'
import { gift } from '../../../bot/commands/gift.js'
import { pack } from '../../../bot/commands/pack.js'
import { type Ran, run } from '../../support/command-line.js'
import { moduleOf, questionOf } from '../../support/gift-modules.js'
import { type PacksFolder, packsFolder } from '../../support/packs-folder.js'

let packs: PacksFolder
let folder: string

beforeEach(async () => {
  packs = await packsFolder()
  folder = await mkdtemp(join(tmpdir(), 'kompass-gift-'))
  const { id, ...module } = moduleOf([questionOf('single', 1, () => 'Text'), questionOf('order', 2, () => 'Text')])
  await packs.write(`basis/training/${id}.yaml`, `# Grundpaket\n${stringify(module)}`)
})
afterEach(async () => {
  await packs.remove()
  await rm(folder, { recursive: true, force: true })
})

const command = (...args: string[]): Promise<Ran> => run(gift, args, { packs: packs.folder })
const file = async (text: string | Uint8Array): Promise<string> => {
  await writeFile(join(folder, 'fragen.gift'), text)
  return join(folder, 'fragen.gift')
}
const into = async (text: string | Uint8Array, ...more: string[]): Promise<Ran> =>
  command('import', await file(text), '--pack', 'musterstadt', '--module', 'g2', ...more)
const written = (name = 'musterstadt'): Promise<string | undefined> =>
  readFile(packs.path(`${name}/training/g2.yaml`), 'utf8').catch(() => undefined)

describe('gift export', () => {
  test('writes the questions to the output and the report beside it', async () => {
    const { code, output, errors } = await command('export', 'basis', 'g2')
    expect(output).toMatch(/^\$CATEGORY: KI-Kompass\/g2 Probe\n\n\/\/ \[id:g2-frage-1\]/)
    expect(errors.split('\n')).toEqual([
      'g2 Probe: 2 von 2 Fragen ausgegeben.',
      expect.stringMatching(/^ {2}g2-frage-2: Aus der Reihenfolge/),
      expect.stringMatching(/^Lektionen, Lernziele/),
      '',
    ])
    expect(code).toBe(0)
  })

  test('a municipality exports the questions of the base pack with its own', async () => {
    await packs.write(
      'musterstadt/training/g2.yaml',
      stringify({ questions: [questionOf('single', 7, () => 'Eigenes')] }),
    )
    expect((await command('export', 'musterstadt')).output.match(/^::/gm)).toHaveLength(3)
  })

  test.each([
    ['a pack that is not there', ['export', 'nirgends'], /Ein Paket „nirgends“ gibt es/, 1],
    ['a path instead of a name', ['export', '../basis'], /gibt es in .* nicht/, 1],
    ['a module that is not there', ['export', 'basis', 'g9'], /Ein Modul „g9“ gibt es nicht\. Es gibt: g2\./, 1],
    ['no action', [], /So geht es/, 2],
    ['another action', ['loeschen'], /So geht es/, 2],
    ['too much', ['export', 'basis', 'g2', 'g3'], /So geht es/, 2],
    ['an import without pack', ['import', 'x', '--module', 'g2'], /So geht es/, 2],
    ['an import without file', ['import', '--pack', 'basis', '--module', 'g2'], /So geht es/, 2],
    ['an option nobody knows', ['import', 'x', '--pack', 'basis', '--module', 'g2', '--force'], /So geht es/, 2],
  ])('%s', async (_, args, message, wanted) => {
    const { code, output, errors } = await command(...args)
    expect(errors).toMatch(message)
    expect({ code, output }).toEqual({ code: wanted, output: '' })
  })

  test('a pack with mistakes is not exported', async () => {
    await packs.write('basis/training/g2.yaml', 'title: Halb\n')
    const { code, errors } = await command('export', 'basis')
    expect(errors).toMatch(/hat Fehler.*pack -- check/)
    expect(code).toBe(1)
  })
})

describe('gift import', () => {
  test('takes questions, says per question what is missing, and keeps the pack from being used until it is filled in', async () => {
    const { code, output } = await into('::Neu::F {=a ~b ~c}\n\n::Kurz::F {=a}')
    expect(output.split('\n')).toEqual([
      expect.stringMatching(/^übernommen: Zeile 1 \(„Neu“\) als g2-neu: Bitte ergänzen: .*Regel/),
      expect.stringMatching(/^nicht übernommen: Zeile 3 \(„Kurz“\): Kurzantwort/),
      expect.stringMatching(/^1 von 2 Einträgen der Datei übernommen nach .*g2\.yaml\.$/),
      expect.stringMatching(/\[ERGÄNZEN …\]/),
      expect.stringMatching(/^Danach prüfen: npm run pack -- check .*musterstadt$/),
      '',
    ])
    expect(code).toBe(1)
    expect(await written()).toContain('id: "g2-neu"')
    const check = await run(pack, ['check', packs.path('musterstadt')], { packs: packs.folder })
    expect(check.output).toMatch(/musterstadt\/training\/g2\.yaml:\d+: .*rules/)
  })

  test('what we wrote ourselves comes back whole, under other ids', async () => {
    const { output } = await command('export', 'basis', 'g2')
    const { code } = await into(output.replaceAll('g2-frage-', 'g2-eigene-'))
    expect(code).toBe(0)
    expect(await written()).not.toContain('[ERGÄNZEN]')
    expect(await readdir(packs.path('musterstadt/training'))).toEqual(['g2.yaml'])
  })

  test('a question of the base pack is never replaced', async () => {
    const { output } = await command('export', 'basis', 'g2')
    const ran = await into(output)
    expect(ran.output).toMatch(/nicht übernommen: .*„g2-frage-1“ gibt es schon im Grundpaket; sie bleibt unverändert/)
    expect(ran.output).toContain('Nichts wurde übernommen und nichts geändert.')
    expect({ code: ran.code, file: await written() }).toEqual({ code: 1, file: undefined })
  })

  test('nor taken a second time into another module', async () => {
    const { output } = await command('export', 'basis', 'g2')
    await packs.write('musterstadt/training/g5.yaml', 'questions: []\n')
    const args = ['--pack', 'musterstadt', '--module', 'g5'] as const
    const ran = await command('import', await file(output), ...args)
    expect(ran.output.match(/gibt es schon im Grundpaket/g)).toHaveLength(2)
    expect(ran.output).toContain('Nichts wurde übernommen')
  })

  test('a second import adds what is new and leaves the rest as it is', async () => {
    await into('::Eins::F {=a ~b ~c}')
    const before = (await written()) ?? ''
    const { output } = await into('::Eins::F {=x ~y ~z}\n\n::Zwei::F {=a ~b ~c}')
    expect(output).toMatch(/„g2-eins“ gibt es schon in diesem Paket/)
    expect((await written())?.startsWith(before)).toBe(true)
    expect(await written()).toContain('id: "g2-zwei"')
  })

  test('the questions of the other modules count as well', async () => {
    await packs.write('musterstadt/training/g3.yaml', 'questions: [{ id: g2-eins }]\n')
    expect((await into('::Eins::F {=a ~b ~c}')).output).toMatch(/gibt es schon in diesem Paket/)
  })

  test('a trial run writes nothing', async () => {
    const { output } = await into('::Eins::F {=a ~b ~c}', '--dry-run')
    expect(output).toMatch(/1 von 1 Einträgen der Datei würden übernommen\. Probelauf: Nichts wurde geschrieben\./)
    expect(await written()).toBeUndefined()
  })

  test('into the base pack itself: its file keeps every letter', async () => {
    const before = (await written('basis')) ?? ''
    await command('import', await file('::Neu::F {=a ~b ~c}'), '--pack', 'basis', '--module', 'g2')
    const after = (await written('basis')) ?? ''
    expect(after).toContain('g2-neu')
    for (const line of before.split('\n')) expect(after).toContain(line)
  })

  test('a file of the pack that is broken is left as it is', async () => {
    await packs.write('musterstadt/training/g2.yaml', 'questions: [\n')
    const { code, errors } = await into('::Neu::F {=a ~b ~c}')
    expect(errors).toMatch(/g2\.yaml: Die vorhandene Datei ist kein gültiges YAML; nichts wurde geändert/)
    expect({ code, file: await written() }).toEqual({ code: 1, file: 'questions: [\n' })
  })

  test.each<[string, string | Uint8Array, RegExp]>([
    ['Latin-1', new Uint8Array(Buffer.from('Über', 'latin1')), /nicht UTF-8/],
    ['UTF-16', new Uint8Array(Buffer.from('\ufeffF', 'utf16le')), /UTF-16/],
  ])('a file in %s is refused', async (_, text, message) => {
    const { code, errors } = await into(text)
    expect(errors).toMatch(message)
    expect({ code, file: await written() }).toEqual({ code: 1, file: undefined })
  })

  test('a file of 50 MB is not even read', async () => {
    const path = await file('')
    await truncate(path, 50_000_000)
    const { code, errors } = await command('import', path, '--pack', 'musterstadt', '--module', 'g2')
    expect(errors).toMatch(/größer als 5 MB/)
    expect(code).toBe(1)
  })

  test.each([
    ['a file that is not there', ['gone.gift', '--pack', 'basis', '--module', 'g2'], /gone\.gift gibt es nicht/],
    ['a folder', ['.', '--pack', 'basis', '--module', 'g2'], /gibt es nicht/],
    ['a pack that is not there', ['x', '--pack', 'nirgends', '--module', 'g2'], /Ein Paket „nirgends“/],
    ['a way out of the packs', ['x', '--pack', '../../etc', '--module', 'g2'], /gibt es in .* nicht/],
    [
      'a module that is not there',
      ['x', '--pack', 'basis', '--module', '../g2'],
      /Ein Modul „\.\.\/g2“ gibt es nicht\. Es gibt: g2\./,
    ],
  ])('%s', async (_, args, message) => {
    const { code, errors } = await command('import', ...args)
    expect(errors).toMatch(message)
    expect(code).toBe(1)
  })
})
