import { describe, expect, test } from '@jest/globals'
import { events } from '../../../../bot/generation/models/events.js'
import { ModelFailure } from '../../../../bot/generation/models/model.js'

async function* inPieces(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text)
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
async function read(text: string, size = 3): Promise<string[]> {
  const all: string[] = []
  for await (const data of events(inPieces(text, size))) all.push(data)
  return all
}

test.each([
  { why: 'one', text: 'data: a\n\n', data: ['a'] },
  { why: 'two, without a space, with other line ends', text: 'data:a\r\n\r\ndata: b\r\n\r\n', data: ['a', 'b'] },
  { why: 'several lines', text: 'data: a\ndata:  b\n\n', data: ['a\n b'] },
  { why: 'comments and other fields', text: ': ping\n\nevent: x\nid: 3\ndata: a\nretry: 1\n\n', data: ['a'] },
  { why: 'a field that begins like it', text: 'database: a\n\n', data: [] },
  { why: 'only a comment', text: ': ping\n\n\n\n', data: [] },
  { why: 'a byte order mark', text: '\uFEFFdata: a\n\n', data: ['a'] },
  { why: 'letters of several bytes', text: 'data: Grüße 🙂\n\n', data: ['Grüße 🙂'] },
  { why: 'the last one lacks its empty line', text: 'data: a\n', data: ['a'] },
  { why: 'the last one is cut', text: 'data: a\n\ndata: b', data: ['a'] },
  { why: 'a page', text: '<html>\n<p>data: a</p>\n</html>\n', data: [] },
  { why: 'nothing', text: '', data: [] },
])('$why', async ({ text, data }) => {
  for (const size of [1, 3, 1_000]) expect(await read(text, size)).toEqual(data)
})

describe('hostile lengths', () => {
  test.each([
    { why: 'a line without end', text: `data: ${'x'.repeat(1_100_000)}` },
    { why: 'an event without end', text: 'data: xxxxxxxxxxxxxxxxxxxxxxxxxxxxx\n'.repeat(40_000) },
  ])('$why is refused', async ({ text }) => {
    await expect(read(text, 1_000)).rejects.toThrow(ModelFailure)
  })
})
