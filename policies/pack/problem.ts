/** Something wrong with a pack: where a person finds it (line counts from 1) and what to do, in German. */
export type Problem = {
  readonly file: string
  readonly line: number
  readonly message: string
  /** A review is due: whoever keeps the pack must look at it, but it can be used meanwhile. */
  readonly overdue?: true
}

/** Whether a pack with these problems can be used. */
export const isUsable = (problems: readonly Problem[]): boolean => problems.every(({ overdue }) => overdue)

export const formatProblem = ({ file, line, message }: Problem): string => `${file}:${line}: ${message}`

/** By file, then line, without doubles, so that one run lists everything in reading order. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  const byText = new Map(problems.map(problem => [formatProblem(problem), problem]))
  return [...byText.values()].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line))
}
