/**
 * What the words around a mention say of the thing: it is there, it is not, it is asked for, it is asked about, or it is not
 * needed. `none`: nothing at all.
 */
export type Sign = 'present' | 'absent' | 'required' | 'not-needed' | 'question' | 'none'

const ABSENT =
  /(?<!\p{L})(?:fehl(?:t|en|te|ten|end(?:e[nrms]?)?)|nach(?:ge|zu)?(?:reich|liefer)\p{L}{0,3}|(?:reiche|liefere|schicke|sende|bringe)n? [^.]{0,60} nach|folg(?:t|en)(?: noch)?|steh(?:t|en) noch aus|ausstehend|aussteht|offen|vergessen|verloren|unvollständig|abgelaufen|unleserlich|nicht unterschrieben|nicht ausgefüllt|noch nicht)(?!\p{L})/iu
/** "liegt leider nicht bei", "nicht vollständig beigefügt". */
const NOT_HERE =
  /(?<!\p{L})nicht (?:\p{L}{1,15} ){0,2}(?:bei|dabei|da|vor|vorhanden|bei(?:gefügt|gelegt)|vollständig|enthalten|lesbar|leserlich|vorgelegt|eingereicht|auffindbar|mitgeschickt|eingegangen|gültig|gefunden|erhalten|bekommen)(?!\p{L})/iu
const NOT_MISSING = /(?<!\p{L})(?:fehl(?:t|en) (?:also )?nicht|nicht (?:mehr )?fehlt)(?!\p{L})/iu
const MUST_NOT_MISS = /(?<!\p{L})(?:darf|dürfen|soll|sollte|sollten) [^.]{0,40}nicht fehlen/iu
const NOT_NEEDED =
  /(?<!\p{L})(?:entfällt|entfallen|nicht (?:erforderlich|nötig|notwendig|benötigt|zutreffend)|trifft nicht zu|verzichtet)(?!\p{L})/iu
const HERE =
  /(?<!\p{L})(?:anbei|beigefügt\p{L}{0,2}|beigelegt|beiliegend\p{L}{0,2}|lieg(?:t|en) (?:\p{L}{1,15} ){0,3}(?:bei|vor)|(?:ist|sind|war|waren) (?:\p{L}{1,15} ){0,4}(?:dabei|vorhanden|da)|im anhang|in der anlage|als anlage|angehängt|hochgeladen|mitgeschickt|mitgebracht|eingegangen|erhalten haben|haben (?:\p{L}{1,15} ){0,5}erhalten|vollständig)(?!\p{L})/iu
const REQUIRED =
  /(?<!\p{L})(?:muss|müssen|bitte|erforderlich|benötig(?:t|en)|brauch(?:t|en)|einzureichen|vorzulegen|beizufügen|beifügen|mitzubringen|mitbringen|verlangt|soll|sollen|sollte|notwendig)(?!\p{L})/iu
const PROBABLY_HERE =
  /(?<!\p{L})(?:schicke|sende|übersende|lege|reiche|füge|überreiche|gebe)(?:n)?(?!\p{L})|(?<!\p{L})(?:unterschrieben|ausgefüllt|eingereicht|vorgelegt|enthält|enthalten)(?!\p{L})/iu

/** Longer pieces are no clauses; what stands further away says nothing of the thing. */
const LONGEST = 400

/** What a clause or a heading says of the things it names. */
export function signOf(piece: string): Sign {
  const text = piece.slice(0, LONGEST)
  if (MUST_NOT_MISS.test(text)) return 'required'
  if (NOT_MISSING.test(text)) return 'present'
  if (NOT_NEEDED.test(text)) return 'not-needed'
  if (ABSENT.test(text) || NOT_HERE.test(text)) return 'absent'
  if (HERE.test(text)) return 'present'
  if (REQUIRED.test(text)) return 'required'
  return PROBABLY_HERE.test(text) ? 'present' : 'none'
}

/** Where in a clause its sign stands: in front of what it names it goes on to the right, behind it to the left. */
export function leadsOn(piece: string): boolean {
  const text = piece.slice(0, LONGEST)
  const found = [ABSENT, NOT_HERE, HERE, REQUIRED, PROBABLY_HERE].map(sign => sign.exec(text)).find(Boolean)
  return found ? /\p{Lu}\p{L}{2,}/u.test(text.slice(found.index + found[0].length)) : false
}

/** "keine Unterschrift", "ohne den Mietvertrag": said right in front of the thing. */
export const isDeniedBefore = (before: string): boolean =>
  /(?<!\p{L})(?:kein(?:e[mnrs]?)?|ohne)(?: (?:d(?:ie|en|as|em|er)|ein(?:e[mnrs]?)?|gültige[nrs]?|aktuelle[nrs]?|\p{Ll}{3,15}e[nrs]?))? ?$/iu.test(
    before,
  )

/** What stands in a field of a form where nobody wrote anything. */
export const isBlank = (value: string): boolean => /^[\s_.…\-–—□☐]*$/.test(value) || /^\[ ?\]$/.test(value)

const SAID_NO = /^(?:nein|fehlt|offen|k\. ?a\.|keine? angaben?|ohne|unbekannt|nicht vorhanden|–|-)$/iu
export const isNo = (value: string): boolean => SAID_NO.test(value.trim())
