import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import type { z } from 'zod'

export type JsonLine<Row> = { readonly number: number; readonly row: Row | undefined }

/** Reads JSON lines as they come; `row` is undefined where a line is not what was expected. Blank lines are skipped. */
export async function* jsonLines<Schema extends z.ZodType>(
  input: Readable,
  schema: Schema,
): AsyncGenerator<JsonLine<z.infer<Schema>>> {
  let number = 0
  for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++
    if (text.trim()) yield { number, row: parse(text, schema) }
  }
}

function parse<Schema extends z.ZodType>(text: string, schema: Schema): z.infer<Schema> | undefined {
  try {
    const parsed = schema.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : undefined
  } catch {
    return undefined
  }
}
