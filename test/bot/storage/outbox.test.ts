import { describe, expect, test } from '@jest/globals'
import type { Storage } from '../../../bot/storage/open.js'
import type { OutboxStore, Taken } from '../../../bot/storage/store.js'
import { seeded } from '../../support/seeded.js'
import { onBothEngines } from '../../support/storage.js'

const NOON = new Date('2026-11-23T12:00:00Z')
const inSeconds = (seconds: number): Date => new Date(NOON.getTime() + seconds * 1000)
const MINUTE = 60_000
const message = (key: string, person = 'p') => ({ key, person, kind: 'reminder', content: '{"tag":1}' })
const keys = (taken: readonly Taken[]): string[] => taken.map(({ key }) => key)

onBothEngines(({ open }) => {
  let opened: Promise<Storage> | undefined
  let municipalities = 0
  const fresh = async (): Promise<OutboxStore> => {
    opened ??= open()
    return (await opened).forMunicipality(`m${++municipalities}`).outbox
  }
  /** One message, taken by `first`. */
  const one = async (): Promise<{ outbox: OutboxStore; id: string }> => {
    const outbox = await fresh()
    await outbox.put(message('k'), NOON)
    const [taken] = await outbox.take('first', 1, MINUTE, NOON)
    return { outbox, id: taken?.id ?? '' }
  }

  test('a message is taken as it was put, once it may go, the longest due first, no more than wanted', async () => {
    const outbox = await fresh()
    await outbox.put(message('later'), inSeconds(10))
    await outbox.put(message('third'), inSeconds(-1))
    await outbox.put(message('first'), inSeconds(-3))
    await outbox.put(message('second'), inSeconds(-2))
    const [first, ...more] = await outbox.take('w', 2, MINUTE, NOON)
    expect(first).toEqual({ ...message('first'), id: expect.any(String), attempts: 1 })
    expect(keys(more)).toEqual(['second'])
    expect(keys(await outbox.take('w', 9, MINUTE, NOON))).toEqual(['third'])
    expect(keys(await outbox.take('w', 9, MINUTE, inSeconds(9.999)))).toEqual([])
    expect(keys(await outbox.take('w', 9, MINUTE, inSeconds(10)))).toEqual(['later'])
  })

  test('a key is put once, whatever became of it', async () => {
    const { outbox, id } = await one()
    expect(await outbox.put(message('k', 'q'), NOON)).toBe('known')
    await outbox.sent('first', id, NOON)
    expect(await outbox.put(message('k'), NOON)).toBe('known')
    expect(await outbox.counts()).toMatchObject({ sent: 1, all: 1 })
  })

  test('what is not reported in time is taken again, by whoever comes', async () => {
    const { outbox, id } = await one()
    expect(await outbox.take('second', 9, MINUTE, inSeconds(59.999))).toEqual([])
    const [again] = await outbox.take('second', 9, MINUTE, inSeconds(60))
    expect(again).toMatchObject({ key: 'k', attempts: 2 })
    expect(again?.id).not.toBe(id)
  })

  describe('a report', () => {
    const reports = {
      sent: (outbox: OutboxStore, worker: string, id: string) => outbox.sent(worker, id, NOON),
      retry: (outbox: OutboxStore, worker: string, id: string) => outbox.retry(worker, id, 'r', NOON),
      failed: (outbox: OutboxStore, worker: string, id: string) => outbox.failed(worker, id, 'r', NOON),
    }
    test.each(Object.entries(reports))('%s counts from the one who took it, once', async (_, report) => {
      const { outbox, id } = await one()
      expect(await report(outbox, 'second', id)).toBe(false)
      expect(await report(outbox, 'first', 'unknown/1')).toBe(false)
      expect(await report(outbox, 'first', '')).toBe(false)
      expect(await report(outbox, 'first', id)).toBe(true)
      expect(await report(outbox, 'first', id)).toBe(false)
    })

    test.each(
      Object.entries(reports).flatMap(([name, report]) => [
        { why: `${name} after another took it`, report, next: 'second' },
        { why: `${name} after it took it again itself, as after a restart under the same name`, report, next: 'first' },
      ]),
    )('$why comes too late', async ({ report, next }) => {
      const { outbox, id } = await one()
      const [again] = await outbox.take(next, 1, MINUTE, inSeconds(60))
      expect(await report(outbox, 'first', id)).toBe(false)
      expect(await outbox.counts()).toMatchObject({ inFlight: 1, all: 1 })
      expect(await outbox.sent(next, again?.id ?? '', NOON)).toBe(true)
    })

    test('late, but nobody took it yet: it counts, for the message is out', async () => {
      const { outbox, id } = await one()
      expect(await outbox.sent('first', id, inSeconds(3600))).toBe(true)
    })

    test('to try again: not before the time given', async () => {
      const { outbox, id } = await one()
      await outbox.retry('first', id, 'slow', inSeconds(30))
      expect(await outbox.take('w', 9, MINUTE, inSeconds(29))).toEqual([])
      expect(await outbox.take('w', 9, MINUTE, inSeconds(30))).toMatchObject([{ key: 'k', attempts: 2 }])
    })
  })

  test('twenty who take at once get each message once', async () => {
    const outbox = await fresh()
    for (let at = 0; at < 60; at++) await outbox.put(message(`k${at}`), NOON)
    const taken = await Promise.all(Array.from({ length: 20 }, (_, at) => outbox.take(`w${at}`, 5, MINUTE, NOON)))
    const all = [...taken.flat(), ...(await outbox.take('rest', 99, MINUTE, NOON))]
    expect(new Set(keys(all)).size).toBe(60)
    expect(all).toHaveLength(60)
  })

  test('a person sees and erases what is theirs; what is done goes by age', async () => {
    const outbox = await fresh()
    for (const [key, person] of [
      ['a', 'p'],
      ['b', 'p'],
      ['c', 'q'],
      ['d', 'q'],
    ] as const)
      await outbox.put(message(key, person), NOON)
    const [a, b, c] = await outbox.take('w', 3, MINUTE, NOON)
    await outbox.sent('w', a?.id ?? '', inSeconds(1))
    await outbox.failed('w', c?.id ?? '', 'gone', inSeconds(2))
    expect(await outbox.eraseDone(inSeconds(1))).toBe(0)
    expect(await outbox.eraseDone(inSeconds(3))).toBe(2)
    const left = (await Promise.all(['p', 'q'].map(person => outbox.ofPerson(person)))).flat()
    expect(left.map(({ state }) => state).toSorted()).toEqual(['taken', 'waiting'])
    expect((await outbox.erasePerson('p')) + (await outbox.erasePerson('q'))).toBe(2)
    expect(await outbox.sent('w', b?.id ?? '', NOON)).toBe(false)
  })

  test.each([1, 2, 3, 4])('whatever happens, waiting + in flight + sent + failed = all (history %i)', async seed => {
    const outbox = await fresh()
    const random = seeded(seed)
    const [put, done] = [new Set<string>(), new Set<string>()]
    let open: { worker: string; one: Taken }[] = []
    let now = NOON
    for (let step = 0; step < 150; step++) {
      now = new Date(now.getTime() + Math.floor(random() * 20_000))
      const kind = random()
      const worker = `w${Math.floor(random() * 3)}`
      const [some] = open.splice(Math.floor(random() * open.length), kind < 0.5 ? 0 : 1)
      if (kind < 0.3) {
        const key = `k${Math.floor(random() * 60)}`
        expect(await outbox.put(message(key), now)).toBe(put.has(key) ? 'known' : 'put')
        put.add(key)
      } else if (kind < 0.5 || !some) {
        const taken = await outbox.take(worker, 3, 30_000, now)
        for (const { key } of taken) expect(done).not.toContain(key)
        open = [...open, ...taken.map(one => ({ worker, one }))]
      } else if (kind < 0.7) {
        if (await outbox.sent(some.worker, some.one.id, now)) done.add(some.one.key)
      } else if (kind < 0.85) {
        await outbox.retry(some.worker, some.one.id, 'r', new Date(now.getTime() + random() * 30_000))
      } else if (await outbox.failed(some.worker, some.one.id, 'r', now)) done.add(some.one.key)
      const { waiting, inFlight, sent, failed, all } = await outbox.counts()
      expect(waiting + inFlight + sent + failed).toBe(all)
      expect(all).toBe(put.size)
      expect(sent + failed).toBe(done.size)
    }
  })
})
