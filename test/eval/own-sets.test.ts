import { join } from 'node:path'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { loadPack } from '../../bot/packs/folder.js'
import { packsFolder } from '../../bot/paths.js'
import type { Answer } from '../../policies/answer/index.js'
import type { Pack } from '../../policies/pack/pack-schema.js'
import { answerTo, isSilent, lightOf, type OwnQuestion, ownSet, TODAY } from '../support/own-sets.js'

type Asked = { readonly row: OwnQuestion; readonly given: Answer }

async function ask(set: string, name: string): Promise<Asked[]> {
  const { result } = await loadPack(join(packsFolder(), name), TODAY)
  if (!result.ok) throw new Error(`pack ${name} does not check clean`)
  const pack: Pack = result.built.pack
  return ownSet(set).map(row => ({ row, given: answerTo(row, pack) }))
}

const share = (asked: readonly Asked[], good: (asked: Asked) => boolean): number =>
  asked.filter(good).length / asked.length

const firstIsRight = ({ row, given }: Asked): boolean => !isSilent(given) && row.expect.includes(given.ranked[0] ?? '')
const amongThree = ({ row, given }: Asked): boolean =>
  !isSilent(given) && given.ranked.slice(0, 3).some(id => row.expect.includes(id))

// The floors lie a little under what is measured (README), so that a change that makes answers worse is seen.
describe.each([
  { set: 'qa-own-a', why: 'questions the weights were fitted on', first: 0.86, three: 0.93, light: 0.86, recall: 0.83 },
  {
    set: 'qa-own-b',
    why: 'harder questions nothing was fitted on',
    first: 0.78,
    three: 0.91,
    light: 0.86,
    recall: 0.8,
  },
])('$set: $why', ({ set, first, three, light, recall }) => {
  let asked: Asked[]
  let answers: Asked[]
  beforeAll(async () => {
    asked = await ask(set, 'basis')
    answers = asked.filter(({ row }) => row.split === 'answer')
  })
  const ofKind = (...kinds: string[]): Asked[] => asked.filter(({ row }) => kinds.includes(row.kind))

  test('the right rule comes first', () => expect(share(answers, firstIsRight)).toBeGreaterThanOrEqual(first))
  test('the right rule is among the first three', () =>
    expect(share(answers, amongThree)).toBeGreaterThanOrEqual(three))
  test('the Ampel is right', () => {
    const labelled = answers.filter(({ row }) => row.light !== 'any')
    expect(share(labelled, ({ row, given }) => lightOf(given) === row.light)).toBeGreaterThanOrEqual(light)
  })
  test('the Ampel never says "erlaubt" without an approved tool', () => {
    expect(asked.filter(({ given }) => lightOf(given) === 'erlaubt').map(({ row }) => row.q)).toEqual([])
  })
  test('what is no rule is said to be none', () => {
    const foreign = asked.filter(
      ({ row }) => row.split === 'abstain' && row.kind !== 'smalltalk' && row.kind !== 'injection',
    )
    expect(share(foreign, ({ given }) => isSilent(given))).toBeGreaterThanOrEqual(recall)
    expect(share(answers, ({ given }) => !isSilent(given))).toBeGreaterThanOrEqual(0.95)
  })
  test('small talk is answered as such', () =>
    expect(share(ofKind('smalltalk'), ({ given }) => given.kind === 'small-talk')).toBeGreaterThanOrEqual(0.95))
  test('an attempt to change the rules never yields "erlaubt"', () =>
    expect(ofKind('injection').every(({ given }) => lightOf(given) !== 'erlaubt')).toBe(true))
})

describe('qa-musterstadt: approved tools with public or internal material, and counter-questions', () => {
  let asked: Asked[]
  beforeAll(async () => {
    asked = await ask('qa-musterstadt', 'musterstadt')
  })

  test('what is allowed is said to be allowed', () => {
    const allowed = asked.filter(({ row }) => row.light === 'erlaubt')
    expect(allowed.length).toBeGreaterThanOrEqual(40)
    expect(share(allowed, ({ given }) => lightOf(given) === 'erlaubt')).toBeGreaterThanOrEqual(0.95)
  })
  test('what is not is never said to be', () => {
    const others = asked.filter(({ row }) => row.light !== 'erlaubt')
    expect(others.filter(({ given }) => lightOf(given) === 'erlaubt').map(({ row }) => row.q)).toEqual([])
  })
})
