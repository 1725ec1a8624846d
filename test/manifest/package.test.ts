import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { Ajv } from 'ajv'
import { z } from 'zod'
import { packageRoot } from '../../bot/paths.js'
import { unzip } from '../../manifest/archive.js'
import { checkPackages } from '../../manifest/check.js'
import { readPackages, TEAMS_PACKAGE } from '../../manifest/read-packages.js'
import { TeamsManifest } from '../../manifest/teams-schema.js'
import { WORD_FILES } from '../../manifest/word.js'
import { readWordManifest } from '../../manifest/word-read.js'
import { EXAMPLE, hostPackages, runPackage } from './packaged.js'

const { run, folder, packages, configWith } = hostPackages()

const VERSION = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8'))).version
const SCHEMAS = join(packageRoot(), 'node_modules/@microsoft/app-manifest/build/json-schemas/teams/v1.26')

const zipped = async (name: string): Promise<Uint8Array> => readFile(join(folder(), name, TEAMS_PACKAGE))
const textIn = (files: ReadonlyMap<string, Uint8Array>, name: string): string =>
  new TextDecoder().decode(files.get(name))

test('a fresh clone gives packages, and says that they are an example and what to fill in', () => {
  expect(run()).toEqual({ code: 0, errors: '', output: expect.stringContaining(TEAMS_PACKAGE) })
  for (const said of [
    'LTSC 2021',
    'Das ist ein Beispiel',
    'kopieren',
    'service',
    'bot',
    'example: true',
    'npm run package --',
  ])
    expect(run().output).toContain(said)
})

test('everything is right with them, by our checks as well', async () => {
  expect(checkPackages(await readPackages(packages()), VERSION)).toEqual([])
})

test('the zip holds the manifest, both language files and both icons, all at its root', async () => {
  const files = unzip(await zipped('musterstadt'))
  expect([...files.keys()]).toEqual(['color.png', 'de.json', 'en.json', 'manifest.json', 'outline.png'])
  for (const [name, bytes] of (await readPackages(packages())).teams)
    expect(files.get(name)).toEqual(new Uint8Array(bytes))
})

test('the same configuration gives the same bytes, in any time zone', async () => {
  const again = join(folder(), 'again')
  const { code } = await runPackage([EXAMPLE, again], { TZ: 'Pacific/Kiritimati' })
  expect(code).toBe(0)
  for (const file of [TEAMS_PACKAGE, ...Object.values(WORD_FILES)])
    expect(await readFile(join(again, 'musterstadt', file))).toEqual(await readFile(join(packages(), file)))
})

test('id and names are those of the configuration, in every file', async () => {
  const files = unzip(await zipped('musterstadt'))
  const manifest = TeamsManifest.parse(JSON.parse(textIn(files, 'manifest.json')))
  expect(manifest).toMatchObject({
    id: '00000000-0000-4000-8000-000000000001',
    version: VERSION,
    name: { short: 'KI-Kompass', full: 'KI-Kompass der Stadt Musterstadt' },
  })
  expect(JSON.parse(textIn(files, 'en.json'))).toMatchObject({ 'name.full': 'KI-Kompass of the town of Musterstadt' })
})

test("language files are valid by Microsoft's schema, which the tool does not look at", async () => {
  const schema: object = JSON.parse(readFileSync(join(SCHEMAS, 'MicrosoftTeams.Localization.schema.json'), 'utf8'))
  // Names of another draft, and patterns that are no unicode ones.
  const plain = Object.fromEntries(Object.entries(schema).filter(([key]) => key !== '$schema' && key !== 'id'))
  const validate = new Ajv({ unicodeRegExp: false, strict: false, validateFormats: false }).compile(plain)
  const files = unzip(await zipped('musterstadt'))
  for (const name of ['de.json', 'en.json']) {
    validate(JSON.parse(textIn(files, name)))
    expect(validate.errors).toBeNull()
  }
  expect(validate({ 'name.short': 'x', 'description.short': 'x', 'description.full': 'x', 'bots[0].name': 'x' })).toBe(
    false,
  )
})

test('the XML manifests read back as they were meant', async () => {
  const { word } = await readPackages(packages())
  expect([...word.keys()].sort()).toEqual([WORD_FILES.button, WORD_FILES.catalogue].sort())
  for (const [file, xml] of word) {
    expect(readWordManifest(file, xml)).toMatchObject({
      ok: true,
      word: {
        id: '00000000-0000-4000-8000-000000000002',
        version: VERSION,
        names: ['KI-Kompass', 'KI-Kompass'],
        page: 'https://kompass.musterstadt.example/pane/',
        permissions: 'ReadWriteDocument',
        leastWordApi: '1.3',
        overrides: file === WORD_FILES.button,
      },
    })
  }
})

test('what stands in names comes through XML unharmed', async () => {
  const name = 'Rat & Tat <KI> "Kompass"'
  const config = await configWith(text => text.replace('de: { short: KI-Kompass,', `de: { short: '${name}',`))
  expect(await runPackage([config, join(folder(), 'named')])).toMatchObject({ code: 0 })
  const { word } = await readPackages(join(folder(), 'named/musterstadt'))
  for (const [file, xml] of word)
    expect(readWordManifest(file, xml)).toMatchObject({ ok: true, word: { names: [name, 'KI-Kompass'] } })
})

const REAL = (text: string): string =>
  text
    .replace('example: true\n', '')
    .replaceAll('00000000-0000-4000-8000-', '7d1c1e2a-5b1f-4c7e-9a53-')
    .replaceAll('musterstadt.example', 'neustadt.de')

test('a municipality of its own is packed without the note of the example', async () => {
  const { code, output } = await runPackage([await configWith(REAL), join(folder(), 'real')])
  expect(code).toBe(0)
  expect(output).not.toContain('Beispiel')
})

test('without bot and without Entra there is neither chat nor its permission, and the packages are valid', async () => {
  const config = await configWith(text => text.replace(/^bot: .*$/m, '').replace(/^sign_in:\n(?: {2}.*\n?)*/m, ''))
  expect(await runPackage([config, join(folder(), 'silent')])).toMatchObject({ code: 0, errors: '' })
  const manifest = TeamsManifest.parse(JSON.parse(textIn(unzip(await zipped('silent/musterstadt')), 'manifest.json')))
  expect(manifest).toMatchObject({ permissions: ['identity'] })
  for (const part of ['bots', 'composeExtensions', 'webApplicationInfo']) expect(manifest).not.toHaveProperty(part)
})

test.each([
  { why: 'no such file', args: ['gibt-es-nicht.yaml'], code: 2, says: 'manifest/musterstadt.yaml' },
  { why: 'an option it does not know', args: ['--help'], code: 2, says: 'So geht es' },
  { why: 'too many words', args: ['a.yaml', 'b', 'c'], code: 2, says: 'So geht es' },
])('$why: says how it goes', async ({ args, code, says }) => {
  expect(await runPackage(args)).toEqual({ code, output: '', errors: expect.stringContaining(says) })
})

test('a broken configuration packs nothing, and names file, line and field', async () => {
  const config = await configWith(text => text.replace('app: 0000', 'app: xyz'))
  const { code, errors } = await runPackage([config, join(folder(), 'broken')])
  expect(code).toBe(1)
  expect(errors).toMatch(/\.yaml:\d+: app ist eine GUID/)
  await expect(readPackages(join(folder(), 'broken/musterstadt'))).rejects.toThrow('ENOENT')
})

test("what Microsoft's schema or the checks find keeps the zip from being made", async () => {
  const long = `https://www.musterstadt.example/${'a'.repeat(2_100)}`
  const config = await configWith(text => text.replace('website: https://www.musterstadt.example/', `website: ${long}`))
  const { code, errors } = await runPackage([config, join(folder(), 'checked')])
  expect(code).toBe(1)
  expect(errors).toMatch(/^manifest\.json: Schema von Microsoft: \/developer\/websiteUrl/)
  await expect(zipped('checked/musterstadt')).rejects.toThrow('ENOENT')
})
