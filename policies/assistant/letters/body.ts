import { asSentence, isSentence } from './sentence.js'
import { withoutEnd } from './tidy.js'

type Run = { readonly listed: boolean; readonly lines: string[] }

/** More changes between sentences and points than this read worse than one list. */
const MOST_RUNS = 2

/**
 * Bullet points as the body of a letter, in their order: sentences side by side become a paragraph, mere words stay
 * points below each other, and what goes to and fro between both is one list. `intro` stands above the first points,
 * unless a sentence with a colon announces them.
 */
export function bodyOf(points: readonly string[], intro: string | undefined): string {
  const runs = runsOf(points)
  const announced = runs.some(({ listed }, at) => listed && isAnnounced(runs, at))
  const shown = runs.length > MOST_RUNS && !announced ? [{ listed: true, lines: [...points] }] : runs
  const firstListed = shown.findIndex(({ listed }) => listed)
  return shown
    .flatMap(({ listed, lines }, at) => {
      if (!listed) return [lines.map(asSentence).join(' ')]
      const introduced = at === firstListed && !isAnnounced(shown, at) && intro !== undefined
      return [...(introduced ? [intro] : []), bulleted(lines)]
    })
    .join('\n\n')
}

function runsOf(points: readonly string[]): Run[] {
  const runs: Run[] = []
  for (const point of points) {
    const listed = !isSentence(point) && !point.endsWith(':')
    const last = runs.at(-1)
    // A sentence that announces points ends its paragraph.
    if (last?.listed === listed && !last.lines.at(-1)?.endsWith(':')) last.lines.push(point)
    else runs.push({ listed, lines: [point] })
  }
  return runs
}

const isAnnounced = (runs: readonly Run[], at: number): boolean => runs[at - 1]?.lines.at(-1)?.endsWith(':') === true

/** Points below each other, without the signs that ended them where they were typed. */
export const bulleted = (items: readonly string[]): string => items.map(item => `- ${withoutEnd(item)}`).join('\n')

/** "A, B und C". */
export function enumerated(items: readonly string[]): string {
  const bare = items.map(item => withoutEnd(item, ' ,;.'))
  const last = bare.at(-1) ?? ''
  return bare.length < 2 ? last : `${bare.slice(0, -1).join(', ')} und ${last}`
}
