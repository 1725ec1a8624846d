import { alarm, blocks, digits, keypad, recovery, words } from './codes.js'
import { COMMAND_WORDS, commandSecret } from './commands.js'
import { answered, assigned, bareAt, behindNouns, quotedOrStrong, setApart, type Taken, take, told } from './reading.js'
import { isRandom, isValue, isWeakValue, looksSecret } from './values.js'

/**
 * Gets the text behind the word, the word before it if a hyphen or space joins them, what stands before it in its line,
 * and the folded word itself.
 */
export type Reader = (after: string, joined: string, line: string, name: string) => Taken | undefined

/** What follows each word that names a secret; the words are folded. */
export const READERS: readonly { readonly names: RegExp; readonly read: Reader }[] = [
  {
    names:
      /(?:passwort|kennwort|losungswort|passworter|kennworter|passw)(?:s|es|er|n)?$|^(?:sifre|sifresi|parola|пароль|пароля|hasło|heslo|lozinka|jelszo|contrasena|senha|المرور|السر|fjalekalimi|khau|پسورد|passe)$|(?:password|passwd|passphrase|passcode|pwd)s?$|^p[sw]{1,2}$|^(?:ssw0rt|passw0r[td]|pa55wort)$/,
    read: password,
  },
  {
    names: /^pass$/,
    read: after => assignedMixed(after) ?? assigned(after, true) ?? quotedOrStrong(after, /^ -p ?/, false),
  },
  { names: /pass$/, read: (after, _, __, name) => commandSecret(name, after) ?? assigned(after, true) },
  {
    names: /^tan$/,
    read: after => (/^[:= ]{1,2}\d{6,8}(?!\d| \d)|^:| (?:lautet|ist) /.test(after) ? digits(after) : undefined),
  },
  {
    names:
      /pin$|^(?:puk|pukd|geheimzahl|geheimnummer|can|zugangsnummer|kartenzugangsnummer|zahlenschloss|zahlenkombination|einmalcode)$|(?:pin|tur|tor|alarm|tresor|safe|zugangs|zutritts|zahlen|entsperr|freischalt|sicherheits|einmal|aktivierungs|schliessfach|schloss|bestatigungs|verifizierungs|registrierungs|service|admin|otp|schlusselbox|schlusseltresor|einladungs|voucher|kenn|garagen?|haustur|keller|schranken|hof|raum|zimmer|tablet|handy|gerate|geräte|gerate)code$/,
    read: digits,
  },
  {
    names: /kombination$/,
    read: (after, joined, line, name) =>
      DOOR.test(`${name} ${joined} ${line}`) || DOOR.test(after) ? digits(after) : undefined,
  },
  { names: /^code$/, read: code },
  { names: /^alarmanlage$/, read: alarm },
  { names: /^(?:turoffner|schlusselbox|schlusseltresor|tastenfeld)$/, read: keypad },
  { names: /^ausgesperrt$/, read: said },
  {
    names: /^uberall$/,
    read: after => mixedOnly(take(after, /^(?: nur| dasselbe)?[: ]{1,2}["„']([^\s"“”']{6,40})["“”']/d, false)),
  },
  { names: /^losung$/, read: after => mixedOnly(therefore(after) ?? assigned(after, false)) },
  {
    names:
      /^(?:voucher|einmalkennung|aktivierungskennung|registrierungskennung|freischaltkennung|lizenzschlussel|produktschlussel)$/,
    read: blocks,
  },
  {
    names:
      /(?:wiederherstellungs|recovery|backup|notfall|ersatz|rettungs)(?:schlussel|key|codes?)$|^(?:backupcodes|recoverycodes)$/,
    read: recovery,
  },
  { names: /^(?:codes|key|schlussel)$/, read: lockOrRecovery },
  { names: /^(?:seed|seedphrase|mnemonic|phrase|wiederherstellungsphrase)$/, read: words },
  {
    names: /(?:token|secret|apikey|accesskey|secretkey|privatekey|encryptionkey|presharedkey)$|^geheimnis$/,
    read: key,
  },
  {
    names:
      /^psk$|(?:netzwerk|wlan|wifi|wpa|api|zugangs|sicherheits|geheim|zugriffs|freigabe)(?:schlussel|key)$|^wpa[23]?$/,
    read: key,
  },
  {
    names: /^(?:wlan|wifi)$/,
    read: after => take(after, /^[^\n]{0,60}?(?:schlüssel|key|pw|psk):? ?["„]?(\S{8,63})/diu, false),
  },
  {
    names: /^community$/,
    read: (after, _, line) =>
      /snmp|switch|router/i.test(line) || /^[- ]?string/i.test(after)
        ? take(after, /^(?:[- ]?string)?[^\n.:=]{0,30}?(?: ist| lautet|[:=]) ?["„']?([\w.!#$%-]{4,40}[\w!#$%])/d, false)
        : undefined,
  },
  {
    names: /^(?:accountkey|sharedaccesskey|sharedkey|sig|signature)$/,
    read: after => take(after, /^=([A-Za-z0-9+/=_.~-]{20,200})/d, true),
  },
  {
    names:
      /^(?:login|logins|logindaten|zugangsdaten|anmeldedaten|credentials|zugang|zugange|anmeldung|account|benutzer|benutzername|user|username|konto|admin)$/,
    read: pair,
  },
  { names: /^(?:authorization|bearer)$/, read: header },
  {
    names: /^(?:jsessionid|phpsessid|sessionid|sessid|sid|session|cookie|sitzungscookie)$/,
    read: after =>
      randomOf(
        take(
          after,
          /^(?:[-_]?(?:id|token))?["']?[:= ]{1,3}["']?(?:[\w-]{2,30}=)?([A-Za-z0-9._~+/=%-]{16,400})/di,
          true,
        ),
      ),
  },
  { names: /^(?:hash|passworthash|kennworthash|ntlm|nthash|md5)$/, read: (after, _, line) => hashOf(after, line) },
]
const DOOR =
  /(?:^|[^\p{L}])[^.!?\n]{0,30}(?:tür|tur|tor\b|alarm|tresor|safe|schlüssel|garage|schrank|kasse|offner|öffner|schloss|eingang|fach|tastatur|schranke|rolltor)/iu
/** "Key" and "Schlüssel" alone open doors; these say what they belong to. */
const KEY_OF =
  /^(?:api|access|secret|private|wlan|wifi|wpa2?|wpa3|psk|ssh|netzwerk|shared|preshared|master|encryption|client|auth|account|license|app|signing|session|service|rest|server)$/
const NETWORK =
  /(?:wlan|wi-?fi|wpa\d?|ssid|netz\p{L}*|hotspot|router|fritz\p{L}*|vpn|api|verschlüssel\p{L}*|bitlocker|backup|matrix|recovery)(?!\p{L})/iu
/** Somebody's account right before: "Benutzer k.abel, Kennwort Sommerwind". */
const ACCOUNT =
  /(?:benutzer\p{L}*|user\p{L}*|login|kennung|anmeldename|konto|account|id|name)[:= ]{1,2}\S{2,60}[,;/|]? {1,2}(?:und |mit )?(?:de[mr] |das )?$/iu

/** Words this file reads from, for the context of the detector, besides those that end like a secret. */
export const READ_WORDS: readonly string[] = [
  ...COMMAND_WORDS,
  ...'pin puk tan can geheimzahl geheimnummer zugangsnummer kartenzugangsnummer zahlenschloss *kombination alarmanlage türöffner schlüsselbox schlüsseltresor tastenfeld codes voucher seed seedphrase mnemonic phrase psk wpa wpa2 wpa3 wlan wifi community ausgesperrt überall losung tresor safe geldschrank panzerschrank einmalkennung aktivierungskennung registrierungskennung freischaltkennung ssw0rt passw0rt passw0rd pa55wort accountkey sharedaccesskey sharedkey sig signature login* zugangsdaten anmeldedaten credentials zugang zugänge anmeldung account benutzer benutzername user username konto admin authorization bearer jsessionid phpsessid sessionid sessid sid session cookie sitzungscookie hash *passworthash *kennworthash ntlm nthash md5 backupcodes recoverycodes geheimnis şifre şifresi parola пароль пароля hasło heslo lozinka jelszó contraseña senha passe المرور السر fjalëkalimi khẩu پسورد kenncode*'.split(
    ' ',
  ),
]

/** "Passwort: X", "Passwort lautet X", "Passwort für den Drucker: X", "mit dem Passwort X". */
function password(after: string, _joined: string, line: string, name: string): Taken | undefined {
  if (/^-(?!p )\p{L}/u.test(after)) return undefined
  return (
    assigned(after, false) ??
    told(after) ??
    quotedOrStrong(after, /^ ?(?:-p )?/, false) ??
    behindNouns(after) ??
    ofAccount(after, line) ??
    changed(after) ??
    plainDigits(after) ??
    phrase(after) ??
    hexBytes(after) ??
    therefore(after) ??
    calledSo(line, name) ??
    setApart(after) ??
    answered(after)
  )
}

/** "Benutzer k.abel, Kennwort Sommerwind". */
function ofAccount(after: string, line: string): Taken | undefined {
  const value = ACCOUNT.test(line) ? bareAt(after, 1, false) : ''
  return after.startsWith(' ') && isWeakValue(value) ? { at: 1, value, sure: false } : undefined
}

/** "das alte Passwort Sonnenblume geht nicht mehr": a noun right behind it that says what it is. */
const changed = (after: string): Taken | undefined => {
  const taken = take(
    after,
    /^ (\p{Lu}\p{L}{4,25}|\d{4,12})(?= (?:geht|funktioniert|gilt|stimmt|wurde abgelehnt|wird nicht|works|does))/du,
    false,
  )
  return taken && isWeakValue(taken.value) ? taken : undefined
}

/** "Mailboxpasswort 4411" and nothing else. */
const plainDigits = (after: string): Taken | undefined =>
  take(after, /^ (?!(?:19|20)\d\d(?!\d))(\d{4,10})(?=[ \t]*(?:$|[\n,;)]|\.(?!\d)))/d, false)

/** "Passphrase: lampe tisch regen fisch" */
const phrase = (after: string): Taken | undefined =>
  take(after, /^(?: lautet| ist)?: ((?:\p{Ll}{3,12}[ -]){3,9}\p{Ll}{3,12})(?=[ \t]*(?:$|\n))/du, false)

/** "pwd=4d 6f 69 6e 23": the signs as bytes. */
const hexBytes = (after: string): Taken | undefined =>
  take(after, /^[:=] ?((?:[0-9a-fA-F]{2} ){4,40}[0-9a-fA-F]{2})(?![0-9a-zA-Z])/d, true)

/** "… ist der Name vom Hund plus Jahr, also Bello2019." */
function therefore(after: string): Taken | undefined {
  const taken = take(
    after,
    /^[^\n.!?]{0,90}(?:,| -) (?:also|sprich|mithin|d\.h\.):? ["„']?([^\s"“”'„]{5,40}[^\s"“”'„.,;:)?])/d,
    false,
  )
  return taken && looksSecret(taken.value) ? taken : undefined
}

/** "mein altes war X": said without a name, after somebody has been locked out. */
function said(after: string): Taken | undefined {
  return mixedOnly(take(after, /^[^\n]{0,60}? (?:war|ist|lautet|hieß|heißt):? ["„']?([^\s"“”'„]{6,40})/d, false))
}

/** Letters, and digits or signs among them that no word has. */
const mixedOnly = (taken: Taken | undefined): Taken | undefined =>
  taken && looksSecret(taken.value) && /\d/.test(taken.value) && /\p{L}{3}/u.test(taken.value) ? taken : undefined

const CALLED_SO =
  /(?:^|[:\s])["„']?(?<value>[^\s"“”'„,]{6,40})["“”']?(?:,| -)? (?:das|dies|so) (?:ist|lautet|heißt|war)(?: jetzt| noch| übrigens)? (?:das|mein|unser|der|die|dein)(?: \p{Ll}{3,12})? $/du

/** "X, das ist das Kennwort vom …": the value before its name; behind a colon it may be any word. */
function calledSo(line: string, name: string): Taken | undefined {
  const match = CALLED_SO.exec(line)
  const [start, end] = match?.indices?.groups?.value ?? []
  if (start === undefined || end === undefined) return undefined
  const value = line.slice(start, end)
  const named = /: ["„']?$/.test(line.slice(0, start)) && isValue(value) && /^.\P{Ll}|[^\p{L}]/u.test(value)
  return looksSecret(value) || named ? { at: start - line.length - name.length, value, sure: false } : undefined
}

/** "Pass: Hund_77"; a number of a passport has capitals and digits only. */
function assignedMixed(after: string): Taken | undefined {
  const taken = assigned(after, false)
  return taken && looksSecret(taken.value) && /[\p{Ll}]/u.test(taken.value) ? taken : undefined
}

/** A code of a door, an alarm, a safe; others count goods and parcels. */
function code(after: string, joined: string, line: string): Taken | undefined {
  if (/^(?:qr|bar|post|zip|bank|fehler|farb|gs1|iso|din|error|status|http|country|quell|source)$/.test(joined))
    return undefined
  if (/^(?:pin|sms|zugangs|einmal|2fa|mfa|otp|tan|security|access|door|unlock|recovery|backup)$/.test(joined))
    return digits(after) ?? blocks(after)
  return DOOR.test(joined) || DOOR.test(line) || DOOR.test(after.slice(0, 45))
    ? (keypad(after) ?? digits(after))
    : keypad(after)
}

/** "Schlüssel", "Key" and "Codes" alone say too little. */
function lockOrRecovery(after: string, joined: string, line: string, name: string): Taken | undefined {
  if (/^(?:recovery|backup|bitlocker|wiederherstellungs)$/.test(joined)) return recovery(after)
  if (name === 'codes') return undefined
  if (KEY_OF.test(joined)) return key(after)
  if (!NETWORK.test(line)) return undefined
  return recovery(after) ?? key(after) ?? take(after, SENTENCE_OF_WORDS, false)
}

/** "der Schlüssel ist Apfelkuchen mit 4 Eiern": words with a number among them. */
const SENTENCE_OF_WORDS =
  /^ (?:ist|lautet|heißt):? ["„]?((?=[^,.\n]{0,40} \d)\p{Lu}[\p{L}\d]{2,20}(?: [\p{L}\d]{1,15}){1,5})(?=["“,;)]|\n|\.(?:\s|$)|$)/du

/** Tokens and keys: long enough and mixed, or six to eight digits for one time. */
function key(after: string): Taken | undefined {
  const found = assigned(after, false) ?? told(after) ?? quotedOrStrong(after, /^ /, false)
  if (
    found &&
    !/\s/.test(found.value) &&
    (/^\d{8,}$/.test(found.value) || (found.value.length >= SHORTEST_KEY && isMixed(found.value)))
  )
    return found
  const phrase = take(after, /^(?: (?:lautet|ist))?[:=]? ?["„]?([\p{L}\d]{2,20}(?:[-_.][\p{L}\d]{2,20}){1,6})/du, false)
  if (phrase && /\d/.test(phrase.value) && looksSecret(phrase.value)) return phrase
  return take(after, /^(?: (?:lautet|ist))?:? ?(\d{6,8})(?![\d.,/-])/d, false)
}

const SHORTEST_KEY = 8
const isMixed = (value: string): boolean => looksSecret(value) || isRandom(value)

/** "Login svc_scan / Sc4n-2025!": the second of the two. */
function pair(after: string, _joined: string, _line: string, name: string): Taken | undefined {
  const second = take(after, /^ mit [^\s,;]{2,60} (?:und|\/) ["„]?([^\s,;"“]{6,60})/d, false)
  if (second && looksSecret(second.value) && /\d|[^\p{L}.-]/u.test(second.value)) return second
  const behind = /^(?:admin|root)$/.test(name)
    ? take(after, /^ ?[/|] ?([^\s,;/]{6,60})(?=[\s,;]|$)/d, false)
    : undefined
  if (behind && looksSecret(behind.value) && /^(?=.*\d)(?=.*\p{L}).*[^\p{L}\d.-]/u.test(behind.value)) return behind
  const quoted = name === 'admin' ? take(after, /^[^\n:.!?"„]{0,25}["„]([^\s"“”]{6,40})["“”]/d, false) : undefined
  if (quoted && looksSecret(quoted.value) && /\p{L}.*\d/u.test(quoted.value)) return quoted
  const taken = take(
    after,
    /^(?:(?: (?:ist|sind|lautet|lauten))?[: ]|[^\n:.!?]{1,40}:) {0,2}(?:\p{L}{3,12}:? )?[\p{L}\d][\p{L}\d.@_\\-]{1,60}(?: ?[/|]{1,2} ?| - |:(?! ))([^\s,;/:][^\s,;]{4,60})/du,
    true,
  )
  const value = taken?.value.replace(/[.)"']+$/, '') ?? ''
  const isName = /^(?:benutzer|benutzername|user|username|konto|admin)$/.test(name)
  // Addresses of the network, times and paths have two and more colons or are names of their own.
  if (
    !taken ||
    /:.*:|^\d+[.:]\d|^\p{L}+$|^\p{Lu}\p{Ll}+-\d{1,3}$/u.test(value) ||
    /[\da-f]{2,4}:[\da-f:]*$/i.test(after.slice(0, taken.at))
  )
    return undefined
  const isSecret = /^(?=.*\d)(?=.*\p{L})(?:.{8,}|.*[^\p{L}\d].*)$/u.test(value) && looksSecret(value)
  return isSecret && (!isName || /[^\p{L}\d]|\p{L}\d/u.test(value)) ? { ...taken, value } : undefined
}

/** "Authorization: Basic …", "Bearer …". */
function header(after: string): Taken | undefined {
  const taken = take(after, /^["']?[:=]? ?["']?(?:(?:Basic|Bearer|Token|ApiKey) )?([A-Za-z0-9._~+/=-]{8,2000})/d, true)
  return taken && (isRandom(taken.value) || looksSecret(taken.value)) ? taken : undefined
}

const randomOf = (taken: Taken | undefined): Taken | undefined =>
  taken && (isRandom(taken.value) || /^[a-f0-9]{16,}$/i.test(taken.value)) ? taken : undefined

/** Hashes count only as those of a password; others prove that a file is whole. */
const hashOf = (after: string, line: string): Taken | undefined =>
  /passw|kennw|ntlm|admin|benutzer|user|login|konto/i.test(line + after.slice(0, 25))
    ? take(after, /^[^\n]{0,30}?[:= ]["']?([a-f0-9]{32,128})(?![\p{L}\d])/diu, false)
    : undefined
