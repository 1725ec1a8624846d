/**
 * A text with the way back to the one it was made from. `starts[i]` and `ends[i]` are the original offsets where the
 * unit `i` came from begins and ends (UTF-16 units); undefined where nothing moved.
 */
export type MappedText = {
  readonly text: string
  readonly map: { readonly starts: Int32Array; readonly ends: Int32Array } | undefined
}

/** The stretch of the original from which `start` to `end` was made. */
export function originalRange({ map }: MappedText, start: number, end: number): { start: number; end: number } {
  if (!map) return { start, end }
  return { start: map.starts[start] ?? 0, end: map.ends[end - 1] ?? 0 }
}

/** Builds a text piece by piece and keeps the way back; `source` is the text the pieces are taken from. */
class MappedBuilder {
  readonly #source: MappedText
  readonly #parts: string[] = []
  #starts: Int32Array
  #ends: Int32Array
  #size = 0

  constructor(source: MappedText) {
    this.#source = source
    this.#starts = new Int32Array(source.text.length + 8)
    this.#ends = new Int32Array(source.text.length + 8)
  }

  /** Copies a stretch of the source as it is. */
  keep(start: number, end: number): void {
    if (end <= start) return
    this.#parts.push(this.#source.text.slice(start, end))
    this.#reserve(end - start)
    const { map } = this.#source
    if (map) {
      this.#starts.set(map.starts.subarray(start, end), this.#size)
      this.#ends.set(map.ends.subarray(start, end), this.#size)
      this.#size += end - start
      return
    }
    for (let at = start; at < end; at++) {
      this.#starts[this.#size] = at
      this.#ends[this.#size++] = at + 1
    }
  }

  /** Puts other text in the place of a stretch of the source; every new unit comes from the whole stretch. */
  put(text: string, start: number, end: number): void {
    if (text === '') return
    const range = originalRange(this.#source, start, end)
    this.#parts.push(text)
    this.#reserve(text.length)
    this.#starts.fill(range.start, this.#size, this.#size + text.length)
    this.#ends.fill(range.end, this.#size, this.#size + text.length)
    this.#size += text.length
  }

  build(): MappedText {
    return {
      text: this.#parts.join(''),
      map: { starts: this.#starts.subarray(0, this.#size), ends: this.#ends.subarray(0, this.#size) },
    }
  }

  #reserve(more: number): void {
    if (this.#size + more <= this.#starts.length) return
    const size = Math.max(this.#size + more, this.#starts.length * 2)
    this.#starts = grown(this.#starts, size)
    this.#ends = grown(this.#ends, size)
  }
}

function grown(array: Int32Array, size: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(size)
  larger.set(array)
  return larger
}

/** What takes the place of a match: one text for all of it, or one for each part of it with the length of the part. */
type Change = string | readonly (readonly [text: string, length: number])[]

/** Replaces every match by what `change` says (undefined: leave it), keeping the way back. Same object if nothing changed. */
export function replaceMapped(
  source: MappedText,
  pattern: RegExp,
  change: (match: RegExpExecArray) => Change | undefined,
): MappedText {
  let builder: MappedBuilder | undefined
  let last = 0
  for (const match of source.text.matchAll(pattern)) {
    const text = change(match)
    if (text === undefined || text === match[0]) continue
    builder ??= new MappedBuilder(source)
    builder.keep(last, match.index)
    last = match.index
    for (const [part, length] of typeof text === 'string' ? [[text, match[0].length] as const] : text) {
      builder.put(part, last, last + length)
      last += length
    }
  }
  if (!builder) return source
  builder.keep(last, source.text.length)
  return builder.build()
}

/** Other text for a stretch of a text. */
export type Stretch = { readonly start: number; readonly end: number; readonly text: string }

/** Puts other text in the place of stretches that stand in order and apart. Same object if there are none. */
export function replaceStretches(source: MappedText, stretches: readonly Stretch[]): MappedText {
  if (stretches.length === 0) return source
  const builder = new MappedBuilder(source)
  let last = 0
  for (const { start, end, text } of stretches) {
    builder.keep(last, start)
    builder.put(text, start, end)
    last = end
  }
  builder.keep(last, source.text.length)
  return builder.build()
}
