import { asSentence, isSentence } from './sentence.js'
import { withoutEnd } from './tidy.js'

/**
 * Bullet points as the body of a letter, in their order: sentences side by side become a paragraph, mere words stay
 * points below each other. `intro` stands above the first such points, unless the sentence before them ends in a colon.
 */
export function bodyOf(points: readonly string[], intro: string | undefined): string {
  const paragraphs: { readonly listed: boolean; readonly lines: string[] }[] = []
  for (const point of points) {
    const listed = !isSentence(point) && !point.endsWith(':')
    const last = paragraphs.at(-1)
    // A sentence that announces points ends its paragraph.
    if (last?.listed === listed && !last.lines.at(-1)?.endsWith(':')) last.lines.push(point)
    else paragraphs.push({ listed, lines: [point] })
  }
  const firstListed = paragraphs.findIndex(({ listed }) => listed)
  return paragraphs
    .flatMap(({ listed, lines }, at) => {
      if (!listed) return [lines.map(asSentence).join(' ')]
      const announced = paragraphs[at - 1]?.lines.at(-1)?.endsWith(':') === true
      return [...(at === firstListed && !announced && intro !== undefined ? [intro] : []), bulleted(lines)]
    })
    .join('\n\n')
}

/** Points below each other, without the signs that ended them where they were typed. */
export const bulleted = (items: readonly string[]): string => items.map(item => `- ${withoutEnd(item)}`).join('\n')

/** "A, B und C". */
export function enumerated(items: readonly string[]): string {
  const bare = items.map(item => withoutEnd(item, ' ,;.'))
  const last = bare.at(-1) ?? ''
  return bare.length < 2 ? last : `${bare.slice(0, -1).join(', ')} und ${last}`
}
