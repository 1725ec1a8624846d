import { type GIFTQuestion, parse, type TextFormat } from 'gift-pegjs'
import { alsoEscaped, arrowsAsText, unescaped, unescapedAt } from './escape.js'
import { MOST_CHARACTERS, TOO_LONG } from './limits.js'
import type { Piece } from './split.js'

export type { GIFTQuestion, TextFormat }

export type Parsed =
  | { readonly ok: true; readonly title: string; readonly question: GIFTQuestion }
  | { readonly ok: false; readonly title: string; readonly problem: string }

/** Control characters, and those that turn the direction of writing, so that a text reads other than it is. */
const FORBIDDEN = /[^\P{Cc}\t\n]|[\u202a-\u202e\u2066-\u2069]/u

/** One question by the library, after what Moodle takes and the library does not has been put into its form. */
export function parsePiece({ text, open }: Piece): Parsed {
  const { title, body } = titled(text)
  const failed = (problem: string): Parsed => ({ ok: false, title, problem })
  if (text.length > MOST_CHARACTERS) return failed(TOO_LONG)
  const sign = FORBIDDEN.exec(text)?.[0]
  if (sign !== undefined) return failed(forbiddenSign(sign))
  if (open) return failed(UNCLOSED)
  const opens = unescapedAt(body, '{')
  const closes = unescapedAt(body, '}')
  if (opens < 0 && closes >= 0) return failed(UNOPENED)
  const ready = opens < 0 ? stem(body) : canonical(body, opens, closes)
  if (ready === undefined) return failed(UNOPENED)
  try {
    const question = parse(ready)[0]
    return question ? { ok: true, title, question } : failed(SYNTAX)
  } catch {
    // Syntax errors name places in the text handed over, not in the file; everything a person needs is the question.
    return failed(SYNTAX)
  }
}

/** `::title::` before the text. */
function titled(text: string): { title: string; body: string } {
  if (!text.startsWith('::')) return { title: '', body: text }
  const end = text.indexOf('::', 2)
  if (end < 0) return { title: '', body: text }
  return { title: unescaped(text.slice(2, end)).replaceAll(/\s+/g, ' ').trim(), body: text.slice(end + 2).trim() }
}

const stem = (text: string): string => alsoEscaped(text, ':=~#')

function canonical(body: string, opens: number, closes: number): string | undefined {
  if (closes < opens) return undefined
  const answers = body.slice(opens + 1, closes).trim()
  const isNumber = answers.startsWith('#') && !answers.startsWith('####')
  // Numbers are not taken, so it does not matter which they are.
  const inner = isNumber ? '#0' : arrowsAsText(alsoEscaped(answers, ':'))
  return `${stem(body.slice(0, opens))}{${inner}}${stem(body.slice(closes + 1))}`
}

const UNCLOSED =
  'Die geschweifte Klammer { wird nicht geschlossen. Bitte am Ende der Antworten } ergänzen; eine Klammer im Text schreiben Sie \\{.'
const UNOPENED =
  'Vor der Klammer } steht keine öffnende {. Bitte die Klammern prüfen; eine Klammer im Text schreiben Sie \\}.'
const SYNTAX =
  'Die Frage ist kein gültiges GIFT. Bitte prüfen: Vor jeder Antwort steht = oder ~, und die Zeichen ~ = # { } im Text haben einen \\ davor.'

const forbiddenSign = (sign: string): string =>
  `Die Frage enthält ein unsichtbares Steuerzeichen (U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}). Bitte löschen Sie es, zum Beispiel indem Sie den Text neu tippen.`
