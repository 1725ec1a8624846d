import { contextWords } from '../context-words.js'
import { type Candidate, type Detector, matchNumbers, type NumberMatch, saysNear } from '../detector.js'
import { isInvented, isNamedOtherwise } from '../numbers.js'
import type { Doc } from '../text/document.js'

/** Two decimal degrees with four places or more (ten metres), point or comma, with their compass letters. */
const DECIMAL =
  /(?<![0-9A-Za-zÀ-ÿ]|\d[.,])(?:[NS]\s?)?([-+]?\d{1,3}[.,]\d{4,15})\s?°?\s?[NS]?(?:\s?[,;/|]\s?|\s)(?:[EOW]\s?|(?:lon|lng)[:=\s]{1,2})?([-+]?\d{1,3}[.,]\d{4,15})(?![0-9]|\.\d)(?:\s?°)?(?:\s?[EOW](?![0-9A-Za-zÀ-ÿ]))?/gi
/** Degrees with minutes, and seconds or fractions of a minute, both axes. */
const SEXAGESIMAL =
  /(?<![0-9A-Za-zÀ-ÿ])(?:[NS]\s?)?\d{1,2}\s?°\s?\d{1,2}(?:[.,]\d{1,6})?\s?['′’´](?:\s?\d{1,2}(?:[.,]\d{1,6})?\s?(?:["″”“]|['′’´]{2}))?\s?[NS]?[\s,;/|]{0,3}(?:[EOW]\s?)?\d{1,3}\s?°\s?\d{1,2}(?:[.,]\d{1,6})?\s?['′’´](?:\s?\d{1,2}(?:[.,]\d{1,6})?\s?(?:["″”“]|['′’´]{2}))?(?:\s?[EOW](?![0-9A-Za-zÀ-ÿ]))?/gi
/** Zone 31 to 33, then easting and northing in metres. */
const UTM =
  /(?<![0-9A-Za-zÀ-ÿ]|\d[.,])(3[123]\s?[NTUV]?\s?)?(?:[EO]\s?[:=]?\s?)?(3[123])?(0?[1-8]\d{2}[ .]?\d{3}(?:[.,]\d{1,3})?)(?:\s?m)?(?:\s?[EO])?[\s,;/|]{1,3}(?:N\s?[:=]?\s?)?(5[2-9]\d{2}[ .]?\d{3}|5[ .][2-9]\d{2}[ .]\d{3})(?:[.,]\d{1,3})?(?![0-9A-Za-zÀ-ÿ]|[.,]\d)(?:\s?m(?![0-9A-Za-zÀ-ÿ]))?/g
/** Both axes with their letters: "E 395123 N 5678123". */
const NAMED_AXES = /^[EO]\s?[:=]?\s?\d[^N]*N/
/** Gauß-Krüger: the first digit of the easting is the zone. */
const GAUSS =
  /(?<![0-9A-Za-zÀ-ÿ]|\d[.,])[2-5]\d{6}(?:[.,]\d{1,3})?[\s,;/|]{1,3}(?:(?:H|HW|Hochwert|N)\s?[:=]?\s?)?5[2-9]\d{5}(?:[.,]\d{1,3})?(?![0-9A-Za-zÀ-ÿ]|[.,]\d)/g
/** Grid of the rescue services: zone, band, square of 100 km, metres. */
const GRID = /(?<![0-9A-Za-zÀ-ÿ])3[1-3] ?[TUV] ?[A-HJ-NP-Z]{2} ?\d{4,5} ?\d{4,5}(?![0-9A-Za-zÀ-ÿ]|[.,]\d)/g
/** Fractions as cameras write them into photographs. */
const CAMERA =
  /(?<=GPSLatitude["':=\s]{1,4})\d{1,2}\/1, ?\d{1,2}\/1, ?\d{1,6}\/\d{1,5}(?: [NS])?(?:[,;\s"']{1,4}GPSLongitude["':=\s]{1,4}\d{1,3}\/1, ?\d{1,2}\/1, ?\d{1,6}\/\d{1,5}(?: [EOW])?)?/g
/** Degrees and minutes without the sign of the minute, as on handheld receivers. */
const RECEIVER =
  /(?<![0-9A-Za-zÀ-ÿ])[NS]\s?\d{1,2}\s?°\s?\d{1,2}[.,]\d{2,4}['′]?[\s,;/|]{1,3}[EOW]\s?\d{1,3}\s?°\s?\d{1,2}[.,]\d{2,4}['′]?(?![0-9A-Za-zÀ-ÿ])/gi
/** Open location code of ten signs: a square of fourteen metres. */
const PLUS_CODE = /(?<![0-9A-Za-zÀ-ÿ])[23456789CFGHJMPQRVWX]{8}\+[23456789CFGHJMPQRVWX]{2,3}(?![0-9A-Za-zÀ-ÿ])/g
/** One axis alone: right behind its name, or with the sign of degrees. */
const AXIS =
  /(?<![0-9A-Za-zÀ-ÿ]|\d[.,])(?:-?\d{1,3}[.,]\d{4,15}(?:\s?°)?|\d{6,8}(?:[.,]\d{1,3})?)(?![0-9A-Za-zÀ-ÿ]|[.,]\d)/g
const AXIS_NAME =
  /(?:breite|breitengrad|länge|längengrad|latitude|longitude|(?<![A-Za-z])(?:lat|lon|lng))["']?(?:\s?\(?[NSEOW]?\)?)\s?[:=]?\s?$/i
const METRIC_NAME = /(?:rechts|hoch|ost|nord|rechtswert|hochwert|ostwert|nordwert|easting|northing)\s?[:=]?\s?$/i
const NAME_LENGTH = 24

/** Words about places and the systems that measure them. */
const PLACES = `
  koordinate* *koordinaten gps* geo geodaten geolocation standort* position* lat lon lng latitude longitude
  breitengrad* längengrad* utm* etrs* wgs* epsg rechtswert* hochwert* ostwert* nordwert* fundort* fundstelle*
  einsatzort* tatort* unfallort* maps plus pluscode* mgrs utmref gauß gauss krüger navi* lageplan* eckpunkt*
  messpunkt* startpunkt* landepunkt* fundpunkt* kamerafalle* latlon latlng coordinates coordonnées konum*
  współrzędn* координат* إحداثيات geopunkt* geometrie geometry point ortung* geortet aml
`

/** Exact places: where somebody lives or was found. Rough ones with fewer decimals say nothing about a house. */
export const coordinates: Detector = {
  kind: 'COORDINATES',
  class: 'D2',
  replaceable: 'identifier',
  source: 'ISO 6709 (Schreibweisen), ETRS89/UTM der Landesvermessung',
  context: PLACES.trim().split(/\s+/),
  stage: 'value',
  *find({ doc }) {
    for (const match of matchNumbers(doc, DECIMAL)) {
      if (isOnEarth(doc, match)) yield* offered(doc, match, true)
    }
    for (const match of matchNumbers(doc, SEXAGESIMAL)) yield* offered(doc, match, true)
    for (const match of matchNumbers(doc, UTM)) {
      yield* offered(
        doc,
        match,
        match.groups[0] !== undefined || match.groups[1] !== undefined || NAMED_AXES.test(match.text),
      )
    }
    for (const pattern of [RECEIVER, PLUS_CODE]) {
      for (const match of matchNumbers(doc, pattern)) yield* offered(doc, match, true)
    }
    for (const match of matchNumbers(doc, GRID)) yield* offered(doc, match, true)
    for (const match of matchNumbers(doc, GAUSS)) yield* offered(doc, match, speaksOfPlaces(doc))
    if (doc.text.includes('GPSLatitude')) {
      for (const { 0: text, index: start } of doc.text.matchAll(CAMERA)) {
        yield { start, end: start + text.length, certainty: 'wahrscheinlich', reason: 'form-and-context' }
      }
    }
    yield* axes(doc)
  },
  examples: {
    found: [
      'Fundort der Katze: [[51.34567, 7.86543]]',
      'Koordinaten [[51,3712 7,4631]] (Wildunfall)',
      'Standort [[N 51.22917 E 7.89012]]',
      'Einsatzort: [[51°13\'44.5"N 7°53\'24.1"E]]',
      'https://maps.example.org/@[[51.36781,7.46329]],17z',
      'GPS [[51.2741° N, 7.8726° O]]',
      'UTM [[32U 395123 5678123]]',
      'Rechtswert/Hochwert: [[395123,45 5678123,78]]',
      'ETRS89/UTM32 [[32395123, 5678123]]',
      'Breitengrad: [[51.24577, Längengrad: 7.90218]]',
      'Das Haus steht bei [[51.3821;7.6612]].',
      'lat=[[51.20931&lon=7.88123]]',
      "Notruf von [[51° 22.417' N, 7° 27.901' E]]",
      'geo:[[51.4021,7.5512]]',
      'Geocache bei [[N51° 22.452 E007° 42.140]]',
      'Rechtswert [[3412345, Hochwert 5692345]]',
      'Treffpunkt [[9F39CPF3+QX]] am Waldrand',
      'MGRS [[32ULC 28461 61073]]',
      'Gauß-Krüger R [[4468310 H 5333905]]',
      'Eckpunkte: [[51.34120/7.88041]]; [[51.34164/7.88193]]',
      '{"latitude": [[51.34117, "longitude": 7.66213]]}',
      'Fundort: [[51,374512°]] / [[7,702334°]]',
    ],
    ignored: [
      'Die Stadt liegt bei 51,2 Grad Nord und 7,9 Grad Ost.',
      'Hebesatz 51.34 und 7.86 Prozent',
      'Wechselkurs 1,08457 und 0,92211',
      'Koordinaten grob: 51.34, 7.86',
      'Korrelation 0.8912, 0.4410 im Anhang',
      'Fläche 512,3456 m² im Plan',
      'Betrag 395123 und 678123 Euro',
      'Es waren 35° im Schatten.',
      'Zeitreihe 48.1234 9.1234 12.1234',
      'Messwerte 120,4567 / 240,1234',
      'Fachbereich Geodaten, Zimmer 32, Telefon 5678123',
      'Beispielkoordinate: Beispiel 51.0000, 7.0000',
      "Winkel 45° 30' am Dach",
      'Der Standort des Rathauses ist gut erreichbar.',
      'Produkt 51.1101, Konto 7.4310 im Haushalt',
      'Messreihe 51,2345 7,3456 51,4567 7,5678',
    ],
  },
}

function* offered(doc: Doc, { start, end }: NumberMatch, clear: boolean): Generator<Candidate> {
  if (isInvented(doc, start, end)) return
  if (saysNear(doc, 'COORDINATES', start, end))
    yield { start, end, certainty: 'wahrscheinlich', reason: 'form-and-context' }
  else if (clear && !isNamedOtherwise(doc, 'COORDINATES', start)) {
    yield { start, end, certainty: 'wahrscheinlich', reason: 'form' }
  }
}

const speaksOfPlaces = (doc: Doc): boolean => !contextWords(doc, 'COORDINATES').next().done

/** What may stand between the two axes of one place: the name of the second. */
const BETWEEN = /^[\s,;/|&?°"'}]{0,4}["']?[A-Za-zäöüß]{1,14}["']?[\s:=(]{0,4}$/
const BETWEEN_LENGTH = 24

/** Single axes; two with nothing but a name between are one place. */
function* axes(doc: Doc): Generator<Candidate> {
  let last: Candidate | undefined
  for (const match of matchNumbers(doc, AXIS)) {
    if (!isAxis(doc, match)) continue
    for (const axis of offered(doc, match, true)) {
      const joins =
        last && axis.start - last.end <= BETWEEN_LENGTH && BETWEEN.test(doc.text.slice(last.end, axis.start))
      if (last && joins) {
        yield { ...axis, start: last.start }
        last = undefined
        continue
      }
      if (last) yield last
      last = axis
    }
  }
  if (last) yield last
}

/** Without a word near, only pairs in Europe: others are measurements. */
function isOnEarth(doc: Doc, match: NumberMatch): boolean {
  const { start, end, text, groups } = match
  const [first = 0, second = 0] = groups.map(value => Number((value ?? '').replace(',', '.')))
  if (/[NSEWO°]/i.test(text) || saysNear(doc, 'COORDINATES', start, end))
    return Math.abs(first) <= 90 && Math.abs(second) <= 180
  if (UNIT.test(doc.text.slice(end, end + 12)) || isSeries(doc.text, match)) return false
  return isEuropean(first, second) || isEuropean(second, first)
}

const NEXT = /[\s;,/|]{1,3}[-+]?\d{1,4}[.,]\d{3,15}/y
const PREVIOUS = /\d[.,]\d{3,15}([\s;,/|]{1,3})$/
const PREVIOUS_LENGTH = 20
const MOST_VALUES = 40

/** A row of values: pairs are parted from each other by another sign than the one inside them, and none is left over. */
function isSeries(all: string, { start, end, text }: NumberMatch): boolean {
  const inside = /\d([\s;,/|]{1,3})[-+]?\d{1,3}[.,]\d+\D*$/.exec(text)?.[1]
  if (inside !== undefined && PREVIOUS.exec(all.slice(Math.max(0, start - PREVIOUS_LENGTH), start))?.[1] === inside)
    return true
  let values = 0
  NEXT.lastIndex = end
  for (let next = NEXT.exec(all); next && values < MOST_VALUES; next = NEXT.exec(all)) {
    if (values === 0 && inside !== undefined && next[0].startsWith(inside)) return true
    values++
  }
  return values % 2 === 1
}

/** A unit behind the value. */
const UNIT = /^ ?(?:[cm]?m|km|mg|kg|%|‰|Prozent|Promille|Euro|EUR|€)(?![a-zäöü])/

const isEuropean = (latitude: number, longitude: number): boolean =>
  latitude > 35 && latitude < 71 && longitude > -11 && longitude < 35

function isAxis(doc: Doc, { start, text }: NumberMatch): boolean {
  const before = doc.text.slice(Math.max(0, start - NAME_LENGTH), start)
  if (/^\d{6}/.test(text)) return METRIC_NAME.test(before)
  return AXIS_NAME.test(before) || (text.endsWith('°') && isGerman(Number.parseFloat(text.replace(',', '.'))))
}

const isGerman = (degrees: number): boolean => (degrees > 47 && degrees < 55.2) || (degrees > 5.8 && degrees < 15.1)
