import { describe, expect, test } from '@jest/globals'
import { createSession, type Found, type Session } from '../../../addin/sign-in/session.js'
import { type Door, type Entry, out } from '../../../addin/sign-in/why.js'

const HOUR = 3_600_000
const NOW = Date.parse('2026-11-25T12:00:00Z')
const entry = (token: string, lives: number | 'endless' = HOUR, who = 'erika'): Entry => ({
  kind: 'in',
  token,
  ends: lives === 'endless' ? undefined : NOW + lives,
  who,
})
const CLOSED = out('first')

/** A door that gives one entry after the other, and counts. */
function door(given: { start?: Entry[]; renew?: Entry[]; open?: Entry[] }): Door & { readonly used: string[] } {
  const used: string[] = []
  const next = (name: 'start' | 'renew' | 'open') => async (): Promise<Entry> => {
    used.push(name)
    return given[name]?.shift() ?? CLOSED
  }
  return { shows: 'window', used, start: next('start'), renew: next('renew'), open: next('open') }
}
const throughDoor = (found: Door, now: () => number = () => NOW): Session =>
  createSession(async () => ({ kind: 'door', door: found }), now)
const soon = () => new Promise(done => setTimeout(done))

describe('a token', () => {
  test('is fetched once for all who start at the same time', async () => {
    const used = door({ start: [entry('a')] })
    const session = throughDoor(used)
    const tokens = await Promise.all([session.start(), session.sign(), session.sign(), session.sign()])
    expect(tokens.slice(1)).toEqual(['a', 'a', 'a'])
    expect(used.used).toEqual(['start'])
  })

  test.each<{ why: string; lives: number | 'endless'; later: number; is: string }>([
    { why: 'serves while it lives', lives: HOUR, later: HOUR - 61_000, is: 'a' },
    { why: 'is renewed a minute before its end', lives: HOUR, later: HOUR - 60_000, is: 'b' },
    { why: 'with a short life serves for half of it', lives: 4_000, later: 1_900, is: 'a' },
    { why: 'is renewed then', lives: 4_000, later: 2_000, is: 'b' },
    { why: 'without an end serves until it is refused', lives: 'endless', later: 24 * HOUR, is: 'a' },
  ])('$why', async ({ lives, later, is }) => {
    let now = NOW
    const session = throughDoor(door({ start: [entry('a', lives)], renew: [entry('b', 48 * HOUR)] }), () => now)
    await session.start()
    now += later
    expect(await session.sign()).toBe(is)
  })

  test('that several were refused with is renewed once', async () => {
    const used = door({ start: [entry('a')], renew: [entry('b'), entry('c')] })
    const session = throughDoor(used)
    await session.start()
    const refused = { token: 'a' }
    expect(await Promise.all([session.sign(refused), session.sign(refused)])).toEqual(['b', 'b'])
    // Late, but with the old one: another has fetched a new one.
    expect(await session.sign(refused)).toBe('b')
    expect(used.used).toEqual(['start', 'renew'])
  })
})

describe('standing', () => {
  test('goes from finding out to in, and whoever watches hears of it', async () => {
    const session = throughDoor(door({ start: [entry('a')] }))
    const seen = [session.standing().kind]
    const stop = session.subscribe(() => seen.push(session.standing().kind))
    await session.start()
    stop()
    session.unaccepted(null)
    expect(seen).toEqual(['finding', 'in'])
    expect(session.standing()).toEqual({ kind: 'out', why: { kind: 'unaccepted' }, opened: true })
  })

  test.each<{ why: string; found: Found | Error; is: object }>([
    { why: 'nobody need sign in', found: { kind: 'free' }, is: { kind: 'free', opened: true } },
    {
      why: 'nobody is known here',
      found: out('unknown'),
      is: { kind: 'out', why: { kind: 'unknown' }, opened: false },
    },
    { why: 'finding out fails', found: new Error('x'), is: { kind: 'out', why: { kind: 'strange' }, opened: false } },
  ])('$why', async ({ found, is }) => {
    const session = createSession(async () => {
      if (found instanceof Error) throw found
      return found
    })
    await session.start()
    expect(session.standing()).toEqual(is)
    expect(await session.sign()).toBeUndefined()
  })

  test('a door that fails is no end of the page', async () => {
    const fails = async (): Promise<Entry> => {
      throw new Error('x')
    }
    const session = throughDoor({ shows: 'nothing', start: fails, renew: fails, open: fails })
    await session.start()
    expect(session.standing()).toMatchObject({ kind: 'out', why: { kind: 'strange' } })
    session.open()
    await soon()
    expect(session.standing()).toMatchObject({ kind: 'out', why: { kind: 'strange' } })
  })

  test('out for good, the door is not tried with every request; without a line it is', async () => {
    const closed = door({ start: [out('consent')] })
    const session = throughDoor(closed)
    await session.start()
    await session.sign()
    await session.sign({ token: undefined })
    expect(closed.used).toEqual(['start'])
    const offline = door({ start: [entry('a', 0)], renew: [out('offline'), entry('b')] })
    const later = throughDoor(offline)
    await later.start()
    expect(await later.sign()).toBeUndefined()
    expect(later.standing()).toMatchObject({ kind: 'out', why: { kind: 'offline' }, opened: true })
    expect(await later.sign()).toBe('b')
    expect(later.standing()).toMatchObject({ kind: 'in' })
  })

  test('a service that begins to want a token is asked how', async () => {
    const found: Found[] = [{ kind: 'free' }, { kind: 'door', door: door({ start: [entry('a')] }) }]
    const session = createSession(async () => found.shift() ?? out('unknown'))
    await session.start()
    expect(await session.sign({ token: undefined })).toBe('a')
  })
})

describe('wanted by the person', () => {
  test('a window opens, and meanwhile nothing is signed', async () => {
    const session = throughDoor(door({ start: [CLOSED], open: [entry('a')] }))
    await session.start()
    session.open()
    expect(session.standing()).toEqual({ kind: 'window', opened: false })
    expect(await session.sign()).toBeUndefined()
    await soon()
    expect(await session.sign()).toBe('a')
  })

  test('where no window shows it is being tried, and what is on the page stays', async () => {
    const teams: Door = {
      ...door({ start: [entry('a', 0)], renew: [out('teams')], open: [entry('b')] }),
      shows: 'nothing',
    }
    const session = throughDoor(teams)
    await session.start()
    await session.sign()
    session.open()
    expect(session.standing()).toEqual({ kind: 'trying', opened: true })
    expect(await session.sign()).toBeUndefined()
    await soon()
    expect(session.standing().kind).toBe('in')
  })

  test('a second window takes the place of the first, whose end no longer counts', async () => {
    const ends: ((entry: Entry) => void)[] = []
    const open = () => new Promise<Entry>(end => ends.push(end))
    const session = throughDoor({ ...door({}), open })
    await session.start()
    session.open()
    session.open()
    ends[0]?.(out('cancelled'))
    await soon()
    expect(session.standing().kind).toBe('window')
    ends[1]?.(entry('a'))
    await soon()
    expect(session.standing().kind).toBe('in')
  })

  test('somebody else is not let into the first one’s page; the first one is, again', async () => {
    const session = throughDoor(door({ start: [entry('a', 0)], open: [entry('m', HOUR, 'max'), entry('b')] }))
    await session.start()
    session.open()
    await soon()
    expect(session.standing()).toEqual({ kind: 'out', why: { kind: 'other-person' }, opened: true })
    expect(await session.sign()).toBeUndefined()
    session.open()
    await soon()
    expect(await session.sign()).toBe('b')
  })
})

test('a new token that is not taken is a matter of clocks where they differ', async () => {
  const session = throughDoor(door({ start: [entry('opaque')] }))
  await session.start()
  session.unaccepted(new Date(NOW + 6 * 60_000).toUTCString())
  expect(session.standing()).toMatchObject({ kind: 'out', why: { kind: 'clock', minutes: 6 } })
})
