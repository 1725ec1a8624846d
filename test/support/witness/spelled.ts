/**
 * Something the service wrote, in the spellings it is searched in. `plain`: escapes undone, in lower case, without blanks;
 * `coded`: as it stands but for blanks, for base64 tells capitals apart.
 */
export type Writing = { readonly plain: string; readonly coded: string }

/** The same for what is sought. */
export type Spelling = { readonly plain: string; readonly coded: readonly string[] }

/** Shorter ones stand in any random key sooner or later. */
const SHORTEST_CODE = 8

export function writingOf(raw: string | Buffer): Writing {
  const text = typeof raw === 'string' ? raw : raw.toString('utf8')
  // In a file there are gaps between what was written; none of them ends a line of text.
  const exact = text.replaceAll('\0', '')
  const spellings = new Set([
    exact,
    withoutPercent(exact),
    withoutEscapes(exact),
    withoutPercent(withoutEscapes(exact)),
  ])
  return {
    plain: [...spellings].map(squeezed).join('\n'),
    coded: exact.replace(/\s+/g, '').replaceAll('-', '+').replaceAll('_', '/'),
  }
}

export function spellingOf(sought: string): Spelling {
  const letters = [sought, sought.toLowerCase(), sought.toUpperCase(), sought.replace(/\s+/g, '')]
  return { plain: squeezed(sought), coded: [...new Set(letters.flatMap(inCode))] }
}

export const standsIn = ({ plain, coded }: Spelling, writing: Writing): boolean =>
  writing.plain.includes(plain) || coded.some(code => writing.coded.includes(code))

/** Without blanks, and without the plus that stands for one in a form. */
export const squeezed = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s+]+/g, '')

/** Bytes in hexadecimal, and in base64 wherever in a longer text they begin. */
function inCode(text: string): string[] {
  const bytes = Buffer.from(text)
  const codes = [0, 1, 2].map(before => {
    const code = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64')
    return code.slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6))
  })
  return [...codes, bytes.toString('hex')].filter(code => code.length >= SHORTEST_CODE)
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '', f: '' }

const LEVELS = 5

/** As JSON writes them, also where a text was put into JSON several times over. */
function withoutEscapes(text: string, levels = LEVELS): string {
  if (levels === 0 || !text.includes('\\')) return text
  const less = text.replace(
    /\\(?:u([0-9a-fA-F]{4})|([^u]))/g,
    (_, code: string | undefined, letter: string | undefined) =>
      code === undefined ? (ESCAPES[letter ?? ''] ?? letter ?? '') : String.fromCharCode(Number.parseInt(code, 16)),
  )
  return less === text ? text : withoutEscapes(less, levels - 1)
}

const withoutPercent = (text: string): string =>
  text.replace(/(?:%[0-9a-fA-F]{2})+/g, codes => Buffer.from(codes.replaceAll('%', ''), 'hex').toString('utf8'))
