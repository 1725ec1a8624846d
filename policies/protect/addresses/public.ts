import { fold } from '../../language/fold.js'
import { type Doc, gapAfter, hasFlag, isCapital, wordAt, wordFrom } from '../text/document.js'
import { FIRST_PERSON, GIVEN_NAME, NOT_NAME, OFFICE, RELATION, SALUTATION } from '../text/flags.js'

/** Endings of words for what everybody may visit or every newspaper names. */
const INSTITUTION =
  /(?:schule|gymnasium|kita|kindergarten|kindertagesstatte|krippe|museum|bibliothek|bucherei|halle|zentrum|center|klinik|klinikum|sparkasse|bank|verlag|verein|gmbh|mbh|universitat|hochschule|akademie|agentur|kammer|verband|werke|hotel|gasthof|restaurant|apotheke|feuerwehr|feuerwache|polizei|wache|theater|kirche|pfarramt|stiftung|genossenschaft|ministerium|gericht|behorde|verwaltung|institut|kanzlei|bauhof|werkhof|recyclinghof|betriebshof|friedhof|ratssaal|burgersaal|sitzungssaal|treff|sportplatz|bolzplatz|festplatz|sportanlage|grillplatz|spielhaus|impressum|tierheim|archiv|schwimmbad|hallenbad|freibad|stadion|bahnhof|supermarkt|baumarkt|treffpunkt|veranstaltungsort|wahllokal|wahlraum|baustelle|haltestelle|sperrung|bauarbeiten|container|containerstandort|wertstoffhof|spielplatz|denkmal|stolperstein|beratungsstelle|geschaftsstelle|aussenstelle|nebenstelle|buro|biergarten|laden|cafe|ausschuss|landtag|bundestag|parlament|forum|buhne|galerie)$|^(?:kg|ohg|gbr|ag|ug|sitz|dienststelle)$|(?:burger|gemeinde|auto|kranken|gast|pfarr|wirts|kauf|rat|kultur|stadt|vereins|dorfgemeinschafts|mehrgenerationen|stadtteil|feuerwehr|haus der jugend|kur|park)haus$/
/** Where something stands or is done: only right before the street or in its line. */
const SPOT = /^standort$/
const WORKS = /(?:baustelle|haltestelle|sperrung|bauarbeiten|containerstandort)$/
/** A body that gives its seat: "Gemeinde Seefeld, Hauptstraße 14", "Stadt Rosenau, Der Bürgermeister, Rathausgasse 1". */
const MUNICIPALITY =
  /^(?:gemeinde|stadt|samtgemeinde|verbandsgemeinde|kreis|landkreis|marktgemeinde|hansestadt|magistrat|kirchengemeinde|pfarrgemeinde|kirchenkreis|burgermeister|burgermeisterin|landrat|landratin|gemeindevorstand)$/
/** Small words between an office and its address. */
const LINK =
  /^(?:der|die|das|des|dem|den|in|im|am|an|bei|beim|und|fur|zum|zur|von|vom|an|auf|ist|befindet|sich|liegt|unter|adresse|anschrift|sitz|e|v|d|ev)$/
const WORDS_BEFORE = 9
const LINES_BEFORE = 2

/** Whether the address from `first` on belongs to an office, a firm or a public place named right before or behind it. */
export function isPublicAddress(doc: Doc, first: number, end: number): boolean {
  return namedBefore(doc, first) || namedBehind(doc, end)
}

function namedBefore(doc: Doc, first: number): boolean {
  const line = doc.line[first] ?? 0
  for (let word = first - 1; word >= 0 && first - word <= WORDS_BEFORE; word--) {
    if (line - (doc.line[word] ?? 0) > LINES_BEFORE || isBreak(doc, word)) return false
    const gap = gapAfter(doc, word)
    // A list begins, or the row above has an address of its own.
    if (/:\s*\n/.test(gap)) return false
    const sameLine = doc.line[word] === line
    if (!sameLine && /^\d/.test(wordAt(doc, word))) return false
    if (isSeat(doc, word) || isSecondPartner(doc, word)) return true
    if (isInstitution(doc, word)) {
      if (/^:/.test(gap) && word < first - 1) return false
      if (sameLine || !WORKS.test(fold(wordAt(doc, word)))) return true
    }
    if (word === first - 1 && SPOT.test(fold(wordAt(doc, word)))) return true
    if (hasFlag(doc, word, SALUTATION | RELATION | FIRST_PERSON)) return false
    if (hasFlag(doc, word, GIVEN_NAME) && !hasFlag(doc, word, NOT_NAME)) return isPartOfFirm(doc, word)
    if (!isCapital(doc, word) && !/^\d/.test(wordAt(doc, word)) && !LINK.test(fold(wordAt(doc, word)))) return false
  }
  return false
}

/** A sentence or a paragraph ends; "St. Marien" is one name. */
const isBreak = (doc: Doc, word: number): boolean =>
  /[.!?]\s|\n\s*\n/.test(gapAfter(doc, word)) && !/^(?:St|Dr|Prof)$/.test(wordAt(doc, word))

/** "Gemeinde Seefeld, …": a name follows, and nobody "of the town" is meant. */
const isSeat = (doc: Doc, word: number): boolean =>
  isCapital(doc, word) &&
  MUNICIPALITY.test(fold(wordAt(doc, word))) &&
  !(word > 0 && /^(?:der|unserer|dieser|die|in|den|dem)$/.test(wordAt(doc, word - 1))) &&
  (isCapital(doc, word + 1) || /^[,\n]/.test(gapAfter(doc, word)))

/** "Wolff & Partner". */
const isSecondPartner = (doc: Doc, word: number): boolean => word > 0 && gapAfter(doc, word - 1) === ' & '

/** "Karl Harms GmbH", "Grundschule am See": the firm bears a person's name, or what looks like one. */
function isPartOfFirm(doc: Doc, word: number): boolean {
  if (word > 1 && LINK.test(wordAt(doc, word - 1)) && isInstitution(doc, word - 2)) return true
  for (let next = word + 1; next < doc.count && next < word + 4; next++) if (isInstitution(doc, next)) return true
  return false
}

/** "Marktplatz 1 (Rathaus)", "Marktplatz 1, Bürgerbüro". */
function namedBehind(doc: Doc, end: number): boolean {
  const gap = /^(?: \(|, )(?:im |in der |am )?/.exec(doc.text.slice(end, end + 12))
  if (!gap) return false
  const word = wordFrom(doc, end + gap[0].length)
  return word < doc.count && isInstitution(doc, word)
}

function isInstitution(doc: Doc, word: number): boolean {
  if (!isCapital(doc, word)) return false
  return hasFlag(doc, word, OFFICE) || INSTITUTION.test(fold(wordAt(doc, word)))
}
