import { quotedOrStrong, type Taken, take } from './reading.js'

/** From the name to the value: "für den Kopierer lautet", "hat Herr Dr. Abel auf", ":" … */
const LEAD =
  '\\)?(?:[- ](?:Nummer|Nr\\.?|Code|Zahl))?(?:(?:[^\\n.!?:=\\d]|\\p{L}\\. ){0,45}?(?: (?:lautet|lauten|ist|sind|war|heißt|auf|is|jetzt|neu|dazu)(?: \\p{L}{3,8})?:?|[:="\'>]{1,3}))? {0,2}["„\'(]?'
const NO_MORE =
  '(?![\\p{L}\\d]|[.,/-]\\d| \\d{3,}| ?-?(?:stell|Ziffer|Zeichen|Tage|Monate|Jahre|Uhr|Euro|EUR|€|mal|Minuten|Stunden|Versuche|Mitarbeit|Person|Personen))'
/** "4711", "90417#", "8392 0174", "36-08-91", "0-4-1-7", "7203-6615-9048". */
const DIGITS = new RegExp(
  `^${LEAD}(\\d{4,10}[#*]?|[#*]\\d{4,8}[#*]?|\\d{3,4} \\d{3,4}(?! ?\\d)|\\d{1,2}(?:-\\d{1,2}){2,5}(?!-?\\d)|\\d{4,6}(?:-\\d{4,6}){1,7}(?!-?\\d))${NO_MORE}`,
  'du',
)
/** "… geändert, ab Montag 36-08-91": the turns of a lock; a date has "am" or "vom" before it. */
const TURNED = /^[^\n.!?\d]{0,50}(?<!am|vom|bis|seit|zum) (\d{1,2}(?: ?- ?\d{1,2}){2,5})(?!\d|[.,/-]\d)/d
/** "liest seine PIN vor, 603817, …" */
const SAID = /^(?: vor| durch| mit| heraus)[,:] ?(\d{4,8})(?=[,;.)](?!\d)| [^\d\s]|$)/d
/** "… hat sich geändert!! neu: 2 7 0 4 E": signs one by one. */
const SPACED =
  /^[^\n\d]{0,60}?(?:neu|jetzt|nun|lautet|ist|[:=])[: ]{1,2}(\d(?: [\dA-Z]){3,9})(?![\p{L}\d]| \d|[.,]\d)/du
/** "Türcode Seiteneingang C4711A" */
const OF_THING = new RegExp(
  `^(?: \\p{Lu}[\\p{L}-]{2,25}){1,2}[:= ]{1,2}(?!(?:19|20)\\d\\d(?!\\d))(\\d{4,8}[#*]?)${NO_MORE}`,
  'du',
)
const MIXED =
  /^(?: \p{Lu}[\p{L}-]{2,25}){0,2}[:= ]{1,2}((?=[A-Z]{0,9}\d)(?=\d{0,9}[A-Z])[A-Z\d]{4,10})(?![\p{L}\d]|[.-]\d)/du
/** "R7KD-99XM-42PT", "QX7T-4MNB": blocks of capitals and digits. */
const BLOCKS = new RegExp(
  `^${LEAD}((?=[A-Za-z-]{0,40}\\d)(?=[\\d-]{0,40}\\p{L})[A-Z0-9]{3,8}(?:-[A-Z0-9]{3,8}){1,8}|[a-z0-9]{4,8}(?:-[a-z0-9]{4,8}){1,8})(?![\\p{L}\\d]|[.-]\\d)`,
  'du',
)
const LONG_BLOCKS = new RegExp(`^${LEAD}((?:[A-Za-z0-9]{4,6}[ -]){3,15}[A-Za-z0-9]{4,6})(?![\\p{L}\\d])`, 'du')

/** "PIN: 4711", "die PIN für den Kopierer lautet 2580", "Türcode 4711#"; letters too if they look like a secret. */
export const digits = (after: string): Taken | undefined =>
  /^-\p{L}{3,}/u.test(after) && !/^-(?:Nummer|Nr|Code)/.test(after)
    ? undefined
    : (take(after, DIGITS, true) ??
      take(after, TURNED, true) ??
      take(after, SAID, true) ??
      take(after, SPACED, true) ??
      take(after, OF_THING, false) ??
      take(after, MIXED, false) ??
      blocks(after) ??
      strong(after))

/** Letters and digits mixed: "PIN dazu Quitte_Apfel_5". */
function strong(after: string): Taken | undefined {
  const taken = quotedOrStrong(after, /^[:=]? (?:(?:dazu|ist|lautet|jetzt|neu):? )?/, false)
  return taken && /\d/.test(taken.value) ? taken : undefined
}

/** Codes in blocks; both letters and digits in them. */
export function blocks(after: string): Taken | undefined {
  const taken = take(after, BLOCKS, false)
  return taken && /\d/.test(taken.value) && /\p{L}/u.test(taken.value) ? taken : undefined
}

/** "… Ratsinfosystem:\n8f2k-19dd\np0x3-77ma": codes on lines of their own. */
const ON_LINES =
  /^[^\n:]{0,40}:?[ \t]*\n[ \t\d.)*•-]{0,5}((?=[^\n]{0,20}\d)[A-Za-z0-9]{4,8}(?:[- ][A-Za-z0-9]{4,8}){1,3})[ \t]*(?:\n|$)/d

/** Keys that bring back an account: many blocks, with spaces or hyphens between them. */
export function recovery(after: string): Taken | undefined {
  const taken = take(after, LONG_BLOCKS, true)
  if (taken && /\d/.test(taken.value)) return taken
  return (
    take(after, /^[^\n:]{0,25}: ?(\d{4,6}-\d{4,6})(?![\d-])/d, true) ?? blocks(after) ?? take(after, ON_LINES, true)
  )
}

/** "Alarmanlage scharf/unscharf mit 4829": a number that switches the alarm; no year. */
const SWITCHED =
  /^[^\n\d.!?]{0,40}(?:scharf|unscharf|deaktivier\p{L}{0,4}|aktivier\p{L}{0,4}|ausschalten|einschalten|abschalten)[^\n\d.!?]{0,20}? ?(?:mit|:|Code|Nummer|über|durch) ?(?!(?:19|20)\d\d(?!\d))(\d{4,8})(?![\p{L}\d]|[.,:]\d| ?Uhr)/diu

/** Numbers that arm or disarm an alarm. */
export const alarm = (after: string): Taken | undefined => keypad(after) ?? take(after, SWITCHED, true)

const TURN =
  /(?<!\p{L})(?:links|rechts|li\.?|re\.?)[: ]{1,2}(?:auf |bis |\dx |x?mal )?(\d{1,3})(?=[ \t]{0,2}(?:[,;)/|-]|\.(?!\d)|und |dann |$))/giu
const LEAST_TURNS = 2
const TURNS_WITHIN = 90

/** "links 38, rechts 71, links 14": the turns of a lock, each a value of its own; offsets behind the name. */
export function turns(after: string): { readonly at: number; readonly end: number }[] {
  const line = after.slice(0, TURNS_WITHIN).replace(/\n[\s\S]*/, '')
  if (!/links|rechts/i.test(line)) return []
  const found = Array.from(line.matchAll(TURN), ({ 0: whole, 1: value = '', index }) => {
    const end = index + whole.length
    return { at: end - value.length, end }
  })
  return found.length >= LEAST_TURNS ? found : []
}

/** "7719# scharf, 7718# unscharf": a number with a key of the keypad behind it. */
export const keypad = (after: string): Taken | undefined =>
  take(after, /^[^\n\d]{0,40}(?<![\p{L}\d])([#*]?\d{3,8}[#*])(?!\d)/du, false)

/** Words of a wallet or a vault: twelve and more small words. */
export const words = (after: string): Taken | undefined =>
  take(
    after,
    /^(?:[- ]?(?:phrase|words|wörter))?(?: (?:lautet|ist|is))?:?\s((?:[a-zäöüß]{3,9} ){11,24}[a-zäöüß]{3,9})(?![\p{L}])/du,
    true,
  )
