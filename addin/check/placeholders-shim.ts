import type { Finding, Kind } from '../../policies/protect/index.js'

export type PlaceholderMap = ReadonlyMap<string, string>

export function replaceFindings(
  text: string,
  findings: readonly Finding[],
  wordOf: (kind: Kind) => string | undefined,
): { text: string; map: PlaceholderMap; removed: number } {
  const map = new Map<string, string>()
  const byValue = new Map<string, string>()
  const numbers = new Map<string, number>()
  let out = ''
  let at = 0
  for (const { kind, start, end } of findings) {
    const word = wordOf(kind)
    if (!word || start < at) continue
    const value = text.slice(start, end)
    let placeholder = byValue.get(word + value)
    if (!placeholder) {
      const number = (numbers.get(word) ?? 0) + 1
      numbers.set(word, number)
      placeholder = `[${word} ${number}]`
      byValue.set(word + value, placeholder)
      map.set(placeholder, value)
    }
    out += text.slice(at, start) + placeholder
    at = end
  }
  return { text: out + text.slice(at), map, removed: 0 }
}

export function createRestorer(map: PlaceholderMap) {
  let all = ''
  return {
    push: (chunk: string): string => {
      all += chunk
      return ''
    },
    end: () => {
      const seen = new Set<string>()
      const invented = new Set<string>()
      const text = all.replaceAll(/\[[A-ZÄÖÜ-]+ \d+(?: [A-Z]+)?\]/g, found => {
        const original = map.get(found)
        if (original === undefined) {
          invented.add(found)
          return found
        }
        seen.add(found)
        return original
      })
      return { text, missing: [...map.keys()].filter(one => !seen.has(one)), invented: [...invented] }
    },
  }
}
