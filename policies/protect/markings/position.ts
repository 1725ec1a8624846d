import type { Doc } from '../text/document.js'
import type { Place } from './forms.js'

/** Words that stand beside a stamp without changing it, among them other stamps. */
const STAMPS =
  'Seite|Blatt|von|Ausfertigung|Exemplar|Entwurf|Draft|Kopie|Wasserzeichen|Stempel|(?:streng )?(?:vertraulich|geheim)|(?:strictly )?confidential|personalsache|nicht ?öffentlich|verschlossen|persönlich|intern|eilt|sofort|VS-NfD'
/** Signs around a stamp, page numbers, the arrows of a quoted mail. */
const DECORATION = new RegExp(`^(?:[\\s>#*_\\-=|/\\\\[\\](){}<~.:;"'„“”»«!•+\\d]|${STAMPS})*$`, 'iu')
const LONGEST_DECORATION = 120
/** Labels of forms, files and mails behind which a marking stands. */
const LABEL =
  /(?:einstufung(?:sgrad)?|grad|stufe|klassifizierung|klassifikation|kennzeichnung|vermerk|status|vertraulichkeit|schutzklasse|betreff|betr\.?|subject|aw|wg|re|fwd?|kopfzeile|kopf|fu(?:ß|ss)zeile|stempel|aufdruck|aufschrift|überschrift|deckblatt|titelseite|umschlag|öffentlichkeit|sitzungsart|sitzung|wasserzeichen|(?:kopf|fuß|rand|stempel|aufdruck|kopfzeile|fußzeile) (?:des|der|vom|auf|auf dem) \p{L}{3,20}|ocr|scan|watermark|sensitivity|sensitivitylabel|classification|marking|header|footer|label|behandlung|freigabe|vertraulich|weitergabe|verteiler|dokumentart|kategorie|category|hinweis|achtung)(?:["'\])*]{0,3}\s?[:=|]{1,2}[\s"'„“[(*|]*|\s[„"“»(]\s?)$/iu
/** Numbering of agendas and headings. */
const NUMBERING =
  /^[\s>#*_|-]*(?:(?:TOP|Punkt|Teil|Abschnitt|Anlage|Vorlagen?|Drucksachen?|Beschluss|Tgb|Tagebuch)[.-]{0,2}\s?(?:Nr\.\s)?)?(?:[IVX]{1,4}|[A-Z]|(?:N ?)?\d{1,4})(?:[./]\d{1,4})?[.):]?\s{0,3}[-:]?\s?$/
/** Papers that are named by the sitting they come from. */
const PAPER =
  /\b(?:niederschrift|protokoll|auszug|einladung|tagesordnung|beschlussvorlage|sitzungsvorlage|vorlage|drucksache|anlage|beschluss|beschlüsse|unterlagen|mitschrift|ergebnis(?:se)?)\b[^.,?!\n]{0,45}$/i
/** "Entwurf, dienstlich vertraulich. Ergebnis …": the paper is named, then how it is marked. */
const PAPER_AND =
  /^\W{0,4}(?:entwurf|vermerk|notiz|aktennotiz|bericht|protokoll|schreiben|vorlage|konzept|gutachten|niederschrift|tischvorlage|anlage|unterlage), $/i
/** "Beratung unter Ausschluss der Öffentlichkeit – Verkauf …" */
const MEETING = /(?:^|[\s"„(])(?:beratung|sitzung|behandlung|beschlussfassung|sitzungsteil)\s$/i
/** What makes a sentence or a compound of it: "VS-NfD Unterlagen sind …". */
const GENERIC_NOUN =
  /^\s(?:Dokumente?n?|Unterlagen?|Daten|Informationen?|Materiali?en?|Material|Inhalte?|Schriftstücke?|Papiere?|Akten|Computing|Verfahren|Stufe|Grad|Einstufung)(?!\p{L})/u
const FILE_ENDING =
  /^(?:[_-][\p{L}\d_-]{0,40})?\.(?:docx?|xlsx?|pptx?|pdf|odt|ods|zip|msg|eml|txt|csv|7z|jpe?g|png|vsdx?)\b/iu
/** An adjective belongs to the noun behind it: "Nichtöffentliche Sitzungen". */
const INFLECTED = /lich(?:e[nrs]?)$/
/** The paper at hand: "diese nichtöffentliche Vorlage". */
const THIS = /(?<!\p{L})(?:diese[rnms]?|folgenden?|(?:anliegend|beigefügt|angehängt|beiliegend)e[nrs]?) $/iu
const LONGEST_HEADING = 140
const LONGEST_LABEL = 40
const LONGEST_LINE = 2_000

/** Whether the stretch stands like a stamp: alone, behind a label, in brackets, between dashes, or as a title. */
export function standsAsStamp({ text }: Doc, start: number, end: number, place: Place): boolean {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const newline = text.indexOf('\n', end)
  const lineEnd = newline < 0 ? text.length : newline
  if (lineEnd - lineStart > LONGEST_LINE) return opensText(text, lineStart, start, end, place)
  const before = text.slice(lineStart, start)
  const after = text.slice(end, lineEnd)
  const value = text.slice(start, end)
  const opens = isDecoration(before) || LABEL.test(before.slice(-LONGEST_LABEL)) || NUMBERING.test(before)
  const closes = isDecoration(after)
  if (opens && (closes || (place !== 'alone' && isFollowedLikeStamp(value, after)))) return true
  if (
    opens &&
    place === 'alone' &&
    (isCapitals(value) ? /^\s?[-:!|/]/.test(after) : /^\p{Lu}/u.test(value) && /^\s?!\s/.test(after))
  )
    return true
  if (isEnclosed(before, after) || isInFileName(before, after) || isInClauses(value, before, after, place)) return true
  const several = value.includes(' ')
  if (closes && (/(?:\s[-|/•]|;)\s?$/.test(before) || (several && /,\s$/.test(before)))) return true
  return place === 'heading' && isHeading(value, before, after, opens)
}

const isDecoration = (text: string): boolean => text.length <= LONGEST_DECORATION && DECORATION.test(text)

/** A page without line breaks still begins with its stamp. */
const opensText = (text: string, lineStart: number, start: number, end: number, place: Place): boolean =>
  place !== 'alone' &&
  start - lineStart <= LONGEST_DECORATION &&
  isDecoration(text.slice(lineStart, start)) &&
  isFollowedLikeStamp(text.slice(start, end), text.slice(end, end + LONGEST_LABEL))

/** A sign, a wide space, or the first word of the text that the stamp stands over. */
function isFollowedLikeStamp(value: string, after: string): boolean {
  if (/^(?:\s?(?:[:!|(/]|-(?!\p{L}))|\s{2,}|\t|["“”]\s?[,}\]])/u.test(after)) return true
  const begins = /^[\p{Lu}\d]/u.test(value) && !INFLECTED.test(value) && /^\s["„(]?[\p{Lu}\d]/u.test(after)
  return (begins || (isCapitals(value) && /^\s[\p{L}\d]/u.test(after))) && !GENERIC_NOUN.test(after)
}

const isCapitals = (value: string): boolean => /^\P{Ll}{6,}$/u.test(value)

/** "(nichtöffentlich)", "[VERTRAULICH]", "- vertraulich -", "*** geheim ***". */
const isEnclosed = (before: string, after: string): boolean =>
  (/[([{]\s?$/.test(before) && /^\s?[)\]}]/.test(after)) ||
  (/(?:^|\s)[-*=|]{1,3}\s?$/.test(before) && /^\s?[-*=|]{1,3}(?:\s|$)/.test(after))

/** "Haushalt_VERTRAULICH_v2.xlsx" */
const isInFileName = (before: string, after: string): boolean =>
  /[\p{L}\d][_-]$|^$|[\s/\\"'(]$/u.test(before) && FILE_ENDING.test(after)

/** "Entwurf, streng vertraulich!", "Auf dem Blatt: Nichtöffentlich – Vergaben", "Ausschuss, nicht öffentliche Sitzung, TOP 5". */
function isInClauses(value: string, before: string, after: string, place: Place): boolean {
  if (place === 'alone') return false
  if (/(?:^|[,;.]|\s-|Achtung|Hinweis|Wichtig|Eilt)\s$/.test(before) && /^\s?!/.test(after)) return true
  if (/^\p{Lu}/u.test(value) && /:\s?[„"“]?$/.test(before) && /^["“”]?(?:\s?$|\.(?:\s|$)|\s?-\s\p{Lu})/u.test(after))
    return true
  if (PAPER_AND.test(before) && /^\.(?:\s|$)/.test(after)) return true
  if (/(?:^|[,:;]|\s-)\s$/.test(before) && /^ zu behandeln\s?[:!,)\n]/.test(after)) return true
  return (
    place === 'heading' &&
    /(?:,|\s-)\s$/.test(before) &&
    /^(?:\)|:|,? ?-? ?(?:(?:am|vom) \d|TOP|Punkt \d|\d))/.test(after)
  )
}

/** "Nichtöffentliche Sitzung des Rates am …", "Niederschrift über die nichtöffentliche Sitzung …". */
function isHeading(value: string, before: string, after: string, opens: boolean): boolean {
  if (before.length + after.length > LONGEST_HEADING || /[?]/.test(after) || /^ \p{L}+en(?!\p{L})/u.test(after))
    return false
  if (THIS.test(before) && / \p{L}+$/u.test(value)) return true
  if (PAPER.test(before) && !/\bin\s$/.test(before)) return true
  if (MEETING.test(before) && /^["“”]?\s?(?:[-:)|]|$)/.test(after)) return true
  return (
    opens &&
    !(INFLECTED.test(value) && /^ \p{Lu}/u.test(after)) &&
    /^ (?:(?:des|der|am|vom|zu|für|TOP)(?!\p{L})|Nr\.?|[\p{Lu}\d])/u.test(after) &&
    !/[.!]\s*$/.test(after)
  )
}
