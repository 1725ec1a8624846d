import { expect, test } from '@jest/globals'
import { events } from '../../../../bot/generation/models/events.js'

async function* inPieces(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text)
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
async function read(text: string, size = 3): Promise<string[]> {
  const all: string[] = []
  for await (const data of events(inPieces(text, size))) all.push(data)
  return all
}

test('a long event in small pieces takes time in proportion to its length', async () => {
  const took = async (length: number): Promise<number> => {
    const begun = performance.now()
    await read(`data: ${'x'.repeat(length)}\n\n`, 16)
    return performance.now() - begun
  }
  await took(100_000)
  const [short, long] = [await took(100_000), await took(800_000)]
  expect(long / short).toBeLessThan(24)
})
