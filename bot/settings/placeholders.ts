import { REGISTER } from './register.js'

/** What stands in instructions in place of a secret, small letters and digits only. */
const COMMON = [
  'geheim',
  'geheimnis',
  'passwort',
  'kennwort',
  'password',
  'secret',
  'changeme',
  'changeit',
  'bitteaendern',
  'bitteändern',
  'beispiel',
  'example',
  'default',
  'test',
  'todo',
  'postgres',
  'kompass',
  'kikompass',
]

const plain = (value: string): string => value.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')

const KNOWN = new Set([...COMMON, ...REGISTER.filter(({ secret }) => secret).map(({ example }) => plain(example))])

/** Fewer different characters than this are nothing a generator ever made. */
const FEWEST_CHARACTERS = 5

/**
 * Whether a secret is one from our documents, a word everybody tries first, that word over and over, or hardly more than
 * one character. A good secret is never refused: those are random.
 */
export function isPlaceholder(value: string): boolean {
  const bare = plain(value)
  return new Set(bare).size < FEWEST_CHARACTERS || KNOWN.has(bare) || COMMON.some(word => repeats(word, bare))
}

/** "geheimgeheim", "changeme123". */
function repeats(word: string, bare: string): boolean {
  const rest = bare.replaceAll(word, '')
  return rest.length < bare.length && /^\d{0,4}$/.test(rest)
}

/** The password in the address of a database, undefined without one. */
export function passwordIn(url: string): string | undefined {
  const password = URL.canParse(url) ? new URL(url).password : ''
  return password === '' ? undefined : safelyDecoded(password)
}

function safelyDecoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
