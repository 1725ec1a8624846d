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
