import { describe, expect, test } from '@jest/globals'
import { readWish } from '../../../../bot/generation/tokens/wish.js'
import { DAY, musterstadt } from '../../../support/musterstadt.js'

const PACK = await musterstadt()
const GIVEN = {
  name: 'open-webui',
  tools: '--tools=mucgpt,f13',
  purposes: '--purposes=entwerfen,zusammenfassen',
  who: '--answers-for=Amt 11, Frau X',
}
const read = (...more: string[]) => readWish([...Object.values(GIVEN), ...more], PACK, DAY)

test('what is not said has the careful value', () => {
  expect(read()).toEqual({
    ok: true,
    wish: {
      name: 'open-webui',
      tools: ['mucgpt', 'f13'],
      purposes: ['entwerfen', 'zusammenfassen'],
      procedure: undefined,
      declared: 'D2',
      answersFor: 'Amt 11, Frau X',
      onFound: 'replace',
      perMinute: 60,
      since: DAY,
      until: undefined,
      revoked: undefined,
    },
  })
})

test.each([
  {
    why: 'a procedure of one of the tools',
    arg: '--procedure=beschwerden-und-hinweise',
    key: 'procedure',
    value: 'beschwerden-und-hinweise',
  },
  { why: 'a class', arg: '--declared=D1', key: 'declared', value: 'D1' },
  { why: 'refusing instead of replacing', arg: '--on-found=block', key: 'onFound', value: 'block' },
  { why: 'a limit', arg: '--per-minute=6000', key: 'perMinute', value: 6000 },
  { why: 'today as the last day', arg: `--until=${DAY}`, key: 'until', value: DAY },
])('$why is taken', ({ arg, key, value }) => {
  const result = read(arg)
  if (!result.ok) throw new Error(result.problems.join('\n'))
  expect(result.wish).toMatchObject({ [key]: value })
})

describe('what is wrong is said with what to do', () => {
  const instead = (changes: Partial<typeof GIVEN>, ...more: string[]) =>
    readWish([...Object.values({ ...GIVEN, ...changes }).filter(Boolean), ...more], PACK, DAY)
  test.each([
    { why: 'no name', result: instead({ name: '' }), says: ['Der Name des Programms besteht aus'] },
    { why: 'a name with capitals', result: instead({ name: 'WebUI' }), says: ['Der Name des Programms besteht aus'] },
    { why: 'a value without quotation marks', result: read('Frau'), says: ['Bitte genau einen Namen angeben'] },
    { why: 'no tools', result: instead({ tools: '' }), says: ['--tools fehlt'] },
    { why: 'empty tools', result: instead({ tools: '--tools=, ,' }), says: ['--tools fehlt'] },
    {
      why: 'two tools nobody knows',
      result: instead({ tools: '--tools=mucgbt,mucgpt,x' }),
      says: ['„mucgbt“ gibt es im Regelpaket nicht. Freigegeben sind: f13, mucgpt, microsoft-365-copilot', '„x“'],
    },
    { why: 'no purposes', result: instead({ purposes: '' }), says: ['--purposes fehlt'] },
    {
      why: 'a purpose nobody knows',
      result: instead({ purposes: '--purposes=dichten,entwerfen,zusammenfassen' }),
      says: ['Den Zweck „dichten“ gibt es nicht. Es gibt: entwerfen'],
    },
    {
      why: 'a purpose none of the tools is released for',
      result: instead({ tools: '--tools=f13', purposes: '--purposes=entwerfen,zusammenfassen' }),
      says: ['Für „entwerfen“ ist keines dieser Werkzeuge freigegeben'],
    },
    {
      why: 'a tool released for none of the purposes',
      result: instead({ purposes: '--purposes=entwerfen' }),
      says: ['„f13“ ist für keinen dieser Zwecke freigegeben'],
    },
    {
      why: 'a procedure of no tool',
      result: read('--procedure=baugenehmigung'),
      says: ['„baugenehmigung“ ist für diese Werkzeuge nicht freigegeben. Freigegeben sind: beschwerden-und-hinweise'],
    },
    { why: 'no class', result: read('--declared=D9'), says: ['--declared ist D0, D1, D2 oder D3'] },
    { why: 'what no tool may ever get', result: read('--declared=VS'), says: ['--declared ist D0, D1, D2 oder D3'] },
    { why: 'nobody who answers', result: instead({ who: '' }), says: ['--answers-for fehlt'] },
    {
      why: 'a letter instead of a name',
      result: instead({ who: `--answers-for=${'x'.repeat(201)}` }),
      says: ['länger als 200'],
    },
    { why: 'another way', result: read('--on-found=warn'), says: ['--on-found ist block (ablehnen) oder replace'] },
    ...['0', '6001', '1.5', 'viele', '', '1e9'].map(limit => ({
      why: `a limit of „${limit}“`,
      result: read(`--per-minute=${limit}`),
      says: ['--per-minute ist eine ganze Zahl'],
    })),
    { why: 'no day', result: read('--until=bald'), says: ['--until ist ein Datum'] },
    { why: 'a day that does not exist', result: read('--until=2027-02-30'), says: ['--until ist ein Datum'] },
    { why: 'yesterday', result: read('--until=2026-11-22'), says: ['--until liegt in der Vergangenheit'] },
    {
      why: 'an option nobody knows',
      result: read('--tool=mucgpt'),
      says: ['Die Angabe --tool gibt es nicht. Es gibt: --tools'],
    },
    { why: 'an option without a value', result: read('--until'), says: ['--until braucht einen Wert'] },
    { why: 'an option twice', result: read('--declared=D1', '--declared=D2'), says: ['--declared steht zweimal da'] },
  ])('$why', ({ result, says }) => {
    if (result.ok) throw new Error('taken')
    expect(result.problems).toHaveLength(says.length)
    for (const [at, words] of says.entries()) expect(result.problems[at]).toContain(words)
  })

  test('everything at once', () => {
    const result = readWish(
      ['A', '--tools=x', '--declared=X', '--per-minute=x', '--until=x', '--on-found=x'],
      PACK,
      DAY,
    )
    if (result.ok) throw new Error('taken')
    expect(result.problems).toHaveLength(8)
  })

  test('a procedure that is over is released no more', () => {
    const later = readWish([...Object.values(GIVEN), '--procedure=beschwerden-und-hinweise'], PACK, '2027-07-01')
    expect(later).toEqual({ ok: false, problems: [expect.stringContaining('Freigegeben ist dafür noch keines.')] })
  })
})
