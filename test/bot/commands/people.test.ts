import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { Command } from '../../../bot/commands/command.js'
import { outsideTraining } from '../../../bot/commands/outside-training.js'
import { retention } from '../../../bot/commands/retention.js'
import { packsFolder } from '../../../bot/paths.js'
import { run } from '../../support/command-line.js'
import { opening } from '../../support/opening.js'

let folder: string
const before = { ...process.env }
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kompass-people-'))
  process.env.KOMPASS_DATA = folder
  delete process.env.DATABASE_URL
})
afterEach(async () => {
  process.env = { ...before }
  await rm(folder, { recursive: true, force: true })
})

const runCommand = (command: Command, args: readonly string[]) => run(command, args, { packs: packsFolder() })

async function store() {
  const storage = await opening({ kind: 'sqlite', file: join(folder, 'kompass.db') })
  return { ...storage.forMunicipality('musterstadt'), close: () => storage.close() }
}

describe('retention', () => {
  test('reports numbers, and nothing is a fine result', async () => {
    const { code, output } = await runCommand(retention, [])
    expect(code).toBe(0)
    expect(output).toContain('Nachweise: 0')
  })

  test('notes that somebody left, on a day that is given or today', async () => {
    expect((await runCommand(retention, ['left', 'p-1', '2026-01-31'])).code).toBe(0)
    const kept = await store()
    expect(await kept.departures.before('2026-02-01')).toEqual(['p-1'])
    await kept.close()
    const { output } = await runCommand(retention, [])
    expect(output).toContain('Personen, die gegangen sind: 1')
  })

  test('takes a departure back that was noted by mistake', async () => {
    await runCommand(retention, ['left', 'p-1', '2026-01-31'])
    expect((await runCommand(retention, ['stays', 'p-1'])).output).toContain('Der Vermerk ist gelöscht')
    expect((await runCommand(retention, ['stays', 'p-1'])).output).toContain('gab es keinen Vermerk')
    expect((await runCommand(retention, [])).output).toContain('Personen, die gegangen sind: 0')
  })

  test.each([
    { why: 'a day for staying', args: ['stays', 'p-1', '2026-01-31'] },
    { why: 'an action that does not exist', args: ['delete'] },
    { why: 'nobody named', args: ['left'] },
    { why: 'no day', args: ['left', 'p-1', 'gestern'] },
    { why: 'too much', args: ['left', 'p-1', '2026-01-31', 'x'] },
  ])('$why: says how it goes', async ({ args }) => {
    const { code, errors } = await runCommand(retention, args)
    expect(code).toBe(2)
    expect(errors).toContain('So geht es: npm run retention')
  })
})

describe('training elsewhere', () => {
  test('is entered once, and completes nothing it does not cover', async () => {
    const args = ['p-1', '2026-11-01', 'Studieninstitut', 'g1', 'g2']
    expect((await runCommand(outsideTraining, args)).output).toContain('Eingetragen: 2 neu.')
    expect((await runCommand(outsideTraining, args)).output).toContain('Eingetragen: 0 neu.')
    const kept = await store()
    expect(await kept.proofs.of('p-1')).toMatchObject([
      { subject: 'g1', day: '2026-11-01', provider: 'Studieninstitut' },
      { subject: 'g2', day: '2026-11-01', provider: 'Studieninstitut' },
    ])
    await kept.close()
  })

  test.each([
    { why: 'a module nobody knows', args: ['p-1', '2026-11-01', 'VHS', 'g99'], code: 1, says: 'Es gibt: ki-pass' },
    { why: 'a day to come', args: ['p-1', '2099-01-01', 'VHS', 'g1'], code: 1, says: 'in der Zukunft' },
    { why: 'no module', args: ['p-1', '2026-11-01', 'VHS'], code: 2, says: 'So geht es' },
    { why: 'no day', args: ['p-1', 'gestern', 'VHS', 'g1'], code: 2, says: 'So geht es' },
  ])('$why: refused, nothing entered', async ({ args, code, says }) => {
    const result = await runCommand(outsideTraining, args)
    expect(result.code).toBe(code)
    expect(result.errors).toContain(says)
    const kept = await store()
    expect(await kept.proofs.all()).toEqual([])
    await kept.close()
  })

  test('settings that are wrong are named', async () => {
    process.env.KOMPASS_PORT = 'achtzig'
    const { code, errors } = await runCommand(outsideTraining, ['p-1', '2026-11-01', 'VHS', 'g1'])
    expect(code).toBe(1)
    expect(errors).toContain('KOMPASS_PORT')
  })
})
