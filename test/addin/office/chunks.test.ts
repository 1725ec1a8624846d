import { describe, expect, test } from '@jest/globals'
import { type ChunkOp, chunkOps } from '../../../addin/office/chunks.js'
import { runsOf } from '../../../addin/office/edits.js'

/** As Word cuts a paragraph: a word, with the space after it. */
const chunksOf = (text: string) => text.split(/(?<= )/).filter(chunk => chunk !== '')

function applied(chunks: readonly string[], ops: readonly ChunkOp[]): string {
  const row = [...chunks]
  for (const { from, to, text } of ops.toReversed()) row.splice(from, to - from, text)
  return row.join('')
}

const opsFor = (before: string, after: string) => chunkOps(chunksOf(before), runsOf(before, after)) ?? []

describe('chunkOps', () => {
  test.each([
    ['a word is a chunk', 'Die Gebühr steigt.', 'Die Abgabe steigt.', [[1, 2, 'Abgabe ']]],
    ['a part of a chunk takes the whole', 'Es ist alt.', 'Es ist neu.', [[2, 3, 'neu.']]],
    ['an insertion between two takes none', 'Die Gebühr', 'Die neue Gebühr', [[1, 1, 'neue ']]],
    ['behind the last', 'prüfen das', 'prüfen das gern', [[2, 2, ' gern']]],
    ['into nothing', '', 'Neu', [[0, 0, 'Neu']]],
    ['a word goes', 'Die neue Gebühr', 'Die Gebühr', [[1, 2, '']]],
    ['two changes in one chunk are one op', 'a-b-c Ende', 'x-b-y Ende', [[0, 1, 'x-b-y ']]],
    ['nothing changes', 'Die Gebühr', 'Die Gebühr', []],
  ])('%s', (_, before, after, expected) => {
    expect(opsFor(before, after).map(({ from, to, text }) => [from, to, text])).toEqual(expected)
  })

  test('struck chunks, of which nothing is left, are passed over', () => {
    const ops = chunkOps(['Die ', '', 'neue ', ''], runsOf('Die neue ', 'Die ganz neue '))
    expect(applied(['Die ', '', 'neue ', ''], ops ?? [])).toBe('Die ganz neue ')
  })

  test('chunks of another text are no chunks of this one', () => {
    expect(chunkOps(['Die '], runsOf('Das', 'Der'))).toBeUndefined()
  })

  test('whatever the texts, the ops lead from one to the other, in order and without overlap', () => {
    let seed = 11
    const random = (below: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
      return seed % below
    }
    const words = ['Antrag', ' ', 'a-b', ' ', 'prüfen', '  ', '20', '.', ',', '/']
    const line = () => Array.from({ length: random(12) }, () => words[random(words.length)]).join('')
    for (let round = 0; round < 1_000; round++) {
      const [before, after] = [line(), line()]
      const ops = opsFor(before, after)
      expect(applied(chunksOf(before), ops)).toBe(after)
      for (const [at, { from }] of ops.entries()) expect(from).toBeGreaterThanOrEqual(ops[at - 1]?.to ?? 0)
    }
  })
})
