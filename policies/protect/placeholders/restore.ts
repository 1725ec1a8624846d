import { createSeeker, readToken, type Token } from './match.js'
import { endsWithS, takesApostrophe } from './names.js'
import { type PlaceholderMap, readPlaceholder } from './placeholder.js'
import { type Answer, createResolve } from './resolve.js'
import { createVocabulary } from './vocabulary.js'

export type Restored = {
  /** What `push` had not given out yet. */
  readonly text: string
  /** Placeholders of the map that never came. */
  readonly missing: readonly string[]
  /** What looks like a placeholder and is not in the map, as it stands; also those the text had before. */
  readonly invented: readonly string[]
}

export type Restorer = {
  /** Takes a piece of the answer, cut anywhere; gives back what is certain. Holds back less than two placeholders. */
  readonly push: (chunk: string) => string
  readonly end: () => Restored
}

/** Puts the values back into an answer while it comes in. */
export function createRestorer(map: PlaceholderMap): Restorer {
  const vocabulary = createVocabulary([...map.keys()].flatMap(key => readPlaceholder(key)?.word ?? []))
  const seek = createSeeker(vocabulary)
  const resolve = createResolve(map)
  const missing = new Set(map.keys())
  const invented = new Set<string>()
  let held = ''
  let before = ''
  return {
    push: chunk => {
      const text = held + chunk
      // Half a character may not be judged, nor handed on.
      const whole = /[\ud800-\udbff]$/.test(text) ? text.length - 1 : text.length
      return drain(text.slice(0, whole), text.slice(whole))
    },
    end: () => ({ text: drain(held, undefined), missing: [...missing], invented: [...invented] }),
  }

  /** Restores what is certain and holds the rest, with `half` behind it; undefined: nothing follows. */
  function drain(text: string, half: string | undefined): string {
    const known = { text, before, complete: half === undefined }
    const parts: string[] = []
    let done = 0
    let at = seek(text, 0)
    while (at < text.length) {
      const token = readToken(known, at, vocabulary)
      const put = token && token !== 'more' ? restored(text, at, token, known.complete) : token
      if (put === 'more') break
      if (put) {
        parts.push(text.slice(done, at), put.text)
        done = put.end
      }
      at = seek(text, put ? put.end : at + 1)
    }
    parts.push(text.slice(done, at))
    held = text.slice(at) + (half ?? '')
    before = at > 0 ? text.charAt(at - 1) : before
    return parts.join('')
  }

  function restored(
    text: string,
    at: number,
    { end, asked, bare }: Token,
    complete: boolean,
  ): Put | 'more' | undefined {
    const token = text.slice(at, end)
    const answer = exact(token) ?? resolve(asked)
    if (!answer) {
      if (bare) return undefined
      invented.add(token)
      return { text: token, end }
    }
    const apostrophe = takesApostrophe(answer.value) ? endsWithS(text, end) : false
    if (apostrophe === undefined && !complete) return 'more'
    for (const placeholder of answer.from) missing.delete(placeholder)
    const genitive = apostrophe ?? text.charAt(end) === 's'
    return genitive ? { text: `${answer.value}’`, end: end + 1 } : { text: answer.value, end }
  }

  function exact(token: string): Answer | undefined {
    const value = map.get(token)
    return value === undefined ? undefined : { value, from: [token] }
  }
}

type Put = { readonly text: string; readonly end: number }
