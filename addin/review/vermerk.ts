/** All a Vermerk holds. What was asked of the tool is not among it: that is kept only where it explains a result. */
export type VermerkFacts = {
  readonly tool: string
  /** What the tool was used for, in German words ("Text kürzen"). */
  readonly purpose: string
  /** Day of the check, YYYY-MM-DD. */
  readonly day: string
  /** Name or initials, as the person writes them. */
  readonly checkedBy: string
}

/** The sentence for the file (rule `aktenfuehrung`): tool, purpose, day, who checked. German, as the document is. */
export function vermerkText({ tool, purpose, day, checkedBy }: VermerkFacts): string {
  const who = oneLine(checkedBy) || '[Kürzel]'
  return `KI-Vermerk: Entwurf mit ${oneLine(tool)} (${oneLine(purpose)}), am ${germanDay(day)} geprüft durch ${who}.`
}

function germanDay(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-')
  return `${Number(date)}.${Number(month)}.${year}`
}

const oneLine = (text: string): string => text.split(/\s/).filter(Boolean).join(' ')
