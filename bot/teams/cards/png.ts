export type Rgb = readonly [red: number, green: number, blue: number]

/**
 * A small picture as PNG in a data URL, without any library: palette of at most 256 colours (`null`: transparent), pixels
 * stored uncompressed. Source: PNG specification (ISO/IEC 15948), zlib stored blocks (RFC 1950, 1951).
 */
export function png(
  width: number,
  height: number,
  palette: readonly (Rgb | null)[],
  at: (x: number, y: number) => number,
): string {
  const pixels: number[] = []
  for (let y = 0; y < height; y += 1) {
    pixels.push(0)
    for (let x = 0; x < width; x += 1) pixels.push(at(x, y))
  }
  const bytes = [
    ...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    ...chunk('IHDR', [...word(width), ...word(height), 8, 3, 0, 0, 0]),
    ...chunk(
      'PLTE',
      palette.flatMap(colour => colour ?? [0, 0, 0]),
    ),
    ...chunk(
      'tRNS',
      palette.map(colour => (colour ? 255 : 0)),
    ),
    ...chunk('IDAT', stored(pixels)),
    ...chunk('IEND', []),
  ]
  return `data:image/png;base64,${base64(bytes)}`
}

const word = (value: number): number[] => [24, 16, 8, 0].map(shift => (value >>> shift) & 0xff)

function chunk(type: string, data: readonly number[]): number[] {
  const named = [...[...type].map(letter => letter.charCodeAt(0)), ...data]
  return [...word(data.length), ...named, ...word(crc32(named))]
}

/** More would need several blocks. */
const BLOCK = 0xffff

function stored(data: readonly number[]): number[] {
  if (data.length > BLOCK) throw new Error(`${data.length} bytes, at most ${BLOCK}`)
  const [low, high] = [data.length & 0xff, data.length >>> 8]
  return [0x78, 0x01, 0x01, low, high, ~low & 0xff, ~high & 0xff, ...data, ...word(adler32(data))]
}

function crc32(data: readonly number[]): number {
  let crc = 0xffffffff
  for (const byte of data) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return ~crc >>> 0
}

function adler32(data: readonly number[]): number {
  let [a, b] = [1, 0]
  for (const byte of data) {
    a = (a + byte) % 65521
    b = (b + a) % 65521
  }
  return ((b << 16) | a) >>> 0
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

function base64(bytes: readonly number[]): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const [first = 0, second = 0, third = 0] = bytes.slice(at, at + 3)
    const group = (first << 16) | (second << 8) | third
    const letters = [18, 12, 6, 0].map(shift => LETTERS.charAt((group >>> shift) & 63)).join('')
    text += letters.slice(0, Math.min(4, bytes.length - at + 1)).padEnd(4, '=')
  }
  return text
}
