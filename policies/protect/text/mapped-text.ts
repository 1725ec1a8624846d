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
export class MappedBuilder {
  readonly #source: MappedText
  readonly #parts: string[] = []
  readonly #starts: number[] = []
  readonly #ends: number[] = []

  constructor(source: MappedText) {
    this.#source = source
  }

  /** Copies a stretch of the source as it is. */
  keep(start: number, end: number): void {
    this.#parts.push(this.#source.text.slice(start, end))
    const { map } = this.#source
    for (let at = start; at < end; at++) {
      this.#starts.push(map?.starts[at] ?? at)
      this.#ends.push(map?.ends[at] ?? at + 1)
    }
  }

  /** Puts other text in the place of a stretch of the source; every new unit comes from the whole stretch. */
  put(text: string, start: number, end: number): void {
    if (text === '') return
    const range = originalRange(this.#source, start, end)
    this.#parts.push(text)
    for (let at = 0; at < text.length; at++) {
      this.#starts.push(range.start)
      this.#ends.push(range.end)
    }
  }

  build(): MappedText {
    return {
      text: this.#parts.join(''),
      map: { starts: Int32Array.from(this.#starts), ends: Int32Array.from(this.#ends) },
    }
  }
}

/** Replaces every match by what `change` says (undefined: leave it), keeping the way back. Same object if nothing changed. */
export function replaceMapped(
  source: MappedText,
  pattern: RegExp,
  change: (match: RegExpExecArray) => string | undefined,
): MappedText {
  let builder: MappedBuilder | undefined
  let last = 0
  for (const match of source.text.matchAll(pattern)) {
    const text = change(match)
    if (text === undefined || text === match[0]) continue
    builder ??= new MappedBuilder(source)
    builder.keep(last, match.index)
    last = match.index + match[0].length
    builder.put(text, match.index, last)
  }
  if (!builder) return source
  builder.keep(last, source.text.length)
  return builder.build()
}
