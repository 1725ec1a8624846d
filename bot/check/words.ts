import type { Language } from '../../policies/language/language.js'
import type { Pack } from '../../policies/pack/pack-schema.js'
import type { Finding, Kind } from '../../policies/protect/index.js'

/** How often each kind was found, the most protected and then the most frequent first. */
export function kindsOf(findings: readonly Finding[]): { kind: Kind; count: number }[] {
  const counts = new Map<Kind, { count: number; strictness: number }>()
  for (const { kind, class: found } of findings) {
    const before = counts.get(kind) ?? { count: 0, strictness: 0 }
    counts.set(kind, {
      count: before.count + 1,
      strictness: Math.max(before.strictness, STRICTNESS.indexOf(found)),
    })
  }
  return [...counts]
    .sort(([, a], [, b]) => b.strictness - a.strictness || b.count - a.count)
    .map(([kind, { count }]) => ({ kind, count }))
}

const STRICTNESS: readonly Finding['class'][] = ['D0', 'D1', 'D2', 'D3', 'VS', 'SECRET']

/** Only what counts; a mere hint (an office holder, an office's telephone) is no reason to stop anybody. */
export const firm = (findings: readonly Finding[]): Finding[] =>
  findings.filter(({ certainty }) => certainty !== 'hinweis')

/** "2 Namen, 1 Kontonummer (IBAN)": kinds and numbers in the words of the pack, nothing of the text. */
export function inWords(findings: readonly Finding[], { protect }: Pack, language: Language = 'de'): string {
  const words = kindsOf(findings).flatMap(({ kind, count }) => {
    const text = protect.kinds.find(({ id }) => id === kind)
    if (!text) return []
    const { name, plural } = language === 'en' ? text.en : text
    if (text.placeholder === undefined && kind !== 'CLASSIFICATION_MARKING') return [plural]
    return [`${count} ${count === 1 ? name : plural}`]
  })
  return words.join(', ') || UNNAMED[language]
}

/** Where a pack has no words for a kind yet. */
const UNNAMED: Record<Language, string> = { de: 'geschützte Angaben', en: 'protected details' }
