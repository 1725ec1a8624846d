import { describe, expect, test } from '@jest/globals'
import { createMemory } from '../../../bot/memory/conversation-memory.js'
import { NO_TOPIC, type Topic } from '../../../policies/answer/index.js'

const NOON = new Date('2026-11-23T12:00:00Z')
const later = (minutes: number): Date => new Date(NOON.getTime() + minutes * 60_000)
const about = (rule: string): Topic => ({ ...NO_TOPIC, rules: [rule] })

describe('thirty minutes', () => {
  test.each([
    { why: 'at once', minutes: 0, known: true },
    { why: 'a second before they are over', minutes: 30 - 1 / 60, known: true },
    { why: 'when they are over', minutes: 30, known: false },
    { why: 'the next day', minutes: 24 * 60, known: false },
  ])('$why: still known $known', async ({ minutes, known }) => {
    const memory = createMemory()
    await memory.remember('c', about('a'), NOON)
    await memory.tieReply('c', 'message', 'reply', NOON)
    expect(await memory.recall('c', later(minutes))).toEqual(known ? [about('a')] : [])
    expect(await memory.replyTo('c', 'message', later(minutes))).toBe(known ? 'reply' : undefined)
  })

  test('begin anew with every turn, not with a look', async () => {
    const memory = createMemory()
    await memory.remember('c', about('a'), NOON)
    await memory.remember('c', about('b'), later(20))
    expect(await memory.recall('c', later(49))).toEqual([about('a'), about('b')])
    expect(await memory.recall('c', later(50))).toEqual([])
  })

  test('what has run out does not come back with the next turn', async () => {
    const memory = createMemory()
    await memory.remember('c', about('a'), NOON)
    await memory.tieReply('c', 'message', 'reply', NOON)
    await memory.remember('c', about('b'), later(31))
    expect(await memory.recall('c', later(31))).toEqual([about('b')])
    expect(await memory.replyTo('c', 'message', later(31))).toBeUndefined()
  })
})

describe('how much', () => {
  test('the last three topics', async () => {
    const memory = createMemory()
    for (const rule of ['a', 'b', 'c', 'd']) await memory.remember('c', about(rule), NOON)
    expect(await memory.recall('c', NOON)).toEqual([about('b'), about('c'), about('d')])
  })

  test('the answers to the last ten messages', async () => {
    const memory = createMemory()
    for (let at = 1; at <= 11; at++) await memory.tieReply('c', `message-${at}`, `reply-${at}`, NOON)
    expect(await memory.replyTo('c', 'message-1', NOON)).toBeUndefined()
    expect(await memory.replyTo('c', 'message-2', NOON)).toBe('reply-2')
    expect(await memory.replyTo('c', 'message-11', NOON)).toBe('reply-11')
  })

  test('of 5,000 conversations; then the one silent longest goes first', async () => {
    const memory = createMemory()
    for (let at = 0; at < 5000; at++) await memory.remember(`c${at}`, about('a'), NOON)
    await memory.remember('c0', about('b'), NOON)
    await memory.remember('one more', about('a'), NOON)
    expect(await memory.recall('c1', NOON)).toEqual([])
    expect(await memory.recall('c0', NOON)).toHaveLength(2)
    expect(await memory.recall('c2', NOON)).toHaveLength(1)
    expect(await memory.recall('one more', NOON)).toHaveLength(1)
  })
})

describe('conversations', () => {
  test('know nothing of each other', async () => {
    const memory = createMemory()
    await memory.remember('c', about('a'), NOON)
    await memory.tieReply('c', 'message', 'reply', NOON)
    expect(await memory.recall('other', NOON)).toEqual([])
    expect(await memory.replyTo('other', 'message', NOON)).toBeUndefined()
  })

  test('are forgotten when asked, alone', async () => {
    const memory = createMemory()
    await memory.remember('c', about('a'), NOON)
    await memory.tieReply('c', 'message', 'reply', NOON)
    await memory.remember('other', about('a'), NOON)
    await memory.forget('c')
    await memory.forget('never seen')
    expect(await memory.recall('c', NOON)).toEqual([])
    expect(await memory.replyTo('c', 'message', NOON)).toBeUndefined()
    expect(await memory.recall('other', NOON)).toHaveLength(1)
  })

  test('of two services are apart', async () => {
    const [one, other] = [createMemory(), createMemory()]
    await one.remember('c', about('a'), NOON)
    expect(await other.recall('c', NOON)).toEqual([])
  })
})

test('an answer renewed takes the place of the first', async () => {
  const memory = createMemory()
  await memory.tieReply('c', 'message', 'first', NOON)
  await memory.tieReply('c', 'message', 'second', NOON)
  expect(await memory.replyTo('c', 'message', NOON)).toBe('second')
})

test('what was recalled does not change when the conversation goes on', async () => {
  const memory = createMemory()
  await memory.remember('c', about('a'), NOON)
  const recalled = await memory.recall('c', NOON)
  await memory.remember('c', about('b'), NOON)
  expect(recalled).toEqual([about('a')])
})

test('a group is forgotten with what belongs to each of its members, another group is not', async () => {
  const memory = createMemory()
  for (const key of ['gruppe|a', 'gruppe|b', 'gruppe-2|a']) await memory.remember(key, about('a'), NOON)
  await memory.forget('gruppe')
  const left = await Promise.all(['gruppe|a', 'gruppe|b', 'gruppe-2|a'].map(key => memory.recall(key, NOON)))
  expect(left.map(topics => topics.length)).toEqual([0, 0, 1])
})
