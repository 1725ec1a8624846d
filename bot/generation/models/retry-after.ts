/** An hour: whoever is told more comes back tomorrow anyway, and a wrong clock must not lock a tool for days. */
const LONGEST_SECONDS = 3_600

/**
 * Whole seconds after which the server wants to be asked again; undefined if it does not say so in a way we know
 * (seconds, a date, or milliseconds as OpenAI and Azure send them).
 */
export function retryAfterOf(headers: Headers, now: Date): number | undefined {
  const seconds = secondsOf(headers.get('retry-after'), now) ?? millisecondsOf(headers.get('retry-after-ms'))
  return seconds === undefined ? undefined : Math.min(Math.max(0, Math.ceil(seconds)), LONGEST_SECONDS)
}

function secondsOf(value: string | null, now: Date): number | undefined {
  if (value === null) return undefined
  const number = numberOf(value)
  if (number !== undefined) return number
  const at = Date.parse(value)
  return Number.isNaN(at) ? undefined : (at - now.getTime()) / 1000
}

const millisecondsOf = (value: string | null): number | undefined => {
  const number = value === null ? undefined : numberOf(value)
  return number === undefined ? undefined : number / 1000
}

const numberOf = (value: string): number | undefined =>
  /^\d{1,12}(?:\.\d{1,6})?$/.test(value.trim()) ? Number(value) : undefined
