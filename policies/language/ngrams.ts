/** Overlapping character n-grams of one folded word with its borders marked; a shorter word is one gram of its own. */
export function ngrams(word: string, size = 5): string[] {
  const bordered = `_${word}_`
  if (bordered.length <= size) return [bordered]
  return Array.from({ length: bordered.length - size + 1 }, (_, start) => bordered.slice(start, start + size))
}
