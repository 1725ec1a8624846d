import { isWeakValue, looksSecret } from './values.js'

/** The value and where it begins behind the word that names it; `sure`: a sign leads to it and it looks like a secret. */
export type Taken = { readonly at: number; readonly value: string; readonly sure: boolean }

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
/** What may follow a value that is the last thing said. */
const ENDS = /^["“”]?[ \t]*(?:$|[\n,;|)&]|[.!](?:\s|$)|\/ | - |\()/

/** Four words and more in quotation marks are said, not typed. */
const SENTENCE = /(?:\S+ ){3,}\S/

/** Behind ":" or "=": also an ordinary word, if nothing else follows it. */
export function assigned(after: string, onlyEquals: boolean): Taken | undefined {
  const sign = SIGN.exec(after)
  if (onlyEquals && sign?.[1] !== '=') return undefined
  if (!sign) return onlyEquals ? undefined : onNextLine(after)
  const at = sign[0].length
  const quoted = quotedAt(after, at)
  if (quoted !== undefined) return isWeakValue(quoted) ? { at: at + 1, value: quoted, sure: true } : undefined
  const value = bareAt(after, at, sign[1] === '=')
  if (looksSecret(value)) return isIdentifier(value, sign[0]) ? undefined : { at, value, sure: true }
  const isAlone = ENDS.test(after.slice(at + value.length))
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

const VERB =
  /^[^\n!?:=]{0,60}? (?:lautet|lauten|heißt|heisst|ist|sind|war|wäre|is|was|auf|to|in|mit)(?: (?:jetzt|nun|aktuell|noch|immer noch|wieder|weiterhin|übrigens|ab sofort|seit [\p{L}\d.]{2,14}|einfach|folgendes|now|currently|still))?:? /u
/** Words between the name and a colon that say which secret is meant: "Passwort für den Drucker: X". */
const MEANT =
  /^(?: (?:für|fürs|zum|zur|von|vom|des|der|beim?|im|in|am|an|auf|ab|jetzt|neu|aktuell|mitgeteilt|hinterlegt|lautet|for|of|to)(?!\p{L})[^\n!?:=]{0,60}| ?\([^\n()]{1,30}\)| (?:\d|alt|neu|jetzt|bisher))[:=] ?/u

/** "… lautet X", "… für das Portal ist X", "… im 2. OG: X". */
export function told(after: string): Taken | undefined {
  const verb = VERB.exec(after)
  const strong = verb && quotedOrStrong(after, verb[0], false)
  if (strong) return strong
  const named = verb && /(?:lauten?t?|hei(?:ß|ss)t)\b/.test(verb[0]) ? bareAt(after, verb[0].length, false) : ''
  const rest = verb ? after.slice(verb[0].length + named.length) : ''
  if (verb && isWeakValue(named) && ENDS.test(rest)) return { at: verb[0].length, value: named, sure: false }
  const colon = /^[^\n!?:=]{1,60}[:=] ?/.exec(after)
  return (colon ? quotedOrStrong(after, colon[0], true) : undefined) ?? meant(after) ?? printed(after)
}

/** The long row of digits on the back of a router. */
const printed = (after: string): Taken | undefined => take(after, /^[^\n!?:=]{1,60}[:=] ?(\d{16,24})(?!\d)/d, false)

/** "Passwort WLAN Feuerwehr „Blaulicht 112“", "Passwort KeePass Eule&Dachs&7": nouns between say what it opens. */
export function behindNouns(after: string): Taken | undefined {
  const lead = /^(?: \p{Lu}[\p{L}\d-]{1,20}){1,3} /u.exec(after)?.[0]
  const taken = lead === undefined ? undefined : quotedOrStrong(after, lead, false)
  return taken && taken.value.length > 6 ? taken : undefined
}

/** "Sperrkennwort zum Ausweis von …: LEUCHTTURM": one ordinary word, and nothing else behind it. */
function meant(after: string): Taken | undefined {
  const at = MEANT.exec(after)?.[0].length ?? 0
  if (at === 0) return undefined
  const value = bareAt(after, at, false)
  return isWeakValue(value) && ENDS.test(after.slice(at + value.length)) ? { at, value, sure: false } : undefined
}

/** "… Kennwort fürs Notebook?“ – „Leinwand9": the answer to a question. */
export function answered(after: string): Taken | undefined {
  const [lead = ''] = /^[^\n?]{0,60}\?{1,3}[“”"]?(?:\s?[-–>]\s?|\s?\n[^\n:]{0,25}:\s?|\s)[„"“]?/.exec(after) ?? []
  if (lead === '') return undefined
  const value = bareAt(after, lead.length, false)
  return looksSecret(value) && /\d/.test(value) ? { at: lead.length, value, sure: false } : undefined
}

export function quotedOrStrong(after: string, lead: RegExp | string, sure: boolean): Taken | undefined {
  const at = typeof lead === 'string' ? lead.length : (lead.exec(after)?.[0].length ?? 0)
  if (at === 0) return undefined
  const quoted = quotedAt(after, at)
  if (quoted !== undefined)
    return isWeakValue(quoted) && !SENTENCE.test(quoted) ? { at: at + 1, value: quoted, sure } : undefined
  const value = bareAt(after, at, false)
  return looksSecret(value) ? { at, value, sure } : undefined
}

/** "mein Passwort geht nicht  Igel2024!x  bitte …": set apart by wide gaps, as signs pulled apart were. */
export function setApart(after: string): Taken | undefined {
  const taken = take(after, /^[^\n!?:=]{1,60}? {2,4}(\S{6,40})(?!\S)/d, false)
  return taken && looksSecret(taken.value) && /[^\p{L}\d][\p{L}\d]|\p{L}\d/u.test(taken.value) ? taken : undefined
}

/** First group of the pattern, which begins where the name ends. */
export function take(after: string, pattern: RegExp, sure: boolean): Taken | undefined {
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
export function bareAt(text: string, at: number, inList: boolean): string {
  const pattern = inList ? /[^\s"'`<>;&]{1,160}/y : /[^\s"'`<>„“”»«]{1,160}/y
  pattern.lastIndex = at
  return (pattern.exec(text)?.[0] ?? '').replace(/[.,;:)\]}?]{1,5}$/, '')
}
