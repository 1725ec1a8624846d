import { fold } from '../../language/fold.js'

/** Stands for a secret without being one. */
const PLACEHOLDER =
  /^(?:[*•.x_?#-]{2,}|[<[({].*|%\w+%|%[sd]|\$\{?[A-Z][A-Z0-9_]*\}?|\$[a-z_]+|.*(?:\$\{|\{\{).*|!(?:vault|secret|env|ref|sub)\b.*|xxx.*|\w*changeme\w*|change[_-]?(?:me|it)|passwor[dt]\d?|kennwort|geheim|secret|example|beispiel\w*|test|your[_-].*|(?:ihr|dein|mein|my)[_-]?(?:passwort|kennwort|password|secret|token|key|pw)\w*|(?:hier|here)[_-]\w*|\w*[_-](?:hier|here)|platzhalter\w*|placeholder|redacted|entfernt|dummy\w*|n\/a|token|key|api[_-]?key)$/i
/** Code that reads or computes a value, and the words of types and switches. */
const CODE =
  /^(?:(?:process|os|env|config|conf|cfg|settings|self|this|req|request|res|props|state|ctx|user|data|args|opts|options|params|body|form|event|db|app|session|window|document|module|var|local|each|system|environment|secrets|vault|credentials|row|record|item)\.[\w$.[\]]+[,;]?|[\w.$]+\(.*|.*=>.*|(?:new|await|str|string|text|varchar\S*|char\S*|bytes|int|bool|boolean|none|null|nil|undefined|true|false|yes|no|ja|nein|on|off|env|input|getpass|optional|required|hidden|basic|bearer|oauth2?|jwt|ldap|sso|saml|md5|sha\d*|bcrypt|argon2\w*|aes\S*|base64|utf-?8)[,;]?)$/i
/** Words of a sentence about passwords, folded. */
const TALK =
  /^(?:siehe|vergessen|vergass|erforderlich|notig|notwendig|pflicht|pflichtfeld|andern|anderung|geandert|wechseln|zurucksetzen|zuruckgesetzt|rucksetzen|unbekannt|folgt|kommt|kein|keine[nmrs]?|leer|optional|separat|getrennt|telefonisch|per|im|in|auf|an|am|bei|beim|mit|ohne|von|vom|zum|zur|fur|aus|nach|uber|unter|mindestens|mind|min|maximal|max|minimum|hochstens|bitte|wird|wurde|werden|wurden|ist|sind|war|hat|haben|kann|konnen|muss|mussen|darf|durfen|soll|sollte|sollten|lautet|nicht|nie|niemals|immer|nur|noch|schon|und|oder|als|wie|was|wer|wo|wann|warum|welche[nmrs]?|der|die|das|den|dem|des|(?:ein|mein|dein|ihr|unser|sein|dies|jed)(?:e[nmrs]?)?|alle[nmrs]?|gross|klein|sonderzeichen|zeichen|ziffern|buchstaben|stellen|stellig|(?:stark|schwach|sicher|unsicher|neu|alt|aktuell|falsch|richtig|korrekt|gultig|ungultig|bekannt|wichtig|personlich|vertraulich|lang|kurz)(?:e[nmrs]?)?|sicherheit|zu|abgelaufen|gesperrt|eingeben|wiederholen|bestatigen|speichern|merken|notieren|hinterlegt|beantragen|anfordern|richtlinien?|regeln?|manager|safe|tresor|lange|anforderung(?:en)?|generieren|erzeugen|admin|administrator|wlan|brief|hinweis|zb|etwa|ca|rund|code|karte|ausschliesslich|jeweils|je|pro|gemass|laut|entspricht|enthalt|besteht|gilt|liegt|steht|findet|gibt|es|sie|er|ich|wir|man|heute|morgen|gestern|jetzt|bald|spater|dann|so|also|hier|dort|the|is|are|must|should|not|for|reset|expired|required|policy|forgotten|change|length)$/

/** Whether the text behind "Passwort:" and the like can be the secret itself. */
export function isValue(text: string): boolean {
  return (
    text.length > 2 &&
    text.length <= 200 &&
    /[\p{L}\p{N}]/u.test(text) &&
    !PLACEHOLDER.test(text) &&
    !CODE.test(text) &&
    !isTalk(text)
  )
}

/** Words of a sentence have nothing but letters. */
const isTalk = (text: string): boolean => /^\p{L}+[.,;:!?]?$/u.test(text) && TALK.test(fold(text).replace(/\W$/, ''))

/** Behind "Passwort:" also an ordinary word or a row of digits may be the secret, but no date, unit or file name. */
export const isWeakValue = (text: string): boolean =>
  text.length > 3 && isValue(text) && (/^\d{4,}$/.test(text) || !isOrdinary(text))

/** A value that is no ordinary word: letters with digits or signs among them, or small and capital letters in no order. */
export function looksSecret(text: string): boolean {
  if (text.length < 5 || !isValue(text) || isOrdinary(text)) return false
  const letter = /\p{L}/u.test(text)
  if (letter && /\d/.test(text)) return true
  if (letter && /[^\p{L}\p{N}.,:;)('"/-]/u.test(text)) return true
  return /\p{Ll}\p{Lu}[\p{L}]*\p{Lu}|^\p{Ll}+\p{Lu}/u.test(text)
}

/** Dates, amounts, laws, versions, file names, web addresses, compound words and numbers with units. */
const ORDINARY =
  /^(?:\d+(?:[.,:/-]\d+)*\p{L}{0,3}\.?|§.*|[vV]\d+(?:\.\d+)*|\d+-?(?:stellig\w*|mal|fach|teilig\w*|jährig\w*|tägig\w*|er|te[nrs]?)|https?:.*|www\..*|\S+@\S+\.\p{L}+|[\p{L}\d_-]+\.(?:pdf|docx?|xlsx?|txt|kdbx|zip|csv|json|yaml|yml|ini|env|png|jpe?g|[jt]sx?|py|sh|ps1|md|html?|css|sql|bat|exe|conf|cfg|xml|log)|(?:\p{L}+[/-])+\p{L}*|ISO\W?\d.*|DIN\W?\d.*|SHA-?\d+|AES-?\d+|WPA-?\d|MD5|UTF-?8|OAuth2|Win(?:dows)?\d+|\p{L}\d{1,2}|[\p{L}]+:(?:innen)?|[\p{L}]+[*_]innen\p{L}*)$/u
const isOrdinary = (text: string): boolean => ORDINARY.test(text)

const LEAST_ENTROPY = 3.3

/** Bits a sign (Shannon): random keys of 20 and more signs reach it, words and ids of few letters do not. */
export function isRandom(text: string): boolean {
  if (text.length < 20 || !/\d/.test(text) || !/[A-Za-z]/.test(text)) return false
  const counts = new Map<string, number>()
  for (const sign of text) counts.set(sign, (counts.get(sign) ?? 0) + 1)
  let bits = 0
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length)
  return bits >= LEAST_ENTROPY
}
