import { describe, expect, test } from '@jest/globals'
import { draftOf, keptText, MOST_KEPT, readKept } from '../../../../addin/tab/write/kept.js'
import { beginDraft, type Draft, endDraft, hear, type Order } from '../../../../addin/write/draft.js'

const ORDER: Order = {
  task: 'kuerzen',
  toolName: 'MUCGPT',
  source: 'Frau Krause fragt an.',
  map: new Map([['[PERSON 1 NACHNAME]', 'Krause']]),
  request: { tool: 'mucgpt', purpose: 'kuerzen', material: 'x', wish: '', answers: {}, declared: 'D2' },
}
const NOTHING_LEFT = { text: '', missing: [], invented: [] }
const finished: Draft = endDraft(hear(beginDraft(ORDER, 3), 'Guten Tag Frau Krause'), NOTHING_LEFT, {
  kind: 'done',
  finish: 'stop',
  label: 'Mit KI',
})
const WORK = {
  fields: { material: 'Frau [PERSON 1 NACHNAME]', wish: 'kürzer', points: '', answers: { 'kuerzen/ton': 'knapp' } },
  origin: 'betrifft-menschen',
  procedure: undefined,
  tool: 'mucgpt',
  map: ORDER.map,
  removed: 1,
}
const EMPTY = { ...WORK, fields: { material: ' ', wish: '', points: '', answers: { 'kuerzen/ton': '' } } }

const through = (work: typeof WORK, draft: Draft | undefined) => readKept(keptText(work, draft) ?? '')

describe('what is kept', () => {
  test('fields, names behind placeholders, and the draft as it was', () => {
    const kept = through(WORK, finished)
    expect(kept).toMatchObject({ fields: WORK.fields, origin: 'betrifft-menschen', tool: 'mucgpt', removed: 1 })
    expect(new Map(kept?.map)).toEqual(WORK.map)
    expect(kept && draftOf(kept)).toEqual({ ...finished, number: 1 })
  })

  test('a text somebody has changed by hand', () => {
    const kept = through(WORK, { ...finished, edited: 'Anders' })
    expect(kept && draftOf(kept)?.edited).toBe('Anders')
  })

  test.each<{ why: string; draft: Draft }>([
    { why: 'still being written', draft: hear(beginDraft(ORDER, 1), 'Guten') },
    { why: 'not begun', draft: beginDraft(ORDER, 1) },
    { why: 'stopped', draft: endDraft(hear(beginDraft(ORDER, 1), 'Guten'), NOTHING_LEFT, { kind: 'stopped' }) },
    {
      why: 'too long',
      draft: endDraft(hear(beginDraft(ORDER, 1), 'Guten'), NOTHING_LEFT, {
        kind: 'done',
        finish: 'length',
        label: 'x',
      }),
    },
  ])('a draft that is not whole comes back as one: $why', ({ draft }) => {
    const kept = through(WORK, draft)
    expect(kept && draftOf(kept)).toMatchObject({ text: draft.text, phase: 'ended', end: { kind: 'cut' } })
  })

  test('nothing where nothing was written', () => {
    expect(keptText(EMPTY, undefined)).toBeUndefined()
    expect(keptText(EMPTY, finished)).toBeDefined()
  })

  test('nothing of what is too much', () => {
    const fields = { ...WORK.fields, material: 'x'.repeat(MOST_KEPT) }
    expect(keptText({ ...WORK, fields }, undefined)).toBeUndefined()
  })
})

test.each([
  { why: 'no JSON', text: 'Hallo' },
  { why: 'nothing', text: '' },
  { why: 'something else', text: '{"a":1}' },
  { why: 'a key too much', text: JSON.stringify({ ...JSON.parse(keptText(WORK, undefined) ?? '{}'), found: [] }) },
])('what is none of ours is left alone: $why', ({ text }) => {
  expect(readKept(text)).toBeUndefined()
})
