import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { pack } from '../../../bot/commands/pack.js'
import { readYaml } from '../../../policies/pack/document.js'
import { Contacts, Manifest } from '../../../policies/pack/pack-schema.js'
import { ContactRole } from '../../../policies/pack/terms.js'
import { type Ran, run } from '../../support/command-line.js'
import { DAY } from '../../support/musterstadt.js'
import { type PacksFolder, packsFolder } from '../../support/packs-folder.js'

let packs: PacksFolder

beforeEach(async () => {
  packs = await packsFolder()
})
afterEach(() => packs.remove())

const command = (...args: string[]): Promise<Ran> => run(pack, args, { packs: packs.folder })

describe('pack check', () => {
  test('without a folder checks base pack and Musterstadt and says what it found', async () => {
    const { code, output, errors } = await command('check')
    expect(output.trim().split('\n')).toEqual([
      expect.stringMatching(/^Kleinhausen: \d+ Regeln, \d+ Werkzeuge, alles in Ordnung\.$/),
      expect.stringMatching(/^Neustadt: \d+ Regeln, \d+ Werkzeuge, alles in Ordnung\.$/),
    ])
    expect({ code, errors }).toEqual({ code: 0, errors: '' })
  })

  test('with a folder checks that one', async () => {
    const { code, output } = await command('check', packs.path('musterstadt'))
    expect(output.trim().split('\n')).toHaveLength(1)
    expect(code).toBe(0)
  })

  test('lists every problem with file and line and counts them', async () => {
    await packs.write('musterstadt/contacts.yaml', 'roles: {}\ndepartments: []\n')
    const { code, output } = await command('check')
    const lines = output.trim().split('\n')
    const problems = lines.filter(line => /contacts\.yaml:1: Ansprechperson für „.*“ fehlt$/.test(line))
    expect(problems.length).toBeGreaterThan(3)
    expect(lines.at(-1)).toBe(`${problems.length} Probleme gefunden.`)
    expect(lines[0]).toMatch(/^Kleinhausen: /)
    expect(code).toBe(1)
  })

  test('counts a single problem in good German', async () => {
    await packs.write(
      'musterstadt/pack.yaml',
      'id: musterstadt\nname: Neustadt\nextends: basis\nversion: 0\nstand: 2026-11-23\n',
    )
    const { code, output } = await command('check', packs.path('musterstadt'))
    expect(output).toMatch(/musterstadt\/pack\.yaml:4: version: .*\n1 Problem gefunden\.\n$/)
    expect(code).toBe(1)
  })

  test('a folder that does not exist is a problem, not a crash', async () => {
    const { code, output } = await command('check', packs.path('gone'))
    expect(output).toMatch(/gone\/pack\.yaml:1: Die Datei pack\.yaml fehlt/)
    expect(code).toBe(1)
  })
})

describe('pack new', () => {
  test('makes a pack that checks clean from the first minute', async () => {
    const { code, output, errors } = await command('new', 'bad-neustadt')
    expect({ code, errors }).toEqual({ code: 0, errors: '' })
    expect(output).toContain(`Angelegt: ${packs.path('bad-neustadt')}`)
    expect(output).toContain(`npm run pack -- check ${packs.path('bad-neustadt')}`)
    expect((await command('check', packs.path('bad-neustadt'))).output).toMatch(/alles in Ordnung/)
  })

  test('of the day, on the base pack, and no example: a real municipality is none', async () => {
    await command('new', 'neustadt')
    const read = readYaml('pack.yaml', await readFile(packs.path('neustadt/pack.yaml'), 'utf8'))
    expect(read.ok && Manifest.parse(read.text.value)).toMatchObject({
      id: 'neustadt',
      extends: 'basis',
      example: false,
      stand: DAY,
    })
  })

  test('with every role rules may send people to', async () => {
    await command('new', 'neustadt')
    const read = readYaml('contacts.yaml', await readFile(packs.path('neustadt/contacts.yaml'), 'utf8'))
    const { roles } = Contacts.parse(read.ok && read.text.value)
    expect(Object.keys(roles).sort()).toEqual([...ContactRole.options].sort())
  })

  test('with a mark at everything still to be filled in, and no tool approved', async () => {
    await command('new', 'neustadt')
    expect(await readFile(packs.path('neustadt/contacts.yaml'), 'utf8')).toMatch(/\[ERGÄNZEN: datenschutz\]/)
    expect(await readFile(packs.path('neustadt/tools.yaml'), 'utf8')).toMatch(/^tools: \[\]$/m)
    expect((await readdir(packs.path('neustadt'), { recursive: true })).sort()).toEqual([
      'contacts.yaml',
      'pack.yaml',
      'protect',
      join('protect', 'allow.txt'),
      join('protect', 'own-numbers.txt'),
      'rules',
      join('rules', 'README.txt'),
      'tools.yaml',
    ])
  })

  test.each(['basis', 'musterstadt'])('touches nothing where %s already is', async name => {
    const before = await readFile(packs.path(`${name}/pack.yaml`), 'utf8')
    const { code, output, errors } = await command('new', name)
    expect(errors).toMatch(/gibt es schon\. Bitte einen anderen Namen wählen; nichts wurde geändert\.\n$/)
    expect({ code, output }).toEqual({ code: 1, output: '' })
    expect(await readFile(packs.path(`${name}/pack.yaml`), 'utf8')).toBe(before)
  })

  test.each([
    { why: 'none', name: [] },
    { why: 'an empty one', name: [''] },
    { why: 'capitals', name: ['Neustadt'] },
    { why: 'an umlaut', name: ['münchen'] },
    { why: 'a blank', name: ['bad neustadt'] },
    { why: 'a way out of the folder', name: ['../neustadt'] },
    { why: 'an absolute path', name: ['/tmp/neustadt'] },
    { why: 'a hidden folder', name: ['.neustadt'] },
    { why: 'a hyphen at the end', name: ['neustadt-'] },
  ])('refuses a bad name and shows a good one: $why', async ({ name }) => {
    const before = await readdir(packs.folder)
    const { code, output, errors } = await command('new', ...name)
    expect(errors).toMatch(/^Bitte einen Namen aus Kleinbuchstaben, .* npm run pack -- new neustadt\n$/)
    expect({ code, output }).toEqual({ code: 2, output: '' })
    expect(await readdir(packs.folder)).toEqual(before)
  })
})

test.each([[[]], [['delete']], [['--help']]])('anything else (%j) shows how it goes', async args => {
  const { code, output, errors } = await command(...args)
  expect(errors).toBe(`So geht es: ${pack.usage}\n`)
  expect({ code, output }).toEqual({ code: 2, output: '' })
})
