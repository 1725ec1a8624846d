/** Typed text without control and formatting signs, with plain line breaks and spaces. */
export const clean = (typed: string): string =>
  typed
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[\t\u00a0]/g, ' ')
    .replace(/(?!\n)[\p{Cc}\p{Cf}]/gu, '')

/** One line with single spaces, so that no later step meets long runs of them. */
export const oneSpaced = (line: string): string => line.replace(/ {2,}/g, ' ').trim()

/** Without the signs at its end: those that only parted it from what came next where it was typed. */
export function withoutEnd(text: string, signs = ' ,;\n'): string {
  let end = text.length
  while (end > 0 && signs.includes(text.charAt(end - 1))) end--
  return text.slice(0, end)
}

/** A job title that already says it, in a text that says it, too. */
const GENDERS_TWICE = /(\([mwd](?:\/[mwdx]){2}\)) \([mwd](?:\/[mwdx]){2}\)/g

/** A letter without the traces of what fell away: no double spaces, no space before a comma, one blank line at most. */
export const tidy = (text: string): string =>
  text
    .replace(/ {2,}/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/ (?=[,.;:!?](?:\s|$))/g, '')
    .replace(/(?<!\.)\.\.(?!\.)/g, '.')
    .replace(GENDERS_TWICE, '$1')
    .trim()
