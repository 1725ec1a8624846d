/**
 * Only what both databases keep as it is. libsql aborts the whole process at `true`, reads text back cut at NUL and takes a
 * missing parameter for null; PostgreSQL refuses NUL and turns objects into text.
 */
export type Parameter = string | number | bigint | null | Uint8Array

const LARGEST = 2n ** 63n

/** Throws without naming the value: it may be about a person. */
export function checkedParameters(parameters: readonly unknown[]): Parameter[] {
  return parameters.map((value, at) => {
    if (allowed(value)) return value
    throw new TypeError(
      `parameter ${at + 1} is ${value instanceof Object ? 'an object' : typeof value} no database keeps`,
    )
  })
}

function allowed(value: unknown): value is Parameter {
  switch (typeof value) {
    case 'string':
      return !value.includes('\0')
    case 'number':
      return Number.isFinite(value)
    case 'bigint':
      return value < LARGEST && value >= -LARGEST
    default:
      return value === null || value instanceof Uint8Array
  }
}

/** A whole number as a database gives it; above 2^53 it would silently become another one. */
export function safeInteger(value: bigint | string): number {
  const number = Number(value)
  if (!Number.isSafeInteger(number)) throw new RangeError('a whole number in the database is above 2^53')
  return number
}
