import { jsonText } from './json-text.js'

/** A part of a request, built once it is known what became of the texts in it. */
export type Built<Part> = (texts: readonly string[]) => Part

/** Takes down the texts of a request in order; each gives back where it will be found again. */
export type Places = {
  readonly texts: readonly string[]
  /** Indexes of texts that must stay as they are. */
  readonly fixed: ReadonlySet<number>
  /** A text a placeholder may stand in. */
  readonly free: (text: string) => Built<string>
  /** A text a placeholder may stand in, read as JSON if it is. */
  readonly content: (text: string) => Built<string>
  /** A name or id, which no placeholder can be. */
  readonly name: (text: string) => Built<string>
}

export function createPlaces(): Places {
  const texts: string[] = []
  const fixed = new Set<number>()
  const free = (text: string): Built<string> => {
    const at = texts.push(text) - 1
    return given => textAt(given, at)
  }
  return {
    texts,
    fixed,
    free,
    content(raw) {
      const json = jsonText(raw)
      if (!json) return free(raw)
      const text = free(json.text)
      return given => json.put(text(given))
    },
    name(text) {
      fixed.add(texts.length)
      return free(text)
    },
  }
}

/** A list that lacks a text belongs to another request; better no answer than one put together wrongly. */
function textAt(texts: readonly string[], at: number): string {
  const text = texts[at]
  if (text === undefined) throw new RangeError('a text is missing')
  return text
}
