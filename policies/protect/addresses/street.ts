import { fold } from '../../language/fold.js'
import { type Doc, gapAfter, hasFlag, isCapital, wordAt } from '../text/document.js'
import { STREET } from '../text/flags.js'

/**
 * How a street was told: by an ending that hardly means anything else, by one that often does ("Stadtpark", "Bahnhof"),
 * by a preposition written with a capital ("Im Winkel"), or only by standing before a house number.
 */
type StreetForm = 'ending' | 'weak-ending' | 'preposition' | 'any-name'
/** Endings of names that are streets only where something speaks for it: "Sonnenhang", "Schmiedekoppel". */
const LIKE_STREET =
  /^\p{L}{3,}(?:hang|grund|kamp|koppel|brook|winkel|blick|hohe|hohen|stiege|reihe|wiesen?|anger|aue|auen|bach|busch|eck|heide|holz|horst|redder|rain|tal|teich|wald|siedlung|bruch|moor|warft|deich|muhle|schanze|terrasse|kehre|weide|hain|brunnen|hagen|rode|loh|born|graben|wall|zeile|bogen|ziegelei|trift|acker|acker|breite|hecke|garten|garten|berg|furt|hof|dorf|feld|see)$/u
const NOT_LIKE_STREET =
  /(?:arbeits|handlungs|themen|tatigkeits|auf|um|vor|spiel|fuss|kunst)feld$|quartal$|hospital$|kapital$|zweck$|(?:zu|ab|an|ein|zusammen|um)hang$|gegenwind|grund$(?<=(?:hinter|unter|vorder|ab|beweg|kundigungs)grund)|(?:blumen|tages)?reihe$(?<=(?:serien|vortrags|buch|konzert|veranstaltungs)reihe)|(?:uber|durch|ein|an|aus|augen|rund)blick$|(?:ab|auf|um|durch|zusammen|ein|aus|wort|ver)bruch$|bahnhof$|friedhof$|(?:kinder|tier)garten$|^kolleg/
export type Street = { readonly first: number; readonly form: StreetForm }

const ENDING =
  /(?:strasse|str|allee|gasse|gasschen|chaussee|twiete|promenade|weg|platz|damm|ring|stieg|steig|pfad|ufer)$/
const ENDING_ALONE =
  /^(?:strasse|str|allee|gasse|weg|platz|damm|ring|markt|wall|graben|hof|berg|park|tor|garten|feld|wiese|zeile|brucke|winkel|steig|stieg|pfad|chaussee|promenade|ufer|twiete|kamp|siedlung)$/
/** Ways, places and rings that are no streets. */
const NO_STREET =
  /^(?:rad|geh|fuss|ruck|heim|um|rechts|dienst|losungs|rettungs|flucht|wander|verfahrens|aus|hin|beschwerde|arbeits|verkehrs|transport|instanzen|amts|kommunikations)weg$|^(?:park|sport|spiel|arbeits|bootsliege|liege|stell|bolz|camping|flug|bau|studien|kita|betreuungs|ausbildungs|sitz|steh|schlaf|lager|grill|abstell|start|speicher|heim|pflege|praktikums|rast|wickel|stamm|krippen|kindergarten|tennis|reit|schul|steck|tabellen|ess|kur|behandlungs)platz$|(?:jugend|kultur|sport|schwimm|schlussel|dichtungs|he|ohr|ehe)ring$|(?:an|ein|auf|um|ab|aus)stieg$|(?:bahn|burger|geh)steig$|aufer$|(?:lehr|datei|trampel|natur|verzeichnis)pfad$|^(?:sack|ketten)gasse$|^(?:richt|soft|hard|bahnhofs?vor)|platzhalter/
/** Roads that are numbered, and nouns that only end like a street. */
const NUMBERED =
  /^(?:bundes|landes|kreis|staats|gemeinde|schnell|daten|einbahn)str(?:asse)?$|(?:direk|moni|mo|rek|trak|fak|autor|sek|sena|dok|ak|inspek|vek|genera|indika|modera|proze|audi|koordina|transforma)tor$|^(?:an|um|text|daten|eingabe|formular|hand|tabellen|auswahl|such|pflicht)?feld$|^(?:kopf|fuss|betreff|leer|tabellen|befehls|daten)?zeile$|^(?:bahn|fried|bau|wertstoff|recycling|bauern|betriebs|gast|schul|innen|reiter)hof$|^(?:fuhr|wind|solar|frei|spiel|kletter|maschinen)park$|^(?:super|bau|wochen|jahr|weihnachts|floh|arbeits|wohnungs|binnen|floh|kapital)markt$|^(?:kinder|tier|waldkinder)garten$/
/** "Bremer Heerstraße": streets that bear the town they lead to. */
const LEADING_TO = /^(?:heer|land|post|fern)str(?:asse)?$/
const PREPOSITION = new Set(
  'Am An Auf Im In Zum Zur Unter Über Ueber Hinter Vor Bei Beim Neben Ob Vom Achter Achtern Up Op Zu Gegen Zwischen Hinterm Unterm Ans Aufm Oberm Overn Tom Int'.split(
    ' ',
  ),
)
const ARTICLE = /^(?:der|den|dem|die|das|de|dat|des)$/
const ADJECTIVE =
  /^(?:alte|neue|grosse|kleine|obere|untere|lange|kurze|hintere|vordere|aussere|innere|hohe|breite|mittlere|enge|rote|grune|weisse|schwarze|nordliche|sudliche|ostliche|westliche|krumme|stille|schone|dicke|dunkle)[rnms]?$/
/** Nouns before a number that number, count or date something. */
const NUMBERED_NOUN =
  /^(?:raum|zimmer|saal|seite|seiten|kapitel|abschnitt|absatz|abs|artikel|art|punkt|top|jahr|jahre|jahren|januar|februar|marz|april|mai|juni|juli|august|september|oktober|november|dezember|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|tag|tage|tagen|woche|wochen|monat|monate|teil|anlage|etage|stock|block|phase|schritt|fall|nummer|nr|satz|ziffer|paragraf|paragraph|klasse|stufe|gruppe|kategorie|los|haus|gebaude|halle|quartal|modul|bereich|umfang|alter|wert|durchschnitt|zeitraum|anhang|vorlage|drucksache|beschluss|antrag|bescheid|referat|fachbereich|fachdienst|amt|dezernat|zone|stand|version|kita|postfach|linie|gleis|bus|tabelle|abbildung|abb|frage|formular|feld|zeile|spalte|schalter|fenster|schrank|regal|ordner|band|heft|ausgabe|runde|spiel|platz|minute|stunde|uhr|plan|flur|flurstuck|parzelle|grab|reihe|buchstabe|variante|option|titel|produkt|konto|wahlkreis|wahlbezirk|ag|tarif|entgeltgruppe|besoldungsgruppe|pflegegrad|grad|schnitt|schule|sinne|kreis|gut|ort|rahmen|mittel|vergleich|vorjahr|folge|uber|unter|rund|etwa|insgesamt|euro|dokument|datei|text|absender|telefon|apparat|durchwahl|liste|position|note|bahn|kabine|startnummer|team|lauf|tor|tisch|bett|station|sitz|stuhl|mitglied|kategorie|pos|lfd|paket|fach|schliessfach|schlussel|kiste|karton|container|wagen|fahrzeug|maschine|gerat|drucker|kopierer|pc|server|windows|office|version|release|update|corona|covid|ausschuss|rang|siegel|dan|kurs|lektion|folge|staffel|szene|akt|typ|diabetes|stadium|modell)$/

/** The street whose house number is this word. */
export function streetBefore(doc: Doc, number: number): Street | undefined {
  const last = lastWord(doc, number)
  if (last < 0) return undefined
  const folded = fold(wordAt(doc, last))
  if (hasFlag(doc, last, STREET)) return byEnding(doc, last, folded)
  const leading = byLeadingWord(doc, last)
  if (leading) return leading
  if (!isCapital(doc, last) || NUMBERED_NOUN.test(folded) || !/^[\p{L}]{3,}$/u.test(wordAt(doc, last))) return undefined
  const like = LIKE_STREET.test(folded) && !NOT_LIKE_STREET.test(folded) && !NUMBERED.test(folded)
  return byPreposition(doc, last) ?? { first: firstOfName(doc, last), form: like ? 'weak-ending' : 'any-name' }
}

/** The word before the number: "Lindenweg 7", "Lindenstr. 7", "Lindenweg Nr. 7". */
function lastWord(doc: Doc, number: number): number {
  const before = number - 1
  if (before < 0 || !/^(?: |\.|\. | {2})$/.test(gapAfter(doc, before))) return -1
  if (!/^(?:Nr|Hausnummer|Hausnr)$/.test(wordAt(doc, before))) return before
  return before > 0 && /^[,.]? $/.test(gapAfter(doc, before - 1)) ? before - 1 : -1
}

function byEnding(doc: Doc, last: number, folded: string): Street | undefined {
  if (NO_STREET.test(folded)) return byPreposition(doc, last)
  const strong = ENDING.test(folded)
  const first = firstOfName(doc, last)
  const alone = ENDING_ALONE.test(folded)
  if (!isCapital(doc, last) && !(strong && !alone && folded.length > 6)) return undefined
  if (alone && first === last) return isCapital(doc, last) ? { first, form: 'any-name' } : undefined
  return { first, form: strong && !NUMBERED.test(folded) ? 'ending' : 'weak-ending' }
}

/** First word of a name that ends here: hyphens, adjectives, what stands before "Straße" alone, "Am Alten …". */
function firstOfName(doc: Doc, last: number): number {
  let first = last
  while (first > 0 && /^(?:\.?-)$/.test(gapAfter(doc, first - 1))) first--
  const alone = first === last && ENDING_ALONE.test(fold(wordAt(doc, last)))
  if (alone && isNameBefore(doc, first)) first--
  else if (isNameBefore(doc, first) && isAdjective(doc, first - 1, last)) first--
  while (first > 0 && /^(?:\.?-)$/.test(gapAfter(doc, first - 1))) first--
  return withPreposition(doc, first) ?? first
}

function isAdjective(doc: Doc, word: number, last: number): boolean {
  const folded = fold(wordAt(doc, word))
  return ADJECTIVE.test(folded) || (folded.endsWith('er') && LEADING_TO.test(fold(wordAt(doc, last))))
}

const isNameBefore = (doc: Doc, word: number): boolean =>
  word > 0 &&
  (gapAfter(doc, word - 1) === ' ' || (gapAfter(doc, word - 1) === '. ' && wordAt(doc, word - 1).length < 5)) &&
  isCapital(doc, word - 1) &&
  !PREPOSITION.has(wordAt(doc, word - 1)) &&
  !/^(?:Der|Die|Das|Den|Dem|Diese[rnms]?|Ihre?|Ein|Eine[rnms]?|Nr)$/.test(wordAt(doc, word - 1))

/** Index of the capital preposition before the name, with an article between them or not. */
function withPreposition(doc: Doc, first: number): number | undefined {
  const before = first - 1
  if (before < 0 || gapAfter(doc, before) !== ' ') return undefined
  if (PREPOSITION.has(wordAt(doc, before))) return before
  if (before < 1 || gapAfter(doc, before - 1) !== ' ' || !ARTICLE.test(wordAt(doc, before))) return undefined
  return PREPOSITION.has(wordAt(doc, before - 1)) ? before - 1 : undefined
}

/** "Im Winkel 3a", "An der Alten Ziegelei 130", "Unter den Linden 5". */
function byPreposition(doc: Doc, last: number): Street | undefined {
  let name = last
  while (name > 0 && gapAfter(doc, name - 1) === '-') name--
  if (isNameBefore(doc, name) && gapAfter(doc, name - 1) === ' ') name--
  const first = withPreposition(doc, name) ?? withPreposition(doc, last)
  return first === undefined ? undefined : { first, form: 'preposition' }
}

const FOREIGN = /^(?:Rue|Via|Avenue|Boulevard|Ulica|ul|Calle|Piazza|Plaza)$/

/** "Straße der Einheit 5", "Platz am Tor 2", "Straße des 17. Juni 135", "Rue de la Paix 12". */
function byLeadingWord(doc: Doc, last: number): Street | undefined {
  for (let word = last - 1; word >= 0 && word >= last - 4; word--) {
    if (!/^(?: |\. |-)$/.test(gapAfter(doc, word))) return undefined
    if (FOREIGN.test(wordAt(doc, word))) return { first: word, form: 'ending' }
    if (ENDING_ALONE.test(fold(wordAt(doc, word))) && isCapital(doc, word))
      return /^(?:der|des|am|zum|zur|an|im)$/.test(wordAt(doc, word + 1)) ? { first: word, form: 'ending' } : undefined
  }
  return undefined
}
