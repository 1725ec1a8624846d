import type { Pack } from '../pack/pack-schema.js'

/** What was learned from a pack: plain numbers that can be kept and used again as long as the pack is the same. */
export type Learned = {
  /** Of the pack it was learned from. */
  readonly fingerprint: number
  readonly hashes: Int32Array
  readonly row: Int32Array
  readonly rarity: Float32Array
  readonly weights: Float32Array
}

/** A 53-bit hash (cyrb53) over everything of a pack that learning looks at; not meant against forgery. */
export function fingerprintOf({ rules, elsewhere, lexicon, tools }: Pack): number {
  const glossary = [...lexicon.glossary]
  return hash53(JSON.stringify([rules, elsewhere, { ...lexicon, glossary }, tools]))
}

function hash53(text: string): number {
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    high = Math.imul(high ^ unit, 2654435761)
    low = Math.imul(low ^ unit, 1597334677)
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  return 4294967296 * (2097151 & low) + (high >>> 0)
}

const PARTS = 4
const HEADER_BYTES = 8 + PARTS * 4

/** One block of bytes: fingerprint, the four lengths, the four arrays (little-endian, as every platform Node runs on). */
export function toBytes({ fingerprint, hashes, row, rarity, weights }: Learned): Uint8Array {
  const parts = [hashes, row, rarity, weights]
  const bytes = new Uint8Array(HEADER_BYTES + parts.reduce((sum, part) => sum + part.byteLength, 0))
  const header = new DataView(bytes.buffer)
  header.setFloat64(0, fingerprint, true)
  let offset = HEADER_BYTES
  for (const [at, part] of parts.entries()) {
    header.setUint32(8 + at * 4, part.length, true)
    bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), offset)
    offset += part.byteLength
  }
  return bytes
}

/** Undefined if the bytes are not what `toBytes` writes. */
export function fromBytes(bytes: Uint8Array): Learned | undefined {
  if (bytes.byteLength < HEADER_BYTES) return undefined
  const header = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const lengths = Array.from({ length: PARTS }, (_, at) => header.getUint32(8 + at * 4, true))
  if (bytes.byteLength !== HEADER_BYTES + 4 * lengths.reduce((sum, length) => sum + length, 0)) return undefined
  let offset = HEADER_BYTES
  // A copy of its own starts at a multiple of four, which typed arrays ask for.
  const next = (at: number): ArrayBuffer => {
    const copy = new Uint8Array(4 * (lengths[at] ?? 0))
    copy.set(bytes.subarray(offset, offset + copy.byteLength))
    offset += copy.byteLength
    return copy.buffer
  }
  return {
    fingerprint: header.getFloat64(0, true),
    hashes: new Int32Array(next(0)),
    row: new Int32Array(next(1)),
    rarity: new Float32Array(next(2)),
    weights: new Float32Array(next(3)),
  }
}
