import { describe, expect, test } from '@jest/globals'
import type { Storage } from '../../../bot/storage/open.js'
import type { Store } from '../../../bot/storage/store.js'
import { NO_TOPIC, type Topic } from '../../../policies/answer/index.js'
import { onBothEngines } from '../../support/storage.js'

const NOON = new Date('2026-11-23T12:00:00Z')
const later = (minutes: number): Date => new Date(NOON.getTime() + minutes * 60_000)
const about = (rule: string): Topic => ({ ...NO_TOPIC, rules: [rule] })

onBothEngines(({ open }) => {
  let opened: Promise<Storage> | undefined
  let municipalities = 0
  /** A municipality of its own for each test: the next test sees nothing of it. */
  const fresh = async (): Promise<Store> => {
    opened ??= open()
    return (await opened).forMunicipality(`m${++municipalities}`)
  }

  describe('counters', () => {
    test('count each name for itself, from one', async () => {
      const { counters } = await fresh()
      for (const name of ['answer.rule', 'answer.unknown', 'answer.rule', 'constructor']) await counters.increment(name)
      expect(Object.fromEntries(await counters.read())).toEqual({
        'answer.rule': 2,
        'answer.unknown': 1,
        constructor: 1,
      })
    })

    test('lose nothing when many count at once', async () => {
      const { counters } = await fresh()
      await Promise.all(Array.from({ length: 50 }, () => counters.increment('a')))
      expect((await counters.read()).get('a')).toBe(50)
    })

    test('start empty, and what was read does not count on', async () => {
      const { counters } = await fresh()
      const before = await counters.read()
      await counters.increment('a')
      expect(before.size).toBe(0)
    })
  })

  describe('memory', () => {
    test.each([
      { why: 'at once', minutes: 0, known: true },
      { why: 'a second before thirty minutes are over', minutes: 30 - 1 / 60, known: true },
      { why: 'when they are over', minutes: 30, known: false },
      { why: 'the next day', minutes: 24 * 60, known: false },
    ])('$why: still known $known', async ({ minutes, known }) => {
      const { memory } = await fresh()
      await memory.keep('c', { topic: about('a'), replies: [] }, NOON)
      await memory.keep('c', { topic: undefined, replies: [['message', 'reply']] }, NOON)
      expect(await memory.recall('c', later(minutes))).toEqual(known ? [about('a')] : [])
      expect(await memory.replyTo('c', 'message', later(minutes))).toBe(known ? 'reply' : undefined)
    })

    test('the thirty minutes begin anew with every turn, not with a look', async () => {
      const { memory } = await fresh()
      await memory.keep('c', { topic: about('a'), replies: [] }, NOON)
      await memory.keep('c', { topic: about('b'), replies: [] }, later(20))
      expect(await memory.recall('c', later(49))).toEqual([about('a'), about('b')])
      expect(await memory.recall('c', later(50))).toEqual([])
    })

    test('what has run out does not come back with the next turn', async () => {
      const { memory } = await fresh()
      await memory.keep('c', { topic: about('a'), replies: [] }, NOON)
      await memory.keep('c', { topic: undefined, replies: [['message', 'reply']] }, NOON)
      await memory.keep('c', { topic: about('b'), replies: [] }, later(31))
      expect(await memory.recall('c', later(31))).toEqual([about('b')])
      expect(await memory.replyTo('c', 'message', later(31))).toBeUndefined()
    })

    test('what was recalled, but has run out before something new is kept, does not come back either', async () => {
      const { memory } = await fresh()
      await memory.keep('c', { topic: about('a'), replies: [] }, NOON)
      await memory.recall('c', later(29))
      await memory.keep('c', { topic: about('b'), replies: [] }, later(31))
      expect(await memory.recall('c', later(31))).toEqual([about('b')])
    })

    test('what another turn kept after the look is kept beside', async () => {
      const { memory } = await fresh()
      await memory.keep('c', { topic: about('a'), replies: [] }, NOON)
      await memory.recall('c', NOON)
      await memory.keep('c', { topic: about('b'), replies: [] }, NOON)
      await memory.recall('c', NOON)
      await Promise.all(['c', 'd'].map(rule => memory.keep('c', { topic: about(rule), replies: [] }, NOON)))
      expect((await memory.recall('c', NOON)).flatMap(({ rules }) => rules).toSorted()).toEqual(['b', 'c', 'd'])
    })

    test('keeps the last three topics and the answers to the last ten messages', async () => {
      const { memory } = await fresh()
      for (const rule of ['a', 'b', 'c', 'd']) await memory.keep('c', { topic: about(rule), replies: [] }, NOON)
      for (let at = 1; at <= 11; at++)
        await memory.keep('c', { topic: undefined, replies: [[`message-${at}`, `reply-${at}`]] }, NOON)
      expect(await memory.recall('c', NOON)).toEqual([about('b'), about('c'), about('d')])
      const replies = await Promise.all([1, 2, 11].map(at => memory.replyTo('c', `message-${at}`, NOON)))
      expect(replies).toEqual([undefined, 'reply-2', 'reply-11'])
    })

    test('an answer renewed takes the place of the first', async () => {
      const { memory } = await fresh()
      await memory.keep('c', { topic: undefined, replies: [['message', 'first']] }, NOON)
      await memory.keep('c', { topic: undefined, replies: [['message', 'second']] }, NOON)
      expect(await memory.replyTo('c', 'message', NOON)).toBe('second')
    })

    test('two turns at the same moment, on two devices, are both remembered', async () => {
      const { memory } = await fresh()
      for (let time = 0; time < 5; time++) {
        const conversation = `c${time}`
        await Promise.all(
          ['a', 'b', 'c'].map(rule => memory.keep(conversation, { topic: about(rule), replies: [] }, NOON)),
        )
        expect((await memory.recall(conversation, NOON)).flatMap(({ rules }) => rules).toSorted()).toEqual([
          'a',
          'b',
          'c',
        ])
      }
    })

    test('is forgotten when asked: a group with its members, others not', async () => {
      const { memory } = await fresh()
      const keys = ['gruppe', 'gruppe|a', 'gruppe|ü', 'gruppe-2|a', 'gruppe}', 'grupp', '%|a']
      for (const key of keys) await memory.keep(key, { topic: about('a'), replies: [] }, NOON)
      await memory.forget('gruppe')
      await memory.forget('%')
      await memory.forget('never seen')
      const left = await Promise.all(keys.map(key => memory.recall(key, NOON)))
      expect(left.map(topics => topics.length)).toEqual([0, 0, 0, 1, 1, 1, 0])
    })

    test('what has run out is deleted, with the next turn of anybody or when nobody talks any more', async () => {
      const storage = await open()
      const [one, other] = [storage.forMunicipality('one'), storage.forMunicipality('other')]
      await one.memory.keep('c', { topic: about('a'), replies: [] }, NOON)
      await one.memory.keep('d', { topic: about('a'), replies: [] }, later(31))
      expect(await storage.forgetExpired(later(31))).toBe(0)
      await other.memory.keep('c', { topic: about('a'), replies: [] }, NOON)
      expect(await storage.forgetExpired(later(29))).toBe(0)
      expect(await storage.forgetExpired(later(30))).toBe(1)
      expect(await storage.forgetExpired(later(61))).toBe(1)
    })
  })
})
