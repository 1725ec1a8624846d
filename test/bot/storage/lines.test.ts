import { expect, test } from '@jest/globals'
import { linesIn } from '../../../bot/storage/backup/lines.js'

async function linesOf(text: string, size: number): Promise<string[]> {
  const bytes = Buffer.from(text)
  const lines: string[] = []
  for await (const line of linesIn(chunks(bytes, size))) lines.push(line)
  return lines
}

async function* chunks(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

test.each([
  { why: 'nothing', text: '', lines: [] },
  { why: 'one line', text: 'a\n', lines: ['a'] },
  { why: 'the last without its end', text: 'a\nb', lines: ['a', 'b'] },
  { why: 'an empty line in between', text: 'a\n\nb\n', lines: ['a', '', 'b'] },
  {
    why: 'what only looks like an end of line',
    text: 'a\u2028b\u2029c\rd\u0085e\n',
    lines: ['a\u2028b\u2029c\rd\u0085e'],
  },
  { why: 'characters of several bytes, cut anywhere', text: 'ä😀\n😀ä\n', lines: ['ä😀', '😀ä'] },
])('$why', async ({ text, lines }) => {
  for (const size of [1, 2, 3, 1000]) expect(await linesOf(text, size)).toEqual(lines)
})

test('a file without any end of line is not read into memory to its end', async () => {
  let given = 0
  async function* endless(): AsyncGenerator<Uint8Array> {
    for (;;) {
      given++
      yield new Uint8Array(1024 * 1024).fill(97)
    }
  }
  let lines = 0
  for await (const _ of linesIn(endless())) lines++
  expect(lines).toBe(1)
  expect(given).toBeLessThan(20)
})
