import { createRestorer, type PlaceholderMap } from '../../policies/protect/index.js'

type Place =
  | { readonly in: 'structure' }
  | { readonly in: 'string' }
  | { readonly in: 'escape' }
  | { readonly in: 'unicode'; readonly digits: string }

/** Takes a piece of a JSON text, cut anywhere; gives back what is certain. */
export type JsonRestorer = { readonly push: (chunk: string) => string; readonly end: () => string }

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
}

/**
 * Puts values back into the strings of a JSON text while it comes in. Each string is read as it is meant (escapes undone),
 * restored, and written as JSON again, so that a quotation mark in a value breaks nothing and a placeholder spelled with
 * escapes is still found. What is no JSON passes through.
 */
export function createJsonRestorer(map: PlaceholderMap): JsonRestorer {
  let place: Place = { in: 'structure' }
  let restorer = createRestorer(map)
  return {
    push(chunk) {
      const out: string[] = []
      let said = ''
      const speak = (): void => {
        if (said !== '') out.push(asJson(restorer.push(said)))
        said = ''
      }
      for (const sign of chunk) {
        switch (place.in) {
          case 'structure':
            out.push(sign)
            if (sign === '"') {
              place = { in: 'string' }
              restorer = createRestorer(map)
            }
            break
          case 'string':
            if (sign === '\\') place = { in: 'escape' }
            else if (sign === '"') {
              speak()
              out.push(asJson(restorer.end().text), sign)
              place = { in: 'structure' }
            } else said += sign
            break
          case 'escape':
            place = sign === 'u' ? { in: 'unicode', digits: '' } : { in: 'string' }
            if (sign !== 'u') said += ESCAPES[sign] ?? `\\${sign}`
            break
          case 'unicode': {
            const digits: string = place.digits + sign
            if (digits.length < 4) place = { in: 'unicode', digits }
            else {
              said += /^[0-9a-f]{4}$/i.test(digits) ? String.fromCharCode(Number.parseInt(digits, 16)) : `\\u${digits}`
              place = { in: 'string' }
            }
          }
        }
      }
      speak()
      return out.join('')
    },
    /** A text that ends inside a string gives out what was held back. */
    end: () => (place.in === 'structure' ? '' : asJson(restorer.end().text)),
  }
}

const asJson = (text: string): string => JSON.stringify(text).slice(1, -1)
