/** Words that introduce a date of birth, folded, in German and the languages spoken at the counter. */

/** Of more than one word only the one that is rare elsewhere; what must stand beside it is in BESIDE. */
const WORDS =
  'geb geboren geborene geborener geborenes geborenen geburt geburtsdat geburtsdatum geburtsdatums geburtsdaten geburtstag gebdat gebdatum gebtag gebtg geburtsdtm geburtstg geburtsanzeige born birth birthdate birthday dob birthdate ' +
  // Turkish, Kurdish, Arabic, Persian, Dari
  'doğum dogum doğumlu doğdu doğdum الميلاد ميلاد مواليد ولد ولدت ولادت تولد متولد ' +
  // Russian, Ukrainian, Bulgarian
  'рождения родился родилась рожд народження народився народилася раждане роден родена ' +
  // Polish, Czech, Slovak, Serbian, Croatian, Bosnian
  'ur urodzenia urodzony urodzona urodzeni narození narozen narozena narodenia rođenja rođen rođena рођења ' +
  // Romanian, Hungarian, Albanian, Greek
  'nașterii naşterii născut născută szül született születési datëlindja lindur ditëlindja γέννησης γεννήθηκε ' +
  // French, Italian, Spanish, Portuguese, Dutch, Vietnamese, Somali, Tigrinya stays with its Latin forms
  'né née naissance nato nata nascita nacimiento nacido nacida nascimento nascido nascida geboortedatum geboren sinh dhashay'

export const MARKER_WORDS: readonly string[] = [...new Set(WORDS.split(' '))]

/** German and English markers; "geben" and "Geber" only look like them. */
export const MARKER =
  /^(?:geb|geboren(?:e[nrs]?)?|geburt|geburtsdat(?:um|ums|en)?|geburtstag|geb(?:urts)?dat|gebdatum|gebtag|gebtg|geburtsdtm|geburtstg|born|birth|dob|birth(?:date|day))$/

/** Markers of other languages. Short ones need what stands beside them: "ur. 1.2.1980", "né le", "г. р.". */
export const FOREIGN =
  /^(?:dogum|dogumlu|dogdu|dogdum|الميلاد|ميلاد|مواليد|ولد|ولدت|ولادت|تولد|متولد|рождения|родился|родилась|рожд|народження|народився|народилася|раждане|роден|родена|urodzenia|urodzon[ya]|urodzeni|narozeni|narozena?|narodenia|rodenja|rodena?|rođenja|rođena?|рођења|nasterii|nascuta?|szul|szuletett|szuletesi|datelindja|lindur|ditelindja|γεννησης|γεννηθηκε|nee?|naissance|nat[oa]|nascita|nacimiento|nacid[oa]|nascimento|nascid[oa]|geboortedatum|sinh|ur|dhashay)$/
/** Short words that mean other things too, and how they go on. */
export const SHORT_FOREIGN: Readonly<Record<string, RegExp>> = {
  ur: /^\. ?(?:dn\. ?)?\d/,
  ne: /^(?:\(?e?\)?)? (?:le|en) |^\(?e?\)? ?: ?\d|^ ?\(e\)/,
  nee: /^ le | ?: ?\d/,
  nato: /^ (?:il|a|:)|^:|^\/a/,
  nata: /^ (?:il|a|:)|^:/,
  sinh: /^(?: ngày| năm|:| \d)/,
  ولد: /^ /,
}
/** Years of the calendar of Iran and Afghanistan. */
export const FIRST_SOLAR_YEAR = 1290
export const LAST_SOLAR_YEAR = 1450

/** Titles of table columns, as folded words. */
export const TITLE =
  /^(?:geb(?! ?(?:name|ort|nr|land|urtsort))|geboren|geb(?:urts)?dat|gebdatum|geburtsdat(?:um|en)|geburtstag|g dat|date of birth|birth ?date|dob|dogum tarihi|дата рождения|дата народження|data urodzenia|data nasterii|date de naissance)\b/
