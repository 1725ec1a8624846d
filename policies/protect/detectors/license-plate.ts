import { contextWords } from '../context-words.js'
import { bare, type Candidate, type Detector, matchNumbers, type Scene, saysNear } from '../detector.js'
import { isInvented, isNamedOtherwise } from '../numbers.js'
import { spelledPlates } from '../plates/spelled.js'
import { type Doc, wordFrom } from '../text/document.js'

/** District, letters, number, E or H, and the months of a seasonal plate. */
const PATTERN =
  /(?<![0-9A-Za-zÀ-ÿ-])([A-ZÄÖÜ]{1,3})(\s?[-:·*•]\s?|\s|)([A-Z]{1,2})(?:\s?[-·•*]\s?|\s?)([1-9]\d{0,3})(?:\s?([EH])(?![0-9A-Za-zÀ-ÿ-]))?(?:\s(?:0[1-9]|1[0-2])[-/](?:0[1-9]|1[0-2])(?!\d))?(?![0-9A-Za-zÀ-ÿ]|[-/.,]\d)/gi
/** As the law prints it; in any other writing a word about vehicles must stand near. */
const STRICT = /^[A-ZÄÖÜ]{1,3}-[A-Z]{1,2} [1-9]\d{1,3}(?: ?[EH])?(?: \d\d[-/]\d\d)?$/
/** "EF•RA•310": the mark of the seal between the letters is written by nobody else. */
const SEALED = /^[A-ZÄÖÜ]{1,3}[•·][A-Z]{1,2}[•·][1-9]\d{0,3}[EH]?$/
/** "K-EG 104" is a room on the ground floor. */
const FLOOR = /-(?:EG|OG|UG|DG|KG) \d/
/** Plates of other countries, where the country is said. */
const ABROAD =
  /(?<![0-9A-Za-zÀ-ÿ-])(?=[A-Z0-9 -]{0,9}\d)(?=[A-Z0-9 -]{0,9}[A-Z])[A-Z0-9]{1,4}(?:[ -][A-Z0-9]{1,5}){1,2}(?![0-9A-Za-zÀ-ÿ]|[-/.,]\d)/y
const OF_COUNTRY =
  /(?:poln|franz|niederländ|holländ|belg|dän|tschech|österreich|schweizer|ital|span|rumän|bulgar|ungar|ukrain|litau|lett|estn|schwed|norweg|finn|kroat|serb|bosn|türk|griech|brit|engl|irisch|slowak|slowen|luxemburg|portug|russ|moldau|alban|mazedon|georg|ausländ)[\p{L}]{0,12} (?:kfz-)?(?:kennzeichen|nummernschild)$/iu
const COUNTRY_LENGTH = 44
const MOST_SIGNS = 8
/** "KI-VO 2024" and the like: a year behind it speaks for a law, a version or a plan. */
const YEAR = /^(?:19\d\d|20[0-4]\d)$/
/** Norms, paper sizes and law in the form of a plate (DIN = Dinslaken, EU = Euskirchen, KI = Kiel). */
const NO_PLATE = /^(?:DIN(?:EN|V|[ABC](?:10|\d)(?!\d))|EU(?:DS|VO|RL|GH)|KIVO|HDTV|HUAU|AKIT)/
/** "MB C 180" is a car, not its plate. */
const MODEL = /^MB [A-Z] ?\d{3}$/
/** Only behind these words: plates without letters, those of the state, the army, embassies, dealers. */
const NAMED =
  /(?<![0-9A-Za-zÀ-ÿ])(?:(?:kfz|auto|saison|kurzzeit|wunsch|wechsel|behörden|händler|ausfuhr|export|überführungs|versicherungs|h|e|oldtimer|dienst|anhänger|fahrzeug)?-?kennz(?:eichen)?|nummernschild[a-z]{0,2}|kfz|pkw|lkw|kz)(?:[-\s]{0,3}(?:nr|nummer|kennzeichen|kz))?[.:\s("„]{0,4}$/i
const NAMED_LENGTH = 34
const SPECIAL =
  /(?<![0-9A-Za-zÀ-ÿ-])(?:([A-ZÄÖÜ]{1,3})[- ]\d{1,6}(?:[- ]\d{1,5})?|0[ -]\d{1,3}[- ]\d{1,4}[A-Z]?|\d{3}[ -][A-Z]{3})(?![0-9A-Za-zÀ-ÿ]|[-/.,]\d)/g

/** Words about vehicles, their papers and where they stand. */
const VEHICLES = `
  kennzeichen* kfzkennzeichen* autokennzeichen* saisonkennzeichen* kurzzeitkennzeichen* wunschkennzeichen*
  wechselkennzeichen* behördenkennzeichen* kennz nummernschild* kfz pkw lkw fahrzeug* *fahrzeug auto wagen *wagen
  kombi transporter sprinter bulli kleinbus* motorrad* motorroller* krad anhänger wohnmobil* wohnwagen traktor*
  plate plates vehicle car voiture plaque immatriculation plaka araba arabam arabamın rejestrac* samoch* auto auta
  mașina mașinii înmatriculare numărul машин* автомоб* авто سيارة سيارتي السيارة لوحة خودرو پلاک biển halter
  halterin halterabfrage* halterauskunft* halterdaten halterermittlung* parkt parkte parken parkend* geparkt*
  falschpark* dauerpark* parkverstoß* parkausweis* bewohnerparkausweis* parkplatz* abgeschleppt* abschlepp*
  abgestellt* zugelassen* zulassung* umgemeldet abgemeldet blitzer* geblitzt verwarnung* verwarngeld* knöllchen
  strafzettel* unfall* unfallgegner* moped mofa roller quad lieferwagen* elektro* eauto stellplatz* tiefgarage*
  abmeldung umschreibung* stilllegung* außerbetriebsetzung* entstempelt* entsiegel* tüv hauptuntersuchung*
  fahrtenbuch* fahrerermittlung* gefahren überfahren angefahren gegner fahrerflucht unfallflucht radarwagen* messung
  *parkplatz *parkausweis anwohnerparkausweis* verursacher* unfallverursacher* buchstabiert* ladesäule* politesse vw audi opel bmw mercedes golf passat skoda toyota fiat renault tesla fahrer fahrerin
`

/** Licence plates: no check digit, but the districts are known; "AB-CD 12" may stand alone, all else needs a vehicle. */
export const licensePlate: Detector = {
  kind: 'LICENSE_PLATE',
  class: 'D2',
  replaceable: 'identifier',
  source: '§ 9 und Anlagen 1 bis 3 FZV; Unterscheidungszeichen in plates.txt',
  context: VEHICLES.trim().split(/\s+/),
  stage: 'value',
  *find(scene) {
    const isUsual = (code: string): boolean => isUsualDistrict(scene, code)
    let seen = false
    for (const { start, end, text, groups } of matchNumbers(scene.doc, PATTERN)) {
      const [district = '', gap = '', letters = '', number = '', ending = ''] = groups
      const signs = district.length + letters.length + number.length + ending.length
      const named = isNamedAt(scene, start)
      if (signs > MOST_SIGNS || (!named && (NO_PLATE.test(bare(text)) || MODEL.test(text)))) continue
      // Letters in one piece are no plate unless it is called one; "MKXJ" may be cut in several ways.
      const known = gap === '' ? named && cuts(district + letters).some(isUsual) : isUsual(district)
      const plate: Candidate | undefined = known
        ? plateAt(scene, start, end, { text, number, gap, named, seen })
        : undefined
      if (plate) yield plate
      seen ||= plate !== undefined
    }
    yield* platesOfCountries(scene.doc)
    yield* spelledPlates(scene, isUsual)
    for (const { start, end, groups } of matchNumbers(scene.doc, SPECIAL)) {
      if (!isNamedAt(scene, start) || !isDistrict(scene, groups[0] ?? '0')) continue
      yield { start, end, certainty: 'wahrscheinlich', reason: 'form-and-context' }
    }
  },
  examples: {
    found: [
      'Der Pkw [[MK-XJ 5266]] steht seit Tagen in der Feuerwehrzufahrt.',
      'Kennzeichen [[RE MW 3169]], Halterin verständigt',
      'Falschparker [[HSK-TP 48]] vor der Grundschule',
      'Anzeige gegen [[DO-KL 2207]] wurde aufgenommen.',
      'Grauer Kombi, [[UN-AB123]], keine Plakette',
      'Kfz-Kennzeichen: [[K-OE 7]], Fahrerin angetroffen',
      'E-Auto mit [[SO-NK 318E]] lädt am Rathaus.',
      'Oldtimer [[MS-H 60H]] zugelassen',
      'Saisonkennzeichen [[COE-BK 77 04/10]] (Wohnmobil)',
      'kennzeichen [[bor-gh 412]] hat mich zugeparkt',
      'Amtl. Kennzeichen [[WAFTZ441]]',
      'KFZ Kennzeichen [[MKXJ 526]] notiert',
      'Dienstwagen mit Kennzeichen [[M-1234]]',
      'Bundeswehr-Lkw, Kennzeichen [[Y-123 456]]',
      'Fahrzeug eines Konsulats, Kennzeichen [[0-17-143]]',
      'Rotes Kennzeichen [[EN-06123]] am Transporter',
      '| 12.05. | [[GÜ-RS 902]] | 20 € | Parken im Halteverbot |',
      'Unfallgegner fuhr den Wagen [[LÜN QX 19]].',
      'Anhänger [[HAM-ZE 88 H]] abgestellt',
      'Moped mit Versicherungskennzeichen [[482 KLM]]',
      'Rotes Händlerkennzeichen [[HA-06118]] zurückgeben',
      'My car [[HA-XY 2044]] was towed.',
      'Entweder [[HSK-B 15]] oder [[HSK-B 175]]',
      'kurzer Anruf: Kennzeichen [[Dora Otto Strich Ludwig Paula vier sieben]]',
      'Wechsel auf [[DO•KL•220]] ab Mai',
      'Tschechisches Kennzeichen [[4A2 7731]], Lkw',
      '[[hsk qx 81]] parkt quer',
    ],
    ignored: [
      'Bitte im Format DIN A 4 drucken.',
      'Fahrzeugschein bitte in DIN A 4 kopieren',
      'DIN-A 4 oder DIN A 3, beidseitig',
      'Bauteil nach DIN EN 1090 geprüft',
      'Die KI-VO 2024 gilt auch für Kommunen.',
      'Autobahn A 100, Bundesstraße B 51',
      'EU-DS 12 im Kfz-Bereich',
      'Kennzeichen MUC-AB 1234 hat zu viele Zeichen.',
      'QX-AB 123 gibt es nicht.',
      'Beispiel: Kennzeichen MK-AA 111',
      'Haltestelle ZOB, Linie S 30 und RE 4',
      'Fernseher HD-TV 1080 im Sitzungssaal',
      'Modell MB C 180 als Dienstwagen',
      'Vergabe-Nr. MK-ST 2025',
      'Das Zentrum parkt den Antrag bis 12 Uhr.',
      'Artikelnummer HA-KE 4711',
      'Saal B-C 12 im Erdgeschoss',
      'Raum K-EG 14 ist frei.',
      'Förderkennzeichen MK-ST 417 des Landes',
      'SGB II § 7, RE: Termin 12',
      'Aktenkennzeichen HA-06118 des Archivs',
      'Treffpunkt Ausweichraum K-OG 210',
      'es ab 14 uhr auf dem parkplatz',
    ],
  },
}

const isDistrict = ({ lists }: Scene, code: string): boolean => lists.plates.has(code.toUpperCase())
/** A district of the ordinary kind; those of the state and the army have no letters behind them. */
const isUsualDistrict = ({ lists }: Scene, code: string): boolean =>
  (lists.plates.get(code.toUpperCase()) ?? 'sonder') !== 'sonder'

/** Where the district may end in letters of one piece: one or two must follow. */
const cuts = (letters: string): string[] =>
  [letters.slice(0, -1), letters.slice(0, -2)].filter(code => code !== '' && code.length <= 3)

const isNamedAt = ({ doc }: Scene, start: number): boolean =>
  NAMED.test(doc.text.slice(Math.max(0, start - NAMED_LENGTH), start))

/** "polnisches Kennzeichen DW 5K719" */
function* platesOfCountries(doc: Doc): Generator<Candidate> {
  for (const word of contextWords(doc, 'LICENSE_PLATE')) {
    const named = doc.end[word] ?? 0
    if (!OF_COUNTRY.test(doc.text.slice(Math.max(0, named - COUNTRY_LENGTH), named))) continue
    ABROAD.lastIndex = named + (/^[:,]? /.exec(doc.text.slice(named, named + 2))?.[0].length ?? 0)
    const start = ABROAD.lastIndex
    if (ABROAD.test(doc.text)) yield { start, end: ABROAD.lastIndex, certainty: 'sicher', reason: 'form-and-context' }
  }
}

/** "oal zk 17 stand …": two words that mean nothing else. */
const isHasty = (doc: Doc, start: number, end: number): boolean =>
  /^[a-zäöü]{2,3} [a-z]{2} \d{1,4}$/.test(doc.text.slice(start, end)) && isUnknown(doc, wordFrom(doc, start))

const isUnknown = (doc: Doc, word: number): boolean =>
  [word, word + 1].every(at => (doc.flags[at] ?? 0) === 0 && doc.info(at).context.length === 0)

type Writing = {
  readonly text: string
  readonly number: string
  readonly gap: string
  readonly named: boolean
  readonly seen: boolean
}

function plateAt({ doc }: Scene, start: number, end: number, writing: Writing): Candidate | undefined {
  const { text, number, gap, named, seen } = writing
  if (isNamedOtherwise(doc, 'LICENSE_PLATE', start) || isInvented(doc, start, end)) return undefined
  const inCapitals = text === text.toUpperCase()
  // Small letters without a hyphen are words ("es ab 14 Uhr"), unless the plate is announced.
  const readable = gap.trim() !== '' || inCapitals
  // Announced, and of a known district: surer than a name somebody could read into it ("HR BN 38" is no Mr BN).
  if (named) return { start, end, certainty: 'sicher', reason: 'form-and-context' }
  // Where one plate stands, others in capitals are plates as well.
  if (readable && (seen || saysNear(doc, 'LICENSE_PLATE', start, end))) {
    return { start, end, certainty: 'wahrscheinlich', reason: 'form-and-context' }
  }
  if (isHasty(doc, start, end) && saysNear(doc, 'LICENSE_PLATE', start, end, 8, 8))
    return { start, end, certainty: 'wahrscheinlich', reason: 'form-and-context' }
  if (SEALED.test(text)) return { start, end, certainty: 'wahrscheinlich', reason: 'form' }
  const alone =
    STRICT.test(text) &&
    !FLOOR.test(text) &&
    !YEAR.test(number) &&
    text.length >= 'M-AB 12'.length &&
    /[A-Z]{2}[ -]/.test(text)
  return alone ? { start, end, certainty: 'wahrscheinlich', reason: 'form' } : undefined
}
