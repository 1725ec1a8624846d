import { fold } from '../../language/fold.js'
import { contextWords } from '../context-words.js'
import type { Scene } from '../detector.js'
import { type Doc, gapAfter, wordAt } from '../text/document.js'
import { columnsHeaded } from '../text/tables.js'
import { isRandom, isWeakValue, looksSecret } from './values.js'

/** `sure`: a sign like ":" or "=" leads to it, and it looks like a secret. */
export type NamedValue = { readonly start: number; readonly end: number; readonly sure: boolean }

/** Gets the text behind the word, and the word before it if a hyphen or space joins them. */
type Reader = (after: string, before: string) => Taken | undefined
/** The value and where it begins behind the word that names it. */
type Taken = { readonly at: number; readonly value: string; readonly sure: boolean }

const REACH = 180
/** Before the word or between it and the value: the value is an example, or one to be avoided. */
const EXAMPLE = /(?<![.@])(?:beispiel|example|\bmuster)|z\. ?B\.|\bkeine?\b|niemals|\bwie\b|\betwa\b|e\.g\./i

/** What follows each word that names a secret; the words are folded. */
const READERS: readonly { readonly names: RegExp; readonly read: Reader }[] = [
  {
    names: /(?:passwort|kennwort|losungswort)(?:s|es|er)?$|(?:password|passwd|passphrase|passcode|pwd)s?$|^p[sw]{1,2}$/,
    read: password,
  },
  { names: /pass$/, read: after => assigned(after, true) ?? quotedOrStrong(after, /^ -p ?/, false) },
  {
    names:
      /^(?:pin|puk|tan|geheimzahl|geheimnummer|can)$|(?:pin|tur|tor|alarm|tresor|zugangs|zahlen|entsperr|freischalt|sicherheits|einmal|aktivierungs|schliessfach)code$/,
    read: digits,
  },
  { names: /^code$/, read: (after, before) => (DOOR.test(before) || DOOR.test(after) ? digits(after) : undefined) },
  { names: /(?:token|secret|apikey|accesskey|secretkey|privatekey|encryptionkey)$/, read: key },
  { names: /^(?:key|schlussel|psk)$|(?:netzwerk|wlan|wpa|api|zugangs|sicherheits|geheim)schlussel$/, read: key },
  {
    names: /^(?:accountkey|sharedaccesskey|sharedkey|sig|signature)$/,
    read: after => take(after, /^=([A-Za-z0-9+/=_.~-]{20,200})/d, true),
  },
  { names: /^(?:login|logins|logindaten|zugangsdaten|anmeldedaten|credentials|zugang|anmeldung|account)$/, read: pair },
  { names: /^(?:authorization|bearer)$/, read: header },
  { names: /^curl$/, read: after => take(after, /^[^\n]{0,120}? -u ["']?[^\s:"']{1,60}:([^\s"']{3,80})/d, true) },
]
/** Titles of table columns. */
const TITLE = /(?:passwort|kennwort|password|pw|pin|puk|zugangscode|token|api ?key)$/
const DOOR = /^[^.!?\n]{0,30}(?:tür|tur|tor\b|alarm|tresor|safe|schlüssel|garage|schrank|kasse|offner)/i
/** "Key" and "Schlüssel" alone open doors; these say what they belong to. */
const KEY_OF =
  /^(?:api|access|secret|private|wlan|wifi|wpa2?|wpa3|psk|ssh|netzwerk|shared|master|encryption|client|auth|account|license|app)$/

/** Values that the text itself names as secret: behind "Passwort:", "PIN lautet", "token=", "Login a / b" … */
export function* namedValues(scene: Scene): Generator<NamedValue> {
  const { doc } = scene
  for (const { start, end } of columnsHeaded(scene, title => TITLE.test(title))) {
    if (isWeakValue(doc.text.slice(start, end))) yield { start, end, sure: false }
  }
  for (const word of contextWords(doc, 'SECRET')) {
    const name = fold(wordAt(doc, word))
    const reader = READERS.find(({ names }) => names.test(name))
    const before = nameBefore(doc, word)
    if (!reader || (/^(?:key|schlussel)$/.test(name) && !KEY_OF.test(before))) continue
    const from = doc.end[word] ?? 0
    const taken = reader.read(doc.text.slice(from, from + REACH), before)
    if (!taken || isExample(doc, word, from + taken.at)) continue
    const start = from + taken.at
    yield { start, end: start + taken.value.length, sure: taken.sure }
  }
}

const nameBefore = (doc: Doc, word: number): string =>
  word > 0 && /^[-_ ]$/.test(gapAfter(doc, word - 1)) ? fold(wordAt(doc, word - 1)) : ''

function isExample(doc: Doc, word: number, value: number): boolean {
  const start = doc.start[word] ?? 0
  const before = doc.text.slice(Math.max(0, start - 45), start)
  const sentence = before.slice(Math.max(before.lastIndexOf('\n'), before.search(/[.!?] [^.!?]*$/)) + 1)
  return EXAMPLE.test(sentence) || EXAMPLE.test(doc.text.slice(doc.end[word], value))
}

/** "Passwort: X", "Passwort lautet X", "Passwort für den Drucker: X", "mit dem Passwort X". */
function password(after: string): Taken | undefined {
  return assigned(after, false) ?? told(after) ?? quotedOrStrong(after, /^ ?(?:-p )?/, false)
}

const QUOTES: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '`': '`',
  '„': '“”"',
  '“': '”“',
  '‚': '‘’',
  '»': '«',
  '«': '»',
}

/** ":", "=" and arrows, `>` of an XML element, ` value=` of an attribute; behind a colon the line may break. */
const SIGN =
  /^(?:["'\])]{0,2}[ \t]{0,3}(:=|=>|->|→|[:=|\t])[ \t]{0,3}(?:(?<=:[ \t]{0,3})\n[ \t]{0,8})?|>|["'] (?:value|content)=)/

/** Behind ":" or "=": also an ordinary word, if nothing else follows it. */
function assigned(after: string, onlyEquals: boolean): Taken | undefined {
  const sign = SIGN.exec(after)
  if (onlyEquals && sign?.[1] !== '=') return undefined
  if (!sign) return onlyEquals ? undefined : onNextLine(after)
  const at = sign[0].length
  const quoted = quotedAt(after, at)
  if (quoted !== undefined) return isWeakValue(quoted) ? { at: at + 1, value: quoted, sure: true } : undefined
  const value = bareAt(after, at, sign[1] === '=')
  if (looksSecret(value)) return isIdentifier(value, sign[0]) ? undefined : { at, value, sure: true }
  const isAlone = /^[ \t]*(?:$|[\n,;|)&]|\/ )/.test(after.slice(at + value.length))
  const mayBeCell = sign[1] === '|' || sign[1] === '\t' || sign[0] === ' = '
  return isAlone && !mayBeCell && isWeakValue(value) ? { at, value, sure: false } : undefined
}

/** A form: the label, and below it the value alone on its line. */
function onNextLine(after: string): Taken | undefined {
  const [lead = '', value = ''] = /^[ \t]{0,3}\n[ \t]{0,8}(\S{5,60})(?=[ \t]*(?:\n|$))/.exec(after) ?? []
  return looksSecret(value) ? { at: lead.length - value.length, value, sure: false } : undefined
}

/** Names of variables in code: "password: formValue", "password = userInput". */
const isIdentifier = (value: string, sign: string): boolean => /^[a-z_$][A-Za-z_$]*$/.test(value) && / $/.test(sign)

/** "… lautet X", "… für das Portal ist X", "… im 2. OG: X". */
function told(after: string): Taken | undefined {
  const verb =
    /^[^\n!?:=]{0,60}? (?:lautet|lauten|heißt|heisst|ist|sind|war|is|auf|in)(?: (?:jetzt|nun|aktuell|noch|immer noch|wieder|weiterhin|übrigens|ab sofort))?:? /.exec(
      after,
    )
  const told = verb && quotedOrStrong(after, verb[0], false)
  if (told) return told
  const named = verb && /(?:lauten?t?|hei(?:ß|ss)t)\b/.test(verb[0]) ? bareAt(after, verb[0].length, false) : ''
  if (verb && isWeakValue(named) && /^ ?(?:[.!,;)\n]|$)/.test(after.slice(verb[0].length + named.length)))
    return { at: verb[0].length, value: named, sure: false }
  const colon = /^[^\n!?:=]{1,60}[:=] ?/.exec(after)
  return colon ? quotedOrStrong(after, colon[0], true) : undefined
}

function quotedOrStrong(after: string, lead: RegExp | string, sure: boolean): Taken | undefined {
  const at = typeof lead === 'string' ? lead.length : (lead.exec(after)?.[0].length ?? 0)
  if (at === 0) return undefined
  const quoted = quotedAt(after, at)
  if (quoted !== undefined) return isWeakValue(quoted) ? { at: at + 1, value: quoted, sure } : undefined
  const value = bareAt(after, at, false)
  return looksSecret(value) ? { at, value, sure } : undefined
}

/** "PIN: 4711", "die PIN für den Kopierer lautet 2580", "Türcode 4711#". */
function digits(after: string): Taken | undefined {
  return take(
    after,
    /^(?:[- ](?:Nummer|Nr\.?|Code))?(?:[^\n.!?:=\d]{0,40}?(?: (?:lautet|ist|war|heißt)(?: \p{L}{3,8})?|[:=]))? {0,2}["„']?(\d{4,10}[#*]?)(?!\d|[.,/-]\d| ?-?(?:stell|Ziffer|Zeichen|Tage|Monate|Euro|€|mal))/du,
    true,
  )
}

/** Tokens and keys: long enough and mixed, or six to eight digits for one time. */
function key(after: string): Taken | undefined {
  const found = assigned(after, false) ?? told(after) ?? quotedOrStrong(after, /^ /, false)
  if (found && (/^\d{10,}$/.test(found.value) || (found.value.length >= SHORTEST_KEY && isMixed(found.value))))
    return found
  return take(after, /^(?: (?:lautet|ist))?:? ?(\d{6,8})(?![\d.,/-])/d, false)
}

const SHORTEST_KEY = 8
const isMixed = (value: string): boolean => looksSecret(value) || isRandom(value)

/** "Login svc_scan / Sc4n-2025!": the second of the two. */
function pair(after: string): Taken | undefined {
  const taken = take(
    after,
    /^(?:(?: (?:ist|sind|lautet|lauten))?[: ]|[^\n:.!?]{1,40}:) {0,2}(?:\p{L}{3,12}:? )?[\p{L}\d][\p{L}\d.@_\\-]{1,60} ?[/|:] ?([^\s,;/][^\s,;]{4,60})/du,
    true,
  )
  const value = taken?.value.replace(/[.)"']+$/, '') ?? ''
  const isSecret = /^(?=.*\d)(?=.*\p{L})(?:.{8,}|.*[^\p{L}\d].*)$/u.test(value) && looksSecret(value)
  return taken && isSecret ? { ...taken, value } : undefined
}

/** "Authorization: Basic …", "Bearer …". */
function header(after: string): Taken | undefined {
  const taken = take(after, /^["']?[:=]? ?["']?(?:(?:Basic|Bearer|Token|ApiKey) )?([A-Za-z0-9._~+/=-]{10,2000})/d, true)
  return taken && (isRandom(taken.value) || looksSecret(taken.value)) ? taken : undefined
}

/** First group of the pattern, which begins where the name ends. */
function take(after: string, pattern: RegExp, sure: boolean): Taken | undefined {
  const match = pattern.exec(after)
  const at = match?.indices?.[1]?.[0]
  const value = match?.[1]
  return at === undefined || value === undefined ? undefined : { at, value, sure }
}

/** What stands between quotes, if a quote begins here and ends on the same line. */
function quotedAt(text: string, at: number): string | undefined {
  const closing = QUOTES[text.charAt(at)]
  if (closing === undefined) return undefined
  for (let end = at + 1; end < text.length && end < at + 80; end++) {
    if (text.charAt(end) === '\n') return undefined
    if (closing.includes(text.charAt(end))) return text.slice(at + 1, end)
  }
  return undefined
}

/** The signs up to the next space, without what belongs to the sentence; in "a=b;c=d" up to the separator. */
function bareAt(text: string, at: number, inList: boolean): string {
  const pattern = inList ? /[^\s"'`<>;&]{1,160}/y : /[^\s"'`<>„“”»«]{1,160}/y
  pattern.lastIndex = at
  return (pattern.exec(text)?.[0] ?? '').replace(/[.,;:)\]}?]{1,5}$/, '')
}
