import { expect, test } from '@jest/globals'
import { type CallResult, createBreaker } from '../../../../bot/generation/models/breaker.js'

/** Three failures in a row, ten seconds of rest. */
const LIMITS = { failures: 3, restMs: 10_000 }
const at = (seconds: number): Date => new Date(Date.UTC(2026, 10, 25) + seconds * 1000)

type Step = readonly [second: number, what: CallResult | 'begin' | { result: CallResult }]
/** `begin` starts a call whose result comes later, as `{ result }`; a result alone is a whole call. */
function after(steps: readonly Step[]) {
  const breaker = createBreaker(LIMITS)
  const running: ReturnType<typeof breaker.begin>[] = []
  for (const [second, what] of steps) {
    if (what === 'begin') running.push(breaker.begin(at(second)))
    else if (typeof what === 'object') running.shift()?.(what.result, at(second))
    else breaker.begin(at(second))(what, at(second))
  }
  return breaker
}
const thrice: readonly Step[] = [
  [0, 'failed'],
  [0, 'failed'],
  [0, 'failed'],
]

test.each<{ why: string; steps: readonly Step[]; second: number; circuit: string; rests: number | undefined }>([
  { why: 'nothing has happened', steps: [], second: 0, circuit: 'closed', rests: undefined },
  { why: 'two failures are too few', steps: thrice.slice(1), second: 0, circuit: 'closed', rests: undefined },
  { why: 'three failures', steps: thrice, second: 0, circuit: 'open', rests: 10 },
  { why: 'nearly over', steps: thrice, second: 9.5, circuit: 'open', rests: 1 },
  { why: 'rested', steps: thrice, second: 10, circuit: 'half-open', rests: undefined },
  {
    why: 'a good call in between begins the count anew',
    steps: [...thrice.slice(1), [0, 'worked'], ...thrice.slice(1)],
    second: 0,
    circuit: 'closed',
    rests: undefined,
  },
  {
    why: 'a call given up in between does not',
    steps: [...thrice.slice(1), [0, 'neither'], [0, 'failed']],
    second: 0,
    circuit: 'open',
    rests: 10,
  },
  { why: 'one trial at a time', steps: [...thrice, [10, 'begin']], second: 10, circuit: 'half-open', rests: 5 },
  {
    why: 'a trial whose result never comes locks nobody out for good',
    steps: [...thrice, [10, 'begin']],
    second: 700,
    circuit: 'half-open',
    rests: undefined,
  },
  { why: 'a good trial', steps: [...thrice, [10, 'worked']], second: 10, circuit: 'closed', rests: undefined },
  { why: 'a bad trial: another rest', steps: [...thrice, [12, 'failed']], second: 13, circuit: 'open', rests: 9 },
  {
    why: 'a trial given up: another one may try',
    steps: [...thrice, [10, 'neither']],
    second: 10,
    circuit: 'half-open',
    rests: undefined,
  },
  {
    why: 'a call from before that fails during the rest makes it no longer',
    steps: [[0, 'begin'], ...thrice, [8, { result: 'failed' }]],
    second: 9,
    circuit: 'open',
    rests: 1,
  },
  {
    why: 'a call from before that ends well shows that it works again',
    steps: [[0, 'begin'], ...thrice, [8, { result: 'worked' }]],
    second: 8,
    circuit: 'closed',
    rests: undefined,
  },
  {
    why: 'after a rest the count begins anew only with a good call',
    steps: [...thrice, [10, 'worked'], [10, 'failed'], [10, 'failed']],
    second: 10,
    circuit: 'closed',
    rests: undefined,
  },
])('$why → $circuit, $rests', ({ steps, second, circuit, rests }) => {
  const breaker = after(steps)
  expect(breaker.circuit(at(second))).toBe(circuit)
  expect(breaker.restsFor(at(second))).toBe(rests)
})

test('a result counts once', () => {
  const breaker = createBreaker(LIMITS)
  const judge = breaker.begin(at(0))
  for (let i = 0; i < 5; i++) judge('failed', at(0))
  expect(breaker.circuit(at(0))).toBe('closed')
})
