import { describe, expect, test } from '@jest/globals'
import { tell } from '../../../addin/sign-in/channel.js'
import type { Flow } from '../../../addin/sign-in/flow.js'
import type { Memory } from '../../../addin/sign-in/trip.js'
import { type Entry, out, type Provider } from '../../../addin/sign-in/why.js'
import { type Browser, windowDoor } from '../../../addin/sign-in/window-door.js'

const PROVIDER: Provider = {
  kind: 'oidc',
  municipality: 'a',
  name: 'A',
  clientId: 'kompass',
  scope: 'kompass',
  authorizationEndpoint: 'https://login.example/auth',
  tokenEndpoint: 'https://login.example/token',
}
const IN: Entry = { kind: 'in', token: 'T', ends: undefined, who: undefined }
const BACK = '/tab/?kommune=a#/pruefen'

/** A browser that notes what it is asked for; `at` may be named where more than one attempt is made. */
function browse({ opens = true, keeps = true } = {}) {
  const done: string[] = []
  const kept = new Map<string, string>()
  const stayed: (() => void)[] = []
  const memory: Memory = {
    getItem: name => kept.get(name) ?? null,
    setItem: (name, value) => void kept.set(name, value),
    removeItem: name => void kept.delete(name),
  }
  const browser: Browser = {
    memory: () => {
      if (keeps) return memory
      throw new Error('not allowed')
    },
    here: () => BACK,
    leaveFor: address => void done.push(`leave ${address}`),
    stayed: still => void stayed.push(still),
    openWindow: () => (opens ? { go: address => void done.push(`window ${address}`) } : undefined),
  }
  return { browser, done, kept, stayed }
}

function flowOf() {
  const finished: string[] = []
  let begun = 0
  const flow: Flow = {
    provider: PROVIDER,
    begin: async () => {
      begun++
      return { state: `state ${begun} ${crypto.randomUUID()}`, nonce: 'N', verifier: 'V', challenge: 'C' }
    },
    address: ({ state }) => state,
    finish: async ({ state }, returned) => {
      finished.push(`${state === returned.state} ${returned.kind}`)
      return IN
    },
    renew: async () => out('expired'),
  }
  return { flow, finished }
}
const soon = () => new Promise(next => setTimeout(next, 20))

describe('at the start', () => {
  test('the page is left, and one that is still there says so', async () => {
    const { browser, done, kept, stayed } = browse()
    const start = windowDoor(flowOf().flow, browser).start()
    await soon()
    expect(done).toEqual([expect.stringMatching(/^leave state 1/)])
    expect(JSON.parse([...kept.values()].join())).toMatchObject({ back: BACK, verifier: 'V' })
    stayed[0]?.()
    expect(await start).toEqual(out('cancelled'))
  })

  test('the page that comes back with an answer ends the trip', async () => {
    const { browser, kept, done } = browse()
    const { flow, finished } = flowOf()
    const trip = { state: 'S', nonce: 'N', verifier: 'V', back: BACK, returned: '?code=C&state=S' }
    kept.set('ki-kompass-anmeldung', JSON.stringify(trip))
    expect(await windowDoor(flow, browser).start()).toEqual(IN)
    expect([finished, kept.size, done]).toEqual([['true code'], 0, []])
  })

  test('the page that comes back without one stays', async () => {
    const { browser, kept, done } = browse()
    kept.set('ki-kompass-anmeldung', JSON.stringify({ state: 'S', nonce: 'N', verifier: 'V', back: BACK }))
    expect(await windowDoor(flowOf().flow, browser).start()).toEqual(out('cancelled'))
    expect([kept.size, done]).toEqual([0, []])
  })

  test('a page that could not come back is not left', async () => {
    const { browser, done } = browse({ keeps: false })
    expect(await windowDoor(flowOf().flow, browser).start()).toEqual(out('first'))
    expect(done).toEqual([])
  })
})

describe('wanted by the person', () => {
  test('a window opens, and what it tells is the end', async () => {
    const { browser, done, kept } = browse()
    const { flow, finished } = flowOf()
    const entry = windowDoor(flow, browser).open()
    await soon()
    const state = done[0]?.replace('window ', '') ?? ''
    expect(await tell(state, `?code=C&state=${encodeURIComponent(state)}`)).toBe(true)
    expect(await entry).toEqual(IN)
    expect([finished, kept.size]).toEqual([['true code'], 0])
    // Once: nobody listens any more.
    expect(await tell(state, '?code=C', 50)).toBe(false)
  })

  test('no window: said at once, and nobody listens', async () => {
    const { flow, finished } = flowOf()
    expect(await windowDoor(flow, browse({ opens: false }).browser).open()).toEqual(out('blocked'))
    expect(finished).toEqual([])
  })

  test('a second window ends the listening to the first', async () => {
    const { browser, done } = browse()
    const door = windowDoor(flowOf().flow, browser)
    void door.open()
    await soon()
    const second = door.open()
    await soon()
    const [first = '', next = ''] = done.map(one => one.replace('window ', ''))
    expect(await tell(first, '?code=C', 50)).toBe(false)
    expect(await tell(next, `?code=C&state=${encodeURIComponent(next)}`)).toBe(true)
    expect(await second).toEqual(IN)
  })

  test('a window that tells nothing that could be an answer signs in nobody', async () => {
    const { browser, done } = browse()
    const entry = windowDoor(flowOf().flow, browser).open()
    await soon()
    await tell(done[0]?.replace('window ', '') ?? '', 'hello')
    expect(await entry).toEqual(out('strange'))
  })
})
