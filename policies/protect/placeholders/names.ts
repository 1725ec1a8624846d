/** The two parts of a name as they stand in the text; `given` is '' if there is one name only. */
export type NameParts = { readonly given: string; readonly surname: string; readonly turned: boolean }

/** Words with which a surname begins. */
const PARTICLES = new Set(
  'von vom van zu zum zur der den de del della da di dos du la le ten ter el al bin ibn af av'.split(' '),
)

/** "Birgit Krüger", "Krüger, Birgit", "Ursula von der Aue", "B.Krüger"; a spaced "K r ü g e r" is one name. */
export function splitName(raw: string): NameParts {
  const comma = raw.indexOf(',')
  const before = raw.slice(0, Math.max(comma, 0)).trim()
  const behind = raw.slice(comma + 1).trim()
  if (before !== '' && behind !== '') return { given: behind, surname: before, turned: true }
  const words = raw.trim().split(/\s+|(?<=\.)(?=\p{L})/u)
  if (words.length > 2 && words.every(({ length }) => length === 1)) return { given: '', surname: raw, turned: false }
  const particle = words.findIndex(word => PARTICLES.has(word.toLowerCase()))
  const first = particle >= 0 ? particle : words.length - 1
  return { given: words.slice(0, first).join(' '), surname: words.slice(first).join(' '), turned: false }
}

/** A name without case, hyphens, spaces and invisible signs, to compare with; ß and SS are the same. */
export function nameKey(name: string): string {
  const folded = name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
  return folded === '' ? name : folded
}

export const startsWithParticle = (name: string): boolean =>
  PARTICLES.has((/^\S{1,6}/.exec(name)?.[0] ?? '').toLowerCase())

/** Sounds after which German writes an apostrophe for the genitive: Fuchs’, Marx’, Heinz’, Voß’, Alice’. */
const SIBILANT = /(?:[sxzß]|ce)$/iu

/** Only letters and what stands between the parts of a name; at most 120 units, and at least one letter at the end. */
const NAME = /^[\p{L}\p{M}\s.,'’-]{0,119}[\p{L}\p{M}]$/u

export const looksLikeName = (value: string): boolean => NAME.test(value)

/** Whether the value is a name whose genitive is an apostrophe. */
export const takesApostrophe = (value: string): boolean => SIBILANT.test(value) && looksLikeName(value)

/** "Max Grothe" → "Max Grothes", "Hans Fuchs" → "Hans Fuchs’"; numbers and addresses stay as they are. */
export function genitive(value: string): string {
  if (!looksLikeName(value)) return value
  return takesApostrophe(value) ? `${value}’` : `${value}s`
}

const LETTER = /[\p{L}\p{N}]/u

/** Whether an s that ends a word stands at `at`; undefined if the text ends before that is known. */
export function endsWithS(text: string, at: number): boolean | undefined {
  if (at >= text.length) return undefined
  if (text.charAt(at) !== 's') return false
  return at + 1 >= text.length ? undefined : !LETTER.test(text.charAt(at + 1))
}
