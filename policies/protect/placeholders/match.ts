import { type Asked, readAsked } from './said.js'
import { foldToken, type Vocabulary } from './vocabulary.js'

/** Something that looks like a placeholder, `end` exclusive; `bare`: without brackets. */
export type Token = { readonly end: number; readonly asked: Asked; readonly bare: boolean }

/** The token that begins at `at`; undefined if none does, 'more' if that depends on what comes after the text. */
export type Match = Token | 'more' | undefined

/** A text as far as it is known: `before` is the unit before it, `complete` whether nothing follows. */
export type Known = { readonly text: string; readonly before: string; readonly complete: boolean }

const CLOSING: ReadonlyMap<string, string> = new Map(
  ['[]', '()', '{}', '<>', '【】', '〔〕', '［］', '〈〉', '⟨⟩', '「」', '«»'].map(pair => [
    pair.charAt(0),
    pair.charAt(1),
  ]),
)
/** Written twice in templates: {{PERSON 1}}. */
const DOUBLED = new Set(['{', '<'])
const WORD = /[\p{L}\p{N}_-]/u
const LOOKAHEAD = 48

/** Where the next token may begin, from `at` on; the length of the text if nowhere. */
export function createSeeker({ bare }: Vocabulary): (text: string, at: number) => number {
  const initials = [...new Set(bare.map(word => word.charAt(0)))].join('')
  const start = new RegExp(`[\\\\${[...CLOSING.keys()].map(sign => `\\${sign}`).join('')}${initials}]`, 'g')
  return (text, at) => {
    start.lastIndex = at
    return start.exec(text)?.index ?? text.length
  }
}

/** Reads the token at a place `createSeeker` found. Looks no further than the vocabulary's limit. */
export function readToken(known: Known, at: number, vocabulary: Vocabulary): Match {
  const { text, complete } = known
  const escaped = text.charAt(at) === '\\'
  const opener = escaped ? at + 1 : at
  if (opener >= text.length) return complete ? undefined : 'more'
  if (CLOSING.has(text.charAt(opener))) return readBracket(known, opener, escaped, vocabulary)
  return escaped ? undefined : readBare(known, at, vocabulary)
}

/** All signs that may stand inside; a round bracket holds no other. */
const INSIDE = "\\p{L}\\p{M}\\p{N}\\s_\\-–—‑:,.*\\\\'’/#`"

function readBracket({ text, complete }: Known, opener: number, escaped: boolean, vocabulary: Vocabulary): Match {
  const sign = text.charAt(opener)
  const doubled = DOUBLED.has(sign) && text.charAt(opener + 1) === sign
  const from = opener + (doubled ? 2 : 1)
  const to = endOfContent(text, from, sign === '(', vocabulary.limit)
  const content = text.slice(from, to)
  if (!mayBecome(content, sign, vocabulary)) return undefined
  if (to === text.length && !complete) return content.length < vocabulary.limit ? 'more' : undefined
  const closing = CLOSING.get(sign) ?? ''
  const end = to + (doubled ? 2 : 1)
  if (!(doubled ? closing + closing : closing).startsWith(text.slice(to, end)) || to === text.length) return undefined
  if (end > text.length) return complete ? undefined : 'more'
  if (escaped && !content.endsWith('\\')) return undefined
  const asked = isWritten(content, sign) ? readAsked(content, vocabulary) : undefined
  return asked && { end, asked, bare: false }
}

const CONTENT = new RegExp(`[${INSIDE}()]*`, 'uy')
const CONTENT_ROUND = new RegExp(`[${INSIDE}]*`, 'uy')

function endOfContent(text: string, from: number, round: boolean, limit: number): number {
  const pattern = round ? CONTENT_ROUND : CONTENT
  pattern.lastIndex = 0
  return from + (pattern.exec(text.slice(from, from + limit))?.[0].length ?? 0)
}

/** "(Person 1)" is everyday German, "(PERSON 1)" is not. */
const isWritten = (content: string, sign: string): boolean => sign !== '(' || !/\p{Ll}(?<!s)|\p{Ll}{2}/u.test(content)

/** Whether the beginning of a content may still become a placeholder: its first word begins like one of them. */
function mayBecome(content: string, sign: string, { heads }: Vocabulary): boolean {
  const [, signs = '', letters = '', rest = ''] = /^([^\p{L}]*)([\p{L}\p{M}]*)(.*)$/su.exec(content) ?? []
  if (signs.length > 3 || !isWritten(letters, sign)) return false
  const word = foldToken(letters)
  return heads.some(head =>
    rest === '' ? head.startsWith(word) || isInflected(word, head) : word === head || isInflected(word, head),
  )
}

const isInflected = (word: string, head: string): boolean =>
  head.length > 3 && word.startsWith(head) && word.length <= head.length + 3

/**
 * "PERSON 1" without brackets counts only in capitals, with its number, and as a word of its own: models lose brackets in
 * headings and tables, while "Person 1" is everyday German.
 */
function readBare({ text, before, complete }: Known, at: number, { bare }: Vocabulary): Match {
  if (WORD.test(at === 0 ? before : text.charAt(at - 1))) return undefined
  const rest = text.slice(at, at + LOOKAHEAD)
  const atEnd = !complete && at + rest.length === text.length
  if (atEnd && bare.some(one => one.length > rest.length && one.startsWith(rest))) return 'more'
  const word = bare.find(one => text.startsWith(one, at))
  if (word === undefined) return undefined
  const tail = text.slice(at + word.length, at + word.length + LOOKAHEAD)
  if (!complete && tail.length < LOOKAHEAD && UNDECIDED.test(tail)) return 'more'
  const [all, number, form, spelling, s] = TAIL.exec(tail) ?? []
  if (all === undefined) return undefined
  const asked = { word, number: Number(number), spelling: Number(spelling ?? 1), genitive: s !== undefined }
  const said = form?.replace('_', ' ') ?? ''
  return { end: at + word.length + all.length, asked: { ...asked, form: said as Asked['form'] }, bare: true }
}

const TAIL =
  /^[ \u00a0\u202f_-](\d{1,6})(?:[ _](NACHNAME, VORNAME|NACHNAME|VORNAME))?(?: SCHREIBWEISE (\d{1,6}))?(s)?(?![\p{L}\p{N}_]|[-–/.,:]\d)/u
const UNDECIDED = /^(?:[ \u00a0\u202f_-](?:\d{1,6}(?:[ _,A-Z0-9]{0,48}s?[-–/.,:]?)?)?)?$/
