import { join } from 'node:path'
import { describe, expect, jest, test } from '@jest/globals'
import { token } from '../../../bot/commands/token.js'
import { createTokenDesk } from '../../../bot/generation/tokens/desk.js'
import type { StorageTarget } from '../../../bot/storage/target.js'
import { at, content } from '../../support/backups.js'
import { musterstadt, NOW } from '../../support/musterstadt.js'
import { opening } from '../../support/opening.js'
import { onBothEngines, temporaryFolder } from '../../support/storage.js'

// Each command reads and checks the whole pack, as it does on the command line.
jest.setTimeout(60_000)

const PACK = await musterstadt()
const WISH = ['--tools=mucgpt', '--purposes=entwerfen', '--answers-for=Amt 11, Frau X']
const KEY = /kk_[\w-]{43}/g

/** What the gateway makes of a token. */
async function bearer(target: StorageTarget, key: string) {
  const storage = await opening(target)
  try {
    const store = storage.forMunicipality('musterstadt')
    return await createTokenDesk({ store, pack: () => PACK, now: () => NOW }).principalOf(key)
  } finally {
    await storage.close()
  }
}

onBothEngines(({ fresh }) => {
  test('a token is shown once, works, and can be revoked', async () => {
    const target = await fresh()
    const made = await at(target, token, 'new', 'open-webui', ...WISH, '--declared=D1')
    expect(made).toMatchObject({ code: 0, errors: '' })
    const [key = '', ...others] = made.output.match(KEY) ?? []
    expect(others).toEqual([])
    expect(await bearer(target, key)).toMatchObject({ kind: 'program', program: { id: 'open-webui', declared: 'D1' } })

    const listed = await at(target, token, 'list')
    expect(listed.output).toBe(
      'open-webui · gilt seit 2026-11-23 · Werkzeuge mucgpt · Zwecke entwerfen · D1 · ersetzt Namen und Nummern · 60 je Minute · verantwortlich: Amt 11, Frau X\n',
    )
    expect((await content(target)).join('\n')).not.toContain(key.slice(3))

    expect(await at(target, token, 'revoke', 'open-webui')).toMatchObject({ code: 0, errors: '' })
    expect(await bearer(target, key)).toEqual({ kind: 'revoked' })
    expect((await at(target, token, 'list')).output).toContain('widerrufen am 2026-11-23')
    expect((await at(target, token, 'revoke', 'open-webui')).output).toContain('war schon widerrufen')
  })
})

const folder = temporaryFolder()
let files = 0
const fresh = (): StorageTarget => ({ kind: 'sqlite', file: join(folder(), String(++files), 'kompass.db') })

test('a name taken stays with its token', async () => {
  const target = fresh()
  await at(target, token, 'new', 'a', ...WISH)
  const again = await at(target, token, 'new', 'a', ...WISH)
  expect(again).toMatchObject({ code: 1, output: '' })
  expect(again.errors).toContain('„a“ gibt es schon')
})

test('what is wrong is said at once, and nothing is kept', async () => {
  const target = fresh()
  const made = await at(target, token, 'new', 'A', '--tools=x', '--purposes=y')
  expect(made).toMatchObject({ code: 1, output: '' })
  expect(made.errors.trim().split('\n')).toHaveLength(4)
  expect((await at(target, token, 'list')).output).toContain('Noch hat kein Programm einen Schlüssel')
})

test('a name nobody knows is not revoked', async () => {
  const revoked = await at(fresh(), token, 'revoke', 'x')
  expect(revoked).toMatchObject({ code: 1, output: '' })
  expect(revoked.errors).toContain('„x“ gibt es nicht')
})

describe('what will be refused is said before', () => {
  test.each([
    { why: 'D2 without a procedure', args: [], says: 'gehen nur Texte durch, in denen Namen und Nummern ersetzt' },
    { why: 'D2 without replacing', args: ['--on-found=block'], says: 'die schon Platzhalter tragen' },
    { why: 'D3 without a procedure', args: ['--declared=D3'], says: 'D3 geht nur mit' },
    {
      why: 'a tool not yet approved',
      args: ['--declared=D1'],
      tools: '--tools=mucgpt,deepl-pro',
      says: 'bis dahin abgelehnt: deepl-pro',
    },
  ])('$why', async ({ args, says, tools = '--tools=mucgpt' }) => {
    const wish = [tools, '--purposes=entwerfen,uebersetzen', '--answers-for=Amt 11', ...args]
    expect((await at(fresh(), token, 'new', 'a', ...wish)).output).toContain(says)
  })
})

test.each([[], ['new'], ['list', 'x'], ['revoke'], ['revoke', 'a', 'b'], ['other']])(
  'used wrongly (%s %s), it shows how',
  async (...args) => {
    const given = args.filter(arg => arg !== undefined)
    const ran = await at({ kind: 'sqlite', file: '/nowhere/kompass.db' }, token, ...given)
    expect(ran).toMatchObject({ code: 2, output: '' })
    expect(ran.errors).toContain('So geht es: npm run token -- new')
  },
)
