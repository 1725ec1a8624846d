import { describe, expect, test } from '@jest/globals'
import { beginTrip, endTrip, type Memory, type Trip, wayBack } from '../../../addin/sign-in/trip.js'

const ORIGIN = 'https://kompass.example'
const TRIP: Trip = { state: 'S', nonce: 'N', verifier: 'V', back: '/tab/?kommune=a#/regeln' }

function memory(): Memory & { readonly all: Map<string, string> } {
  const all = new Map<string, string>()
  return {
    all,
    getItem: name => all.get(name) ?? null,
    setItem: (name, value) => void all.set(name, value),
    removeItem: name => void all.delete(name),
  }
}
const refuses = (): Memory => {
  throw new Error('not allowed')
}

test('out and back: the answer waits for the page, once, and then nothing is left', () => {
  const kept = memory()
  expect(beginTrip(() => kept, TRIP)).toBe(true)
  expect(wayBack(() => kept, 'S', '?code=C&state=S', ORIGIN)).toBe(TRIP.back)
  expect(endTrip(() => kept)).toEqual({ ...TRIP, returned: '?code=C&state=S' })
  expect(kept.all.size).toBe(0)
  expect(endTrip(() => kept)).toBeUndefined()
})

test('broken off: the trip is over all the same', () => {
  const kept = memory()
  beginTrip(() => kept, TRIP)
  expect(endTrip(() => kept)).toEqual(TRIP)
  expect(kept.all.size).toBe(0)
})

describe('no way back', () => {
  test.each<{ why: string; trip: Trip | undefined; state?: string }>([
    { why: 'nobody set out', trip: undefined },
    { why: 'for another attempt', trip: TRIP, state: 'T' },
    { why: 'to another house', trip: { ...TRIP, back: 'https://elsewhere.example/tab/' } },
    { why: 'to another house, in short', trip: { ...TRIP, back: '//elsewhere.example/tab/' } },
    { why: 'to what is no page', trip: { ...TRIP, back: 'javascript:alert(1)' } },
    { why: 'to no address', trip: { ...TRIP, back: 'https://[' } },
  ])('$why', ({ trip, state = 'S' }) => {
    const kept = memory()
    if (trip) beginTrip(() => kept, trip)
    expect(wayBack(() => kept, state, '?code=C&state=S', ORIGIN)).toBeUndefined()
  })
})

test.each([['nonsense'], ['{}'], ['null'], ['{"state":"S","nonce":"N","verifier":"V","back":"/","more":1}']])(
  'what somebody else left there (%s) is no trip',
  text => {
    const kept = memory()
    kept.all.set('ki-kompass-anmeldung', text)
    expect(endTrip(() => kept)).toBeUndefined()
    expect(kept.all.size).toBe(0)
  },
)

test('where nothing can be kept nobody is sent out', () => {
  expect(beginTrip(refuses, TRIP)).toBe(false)
  expect(endTrip(refuses)).toBeUndefined()
  expect(wayBack(refuses, 'S', '?', ORIGIN)).toBeUndefined()
})
