import { describe, expect, test } from '@jest/globals'
import { type Block, blocksOf } from '../../../../addin/office/preview/content.js'
import { type History, openHistory } from '../../../../addin/office/preview/history.js'
import type { Change } from '../../../../addin/office/preview/ledger.js'

const change = (old: string, fresh: string, at = 0): Change => ({ at, old: blocksOf(old), fresh: blocksOf(fresh) })
const textOf = (blocks: readonly Block[] = []): string =>
  blocks.map(({ pieces }) => pieces.map(piece => piece.text).join('')).join('\n')

const typed = (history: History, old: string, fresh: string, time: number, at = 0): void =>
  history.add(change(old, fresh, at), 'typed', time)

describe('what can be taken back', () => {
  test.each<{ why: string; with: (history: History) => void; back: (string | undefined)[] }>([
    { why: 'nothing done', with: () => undefined, back: [undefined] },
    {
      why: 'letters typed without a pause go together',
      with: history => {
        typed(history, '', 'H', 0)
        typed(history, 'H', 'Ha', 900)
        typed(history, 'Ha', 'Hal', 1_800)
      },
      back: ['', undefined],
    },
    {
      why: 'a pause begins a new step',
      with: history => {
        typed(history, '', 'H', 0)
        typed(history, 'H', 'Ha', 1_000)
      },
      back: ['H', '', undefined],
    },
    {
      why: 'so does another paragraph',
      with: history => {
        typed(history, '', 'H', 0)
        typed(history, '', 'a', 1, 1)
      },
      back: ['', '', undefined],
    },
    {
      why: 'and a paragraph more',
      with: history => {
        typed(history, 'Ha', 'H\na', 0)
        typed(history, 'H', 'Hu', 1)
      },
      back: ['H', 'Ha', undefined],
    },
    {
      why: 'what was written at once is a step of its own',
      with: history => {
        typed(history, '', 'H', 0)
        history.add(change('H', 'Halle'), 'at-once', 1)
        typed(history, 'Halle', 'Hallen', 2)
      },
      back: ['Halle', 'H', '', undefined],
    },
  ])('$why', ({ with: act, back }) => {
    const history = openHistory()
    act(history)
    const undone = back.map(() => history.undo())
    expect(undone.map(step => step && textOf(step.fresh))).toEqual(back)
  })

  test('is made again in the order in which it was done', () => {
    const history = openHistory()
    history.add(change('', 'Eins'), 'at-once', 0)
    history.add(change('Eins', 'Eins zwei'), 'at-once', 0)
    history.undo()
    history.undo()
    expect([history.redo(), history.redo(), history.redo()].map(step => step && textOf(step.fresh))).toEqual([
      'Eins',
      'Eins zwei',
      undefined,
    ])
    expect(textOf(history.undo()?.fresh)).toBe('Eins')
  })

  test('cannot be made again once something else was done, and typing after it is a step of its own', () => {
    const history = openHistory()
    typed(history, '', 'H', 0)
    typed(history, 'H', 'Ha', 2_000)
    history.undo()
    typed(history, 'H', 'Hu', 2_100)
    expect(history.redo()).toBeUndefined()
    expect(textOf(history.undo()?.fresh)).toBe('H')
  })

  test('goes back two hundred steps', () => {
    const history = openHistory()
    for (let step = 0; step < 300; step++) history.add(change(`${step}`, `${step + 1}`), 'at-once', step)
    let last: Change | undefined
    let count = 0
    for (let step = history.undo(); step; step = history.undo()) [last, count] = [step, count + 1]
    expect([count, textOf(last?.fresh)]).toEqual([200, '100'])
  })
})
