/** Deeper is nothing anybody writes, and what walks it would run out of stack. */
const DEEPEST = 40

/** Whether a JSON value has at most `levels` objects and lists inside each other. */
export function isShallow(value: unknown, levels = DEEPEST): boolean {
  if (typeof value !== 'object' || value === null) return true
  return levels > 0 && Object.values(value).every(inner => isShallow(inner, levels - 1))
}

/** The same for a text that may be JSON; another text has no depth. */
export function isShallowText(text: string): boolean {
  try {
    return isShallow(JSON.parse(text))
  } catch {
    return true
  }
}
