import { crc32, inflateSync } from 'node:zlib'
import { describe, expect, test } from '@jest/globals'
import { BAR_SIZE, barImage } from '../../../../bot/teams/cards/bar-image.js'
import { png } from '../../../../bot/teams/cards/png.js'

type Decoded = { readonly width: number; readonly height: number; readonly pixels: readonly (readonly number[])[] }

/** Reads what we write, with Node's zlib: palette of 8 bits, no filter. Throws where a sum is wrong. */
function decode(url: string): Decoded {
  const bytes = Buffer.from(url.replace(/^data:image\/png;base64,/, ''), 'base64')
  expect([...bytes.subarray(0, 8)]).toEqual([137, 80, 78, 71, 13, 10, 26, 10])
  const chunks = new Map<string, Buffer>()
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at)
    const named = bytes.subarray(at + 4, at + 8 + length)
    expect(bytes.readUInt32BE(at + 8 + length)).toBe(crc32(named))
    chunks.set(named.toString('latin1', 0, 4), named.subarray(4))
    at += 12 + length
  }
  expect([...chunks.keys()]).toEqual(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND'])
  const part = (name: string): Buffer => chunks.get(name) ?? Buffer.alloc(0)
  const [width, height] = [part('IHDR').readUInt32BE(0), part('IHDR').readUInt32BE(4)]
  expect([...part('IHDR').subarray(8)]).toEqual([8, 3, 0, 0, 0])
  const raw = inflateSync(part('IDAT'))
  expect(raw).toHaveLength(height * (width + 1))
  const colour = (index = 0): number[] => [
    ...part('PLTE').subarray(index * 3, index * 3 + 3),
    part('tRNS')[index] ?? 255,
  ]
  const pixels = Array.from({ length: height }, (_, y) => [...raw.subarray(y * (width + 1), (y + 1) * (width + 1))])
  for (const [filter] of pixels) expect(filter).toBe(0)
  return { width, height, pixels: pixels.flatMap(([, ...line]) => line.map(index => colour(index))) }
}

const RED = [200, 10, 20] as const
const CLEAR = [0, 0, 0, 0]

describe('a picture', () => {
  test.each([
    { why: 'one pixel', width: 1, height: 1 },
    { why: 'a line', width: 7, height: 1 },
    { why: 'a column', width: 1, height: 5 },
    { why: 'whose bytes do not divide by three', width: 2, height: 3 },
    { why: 'of a bar', width: 240, height: 10 },
    { why: 'as large as one block allows', width: 254, height: 257 },
  ])('$why comes back pixel by pixel', ({ width, height }) => {
    const chess = (x: number, y: number): number => (x + y) % 2
    const decoded = decode(png(width, height, [null, RED], chess))
    expect(decoded).toMatchObject({ width, height })
    expect(decoded.pixels).toEqual(
      Array.from({ length: width * height }, (_, at) =>
        chess(at % width, Math.floor(at / width)) === 1 ? [...RED, 255] : CLEAR,
      ),
    )
  })

  test('of more than one block is refused instead of being broken', () => {
    expect(() => png(255, 256, [RED], () => 0)).toThrow('65536 bytes, at most 65535')
  })

  test('the test itself notices a damaged one', () => {
    const url = png(3, 3, [RED], () => 0)
    const bytes = Buffer.from(url.slice('data:image/png;base64,'.length), 'base64')
    bytes[45] = (bytes[45] ?? 0) ^ 1
    expect(() => decode(`data:image/png;base64,${bytes.toString('base64')}`)).toThrow()
  })
})

describe('a bar', () => {
  const WIDTH = 240
  const row = (done: number, of: number, y: number) =>
    decode(barImage(done, of)).pixels.slice(y * WIDTH, (y + 1) * WIDTH)
  const filled = (done: number, of: number, y = 0): number =>
    row(done, of, y).filter(([, , , alpha]) => alpha === 255).length

  test.each([
    { why: 'nothing done', done: 0, of: 9, wide: 0 },
    { why: 'one of nine', done: 1, of: 9, wide: 27 },
    { why: 'half', done: 3, of: 6, wide: 120 },
    { why: 'all', done: 9, of: 9, wide: 240 },
    { why: 'more than there is, after modules were taken out', done: 10, of: 9, wide: 240 },
    { why: 'a course without modules', done: 0, of: 0, wide: 0 },
  ])('$why is filled $wide pixels wide', ({ done, of, wide }) => {
    expect(filled(done, of)).toBe(wide)
    expect(filled(done, of, 9)).toBe(wide)
  })

  test('what is left is a thin line in the middle, so that the shape tells without colour', () => {
    expect([0, 3, 4, 5, 6, 9].map(y => filled(0, 9, y))).toEqual([0, 0, WIDTH, WIDTH, 0, 0])
  })

  test('is as large as the card says', () => {
    const { width, height } = decode(barImage(4, 9))
    expect(BAR_SIZE).toEqual({ width: `${width}px`, height: `${height}px` })
  })

  test.each(['#ffffff', '#292929', '#000000'])('stands out from the ground %s of Teams (3:1, WCAG 1.4.11)', ground => {
    for (const colour of [row(9, 9, 0)[0] ?? [], row(0, 9, 4)[0] ?? []])
      expect(contrast(channels(ground), colour)).toBeGreaterThanOrEqual(3)
  })
})

const channels = (hex: string): number[] => [1, 3, 5].map(at => Number.parseInt(hex.slice(at, at + 2), 16))
const light = (colour: readonly number[]): number =>
  [0.2126, 0.7152, 0.0722].reduce((sum, share, at) => {
    const value = (colour[at] ?? 0) / 255
    return sum + share * (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
  }, 0)
const contrast = (ground: readonly number[], colour: readonly number[]): number => {
  const [dark = 0, bright = 0] = [light(ground), light(colour)].sort((a, b) => a - b)
  return (bright + 0.05) / (dark + 0.05)
}
