/**
 * What tracked changes have taken out: the paragraphs of the original that no longer stand there as they were, whole, as a
 * marking may be spread over kept and deleted words. A paragraph break may be any of those Word uses.
 */
export function deletedFrom(original: string, current: string): string[] {
  if (original === current) return []
  const standing = new Set(current.split(BREAK))
  return original.split(BREAK).filter(text => text !== '' && !standing.has(text))
}

const BREAK = /[\r\n\v]/
