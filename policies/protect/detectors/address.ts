import { plainWords } from '../../language/fold.js'
import { houseNumberEnd } from '../addresses/house-number.js'
import { numberFirstAt, otherForms } from '../addresses/other-forms.js'
import { bareTown, insideBehind, placeAt, placeBehind } from '../addresses/place.js'
import { isPublicAddress } from '../addresses/public.js'
import { type Street, streetBefore } from '../addresses/street.js'
import { contextWords } from '../context-words.js'
import { type Candidate, type Detector, type Scene, saysNear } from '../detector.js'
import { type Doc, gapAfter, HAS_DIGIT, HAS_LETTER, hasFlag, wordAt, wordFrom } from '../text/document.js'
import { FIRST_PERSON, GIVEN_NAME, NOT_NAME, RELATION, SALUTATION } from '../text/flags.js'
import { columnsHeaded } from '../text/tables.js'

const TITLE = /^(?:strasse|anschrift|adresse|wohnanschrift|postanschrift|meldeadresse|wohnadresse|wohnort|str)\b/
const WORDS_BEFORE = 8
const LABEL_WITHIN = 6
/** Between "wohnt" and the street. */
const SMALL =
  /^(?:jetzt|nun|derzeit|zurzeit|momentan|aktuell|noch|wieder|selbst|allein|direkt|daneben|nebenan|gegenüber|in|im|unter|seit|dort|da|der|die|das|dem|den|ich|sie|er|wir|am|an|ist|lautet|jetzige|neue)$/
const INVENTED = /^(?:muster|beispiel)(?:strasse|str|weg|platz|allee|gasse|ring)/

/** Where somebody lives: street and house number with the place behind it; a place alone only after "wohnhaft in". */
export const address: Detector = {
  kind: 'ADDRESS',
  class: 'D2',
  replaceable: 'identifier',
  source: 'Art. 4 Nr. 1 DSGVO; § 3 Abs. 1 Nr. 12 BMG; Anschrift nach DIN 5008',
  context:
    'wohnhaft wohnh wohnt wohne wohnen wohnte wohnst wohnort plz postleitzahl wohnsitz *anschrift *adresse adr gemeldet zugezogen umgezogen verzogen gezogen zieht umzug hausbesuch* wohnung lebt unterkunft untergebracht unterbringung nebenwohnung hauptwohnung objekt grundstück anwesen zustellung* lives living address hausnummer hausnr hnr hsnr housenumber adresa adres adresi адреса адрес العنوان آدرس adresse adresë địa indirizzo dirección'.split(
      ' ',
    ),
  stage: 'value',
  *find(scene) {
    const { doc, lists } = scene
    for (const candidate of addressesIn(scene)) {
      const plain = plainWords(doc.text.slice(candidate.start, candidate.end))
      if (!INVENTED.test(plain) && !lists.allow.addresses.some(allowed => isSame(plainWords(allowed), plain)))
        yield candidate
    }
  },
  examples: {
    found: [
      'Die Antragstellerin wohnt in der [[Fliederstraße 23]], zweiter Stock.',
      'Herr Boysen, [[Mühlenweg 8a, 25899 Niebüll]], legt Widerspruch ein.',
      'Anschrift: [[An der Ziegelei 130, 21337 Lüneburg]]',
      'Frau Tamm ist von [[Im Winkel 3a]] nach [[Unter den Linden 5]] verzogen.',
      'Empfänger:\nOle Harms\n[[Am Alten Markt 12\n24768 Rendsburg]]',
      'Zustellung an [[Heinrich-Böll-Allee 41, 50858 Köln]]',
      'Name;Straße;Ort\nPetersen;[[Am Siel 4]];Büsum\nFrahm;[[Norderende 17]];Büsum',
      'ich wohne [[kastanienallee 19]] und der müll wurde nicht geholt',
      'Der Bescheid geht an [[Lange Gasse 7, 88250 Weingarten]].',
      'Halterin: Rieke Thoms, [[Brinkstr. 14, 29614 Soltau]]',
      'Hausbesuch am Dienstag: [[Rosengarten 6]], Klingel links',
      'Mein Vater ist gemeldet in [[17489 Greifswald]].',
      'Meldeadresse [[Platz der Einheit 2, 14467 Potsdam]]',
      'Familie Yıldız, [[Straße des Friedens 88]], fünf Personen',
      '[[Kirchhofsweg 11-13, 31737 Rinteln]] (Eigentümerin: Frau Ahlers)',
      '| Schuldner | Anschrift |\n|---|---|\n| Knut Behn | [[Achtern Diek 9, 26427 Esens]] |',
      'Adresse: [[Neuer Kamp 30, 20357 Hamburg]]',
      'Familie Tamm, [[Sonnenhang 9, 88142 Wasserburg]], auch das Nachbarhaus ([[Sonnenhang 9a]])',
      'Objekt\tMangel\n[[Lindenweg 3]]\tRost\n[[Zum Sportplatz 2]]\tRiss',
      'Grundstück in [[C 4, 12, 68159 Mannheim]]',
      'Letzte Anschrift: [[Siedlung 8, OT Groß Lübbenau, 03222 Lübbenau/Spreewald]]',
      'Selbst lebt sie in der [[Schmiedekoppel 4]].',
      'Stromsperre [[Brückenstr. 77, 2. OG rechts]], Frau Savić',
      'Ich wohne [[Kanalweg siebenundzwanzig]], zweiter Stock.',
      'She lives at [[12 Baker Street, London NW1 6XE]].',
      '{"strasse":"[[Lindenweg","hausnr":"7]]"}',
      'Familie Wulf, [[Haus Nr. 14, OT Neu Sammit, 18292 Krakow am See]]',
      'Fam. Lüders; [[Bergweg 7; 24103 Kiel]]; 2 Tonnen',
      'Adresse [[Südl. Hafenstr. zwei-und-dreißig]]',
    ],
    ignored: [
      'Die Fliederstraße wird ab Montag saniert.',
      'Landessozialgericht, Rudolfstraße 46, 99092 Erfurt',
      'Kommen Sie ins Rathaus, Marktplatz 2, Zimmer 14.',
      'Tiefbau Lorenzen GmbH, Gewerbering 5, 24976 Handewitt',
      'Die Grundschule am See, Seeweg 3, feiert Geburtstag.',
      'Die Bundesstraße 5 ist bei Kilometer 12 gesperrt.',
      'Im Abschnitt 3 der Satzung steht es anders.',
      'Am Montag 12 Uhr tagt der Ausschuss.',
      'Parkplatz 7 und Stellplatz 21 sind belegt.',
      'Bitte Feld 12 und Zeile 4 ausfüllen.',
      'Postfach 31 40, 24103 Kiel',
      'Im Jahr 2024 gingen 24103 Anträge ein.',
      'Zum Punkt 5 der Tagesordnung spricht der Kämmerer.',
      'Der Bebauungsplan „Mühlenweg“ hat 14 Anlagen.',
      'Der Bahnhof 3 Minuten weiter ist barrierefrei.',
      'In Klasse 4 sitzen 23 Kinder, in Raum 12 nur 9.',
      'Stadtverwaltung Musterstadt\nAm Markt 1\n24999 Musterstadt',
      'Der Weg 2 ist länger, der Rückweg 3 kürzer.',
      'Impressum: Gemeinde Seefeld, Hauptstraße 14, 82229 Seefeld',
      'Stadt Rosenau, Der Bürgermeister, Rathausgasse 1, 99999 Rosenau',
      'Der Recyclinghof in der Industriestraße 9 öffnet samstags.',
      'Unser Zeichen Soz 21-4417 Yil',
      '12 Personen Street Food Festival',
      'Haus 3, Eingang 2, Ebene 14',
    ],
  },
}

/** The office's own address, with or without the place. */
const isSame = (allowed: string, plain: string): boolean =>
  plain === allowed || plain.startsWith(`${allowed} `) || allowed.startsWith(`${plain} `)

function* addressesIn(scene: Scene): Generator<Candidate> {
  const { doc } = scene
  const known = new Set<string>()
  for (let word = 1; word < doc.count; word++) {
    if (((doc.shape[word] ?? 0) & HAS_DIGIT) === 0) continue
    const abroad = numberFirstAt(doc, word)
    if (abroad) yield* unlessPublic(doc, abroad)
    if (((doc.shape[word - 1] ?? 0) & HAS_LETTER) === 0) continue
    const end = houseNumberEnd(doc, word)
    const street = end === undefined ? undefined : streetBefore(doc, word)
    if (end === undefined || !street) continue
    const name = doc.text.slice(doc.start[street.first], doc.end[word - 1])
    for (const candidate of withStreet(doc, known.has(name) ? { ...street, form: 'ending' } : street, end)) {
      // Told once by more than its name, a street is one wherever it is named again.
      known.add(name)
      yield candidate
    }
  }
  for (const stretch of otherForms(doc)) yield* unlessPublic(doc, stretch)
  for (const { start, end } of columnsHeaded(scene, title => TITLE.test(title))) {
    const first = wordFrom(doc, start)
    if (/^\p{L}.*\d|^\d{5} \p{L}/u.test(doc.text.slice(start, end)) && !isPublicAddress(doc, first, end))
      yield { start, end, certainty: 'wahrscheinlich', reason: 'form-field' }
  }
  yield* placesNamed(doc)
}

function* unlessPublic(doc: Doc, stretch: { readonly start: number; readonly end: number }): Generator<Candidate> {
  if (!isPublicAddress(doc, wordFrom(doc, stretch.start), stretch.end))
    yield { ...stretch, certainty: 'wahrscheinlich', reason: 'form' }
}

function* withStreet(doc: Doc, { first, form }: Street, end: number): Generator<Candidate> {
  const start = doc.start[first] ?? 0
  const withPlace = placeBehind(doc, end)
  const named = withPlace !== undefined || saysNear(doc, 'ADDRESS', start, end, WORDS_BEFORE, 2)
  if (!isLikely(doc, first, form, end, named, withPlace !== undefined)) return
  if (isPublicAddress(doc, first, withPlace ?? insideBehind(doc, end))) return
  yield {
    start,
    end: withPlace ?? bareTown(doc, end) ?? insideBehind(doc, end),
    // Street, number, postcode and place bear each other out.
    certainty: withPlace === undefined ? 'wahrscheinlich' : 'sicher',
    reason: named ? 'form-and-context' : 'form',
  }
}

/** How much must speak for an address besides the name of the street. */
function isLikely(
  doc: Doc,
  first: number,
  form: Street['form'],
  end: number,
  named: boolean,
  withPlace: boolean,
): boolean {
  if (form === 'ending' || withPlace) return true
  if (form === 'any-name') return isLabelled(doc, first)
  if (named) return true
  if (form === 'preposition') return isInsideSentence(doc, first) || isCell(doc, first, end) || isPersonNear(doc, first)
  return /[a-z]$/i.test(doc.text.slice(end - 1, end)) || isPersonNear(doc, first)
}

/** A preposition with a capital amid a sentence is part of a name. */
const isInsideSentence = (doc: Doc, first: number): boolean =>
  first > 0 &&
  doc.sentence[first - 1] === doc.sentence[first] &&
  doc.line[first - 1] === doc.line[first] &&
  /^,? $/.test(gapAfter(doc, first - 1))

/** Alone in the cell of a table. */
const isCell = (doc: Doc, first: number, end: number): boolean =>
  /(?:^|[\n\t;|]) ?$/.test(doc.text.slice(Math.max(0, (doc.start[first] ?? 0) - 2), doc.start[first])) &&
  /^ ?[\t;|]/.test(doc.text.slice(end, end + 2))

/** "Anschrift: Brink 4", "wohnhaft Schanze 12", "wohnt jetzt Schanze 12". */
function isLabelled(doc: Doc, first: number): boolean {
  let before = first - 1
  while (before > 0 && first - before < LABEL_WITHIN && SMALL.test(wordAt(doc, before))) before--
  if (before < 0 || doc.line[before] !== doc.line[first] || !doc.info(before).context.includes('ADDRESS')) return false
  return /^\s?[:,]?["']?\s?["']?(?:\p{Ll}+,? ){0,5}$/u.test(doc.text.slice(doc.end[before], doc.start[first]))
}

function isPersonNear(doc: Doc, first: number): boolean {
  for (let word = first - 1; word >= 0 && first - word <= WORDS_BEFORE; word--) {
    if (doc.sentence[word] !== doc.sentence[first]) return false
    if (hasFlag(doc, word, SALUTATION | RELATION | FIRST_PERSON)) return true
    if (hasFlag(doc, word, GIVEN_NAME) && !hasFlag(doc, word, NOT_NAME)) return true
  }
  return false
}

/** "wohnhaft in 24103 Kiel": postcode and place behind a word that says that somebody lives there. */
function* placesNamed(doc: Doc): Generator<Candidate> {
  for (const label of contextWords(doc, 'ADDRESS')) {
    const needsColon = /^(?:plz|postleitzahl)$/i.test(wordAt(doc, label))
    for (let word = label + 1; word < doc.count && word <= label + 4 && doc.line[word] === doc.line[label]; word++) {
      const end = wordAt(doc, word).length === 5 ? (placeAt(doc, word) ?? placeInField(doc, word)) : undefined
      if (end === undefined || (needsColon && !/[:|>=]/.test(doc.text.slice(doc.end[label], doc.start[word])))) continue
      if (!isPublicAddress(doc, label, end))
        yield { start: doc.start[word] ?? 0, end, certainty: 'wahrscheinlich', reason: 'form-and-context' }
      break
    }
  }
}

/** "plz":"24103","ort":"Kiel": the place in a field of its own. */
function placeInField(doc: Doc, postcode: number): number | undefined {
  if (!/^\d{5}$/.test(wordAt(doc, postcode))) return undefined
  const end = doc.end[postcode] ?? 0
  const rest =
    /^["']?\s?[,;<\n][\s"',;</>\w]{0,20}?(?:wohnort|ort|stadt|city)["']?\s?[:=>]\s?["']?(?:\p{Lu}[\p{L} ()/.-]{1,30}\p{L})/iu.exec(
      doc.text.slice(end, end + 80),
    )
  return rest ? end + rest[0].length : undefined
}
