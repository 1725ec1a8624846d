import { plainWords } from '../../language/fold.js'
import { houseNumberEnd } from '../addresses/house-number.js'
import { bareTown, placeAt, placeBehind } from '../addresses/place.js'
import { isPublicAddress } from '../addresses/public.js'
import { type Street, streetBefore } from '../addresses/street.js'
import { contextWords } from '../context-words.js'
import { type Candidate, type Detector, type Scene, saysNear } from '../detector.js'
import { type Doc, gapAfter, hasFlag, wordAt, wordFrom } from '../text/document.js'
import { FIRST_PERSON, GIVEN_NAME, NOT_NAME, RELATION, SALUTATION } from '../text/flags.js'
import { columnsHeaded } from '../text/tables.js'

const TITLE = /^(?:strasse|anschrift|adresse|wohnanschrift|postanschrift|meldeadresse|wohnadresse|wohnort|str)\b/
const WORDS_BEFORE = 8
const INVENTED = /^(?:muster|beispiel)(?:strasse|str|weg|platz|allee|gasse|ring)/

/** Where somebody lives: street and house number with the place behind it; a place alone only after "wohnhaft in". */
export const address: Detector = {
  kind: 'ADDRESS',
  class: 'D2',
  replaceable: 'identifier',
  source: 'Art. 4 Nr. 1 DSGVO; § 3 Abs. 1 Nr. 12 BMG; Anschrift nach DIN 5008',
  context: [
    'wohnhaft',
    'wohnh',
    'wohnt',
    'wohne',
    'wohnen',
    'wohnte',
    'wohnort',
    'wohnsitz',
    '*anschrift',
    'adresse',
    'meldeadresse',
    'wohnadresse',
    'postadresse',
    'lieferadresse',
    'gemeldet',
    'zugezogen',
    'umgezogen',
    'verzogen',
    'gezogen',
    'zieht',
    'umzug',
    'hausbesuch*',
    'wohnung',
    'lives',
    'living',
    'address',
  ],
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
    found: [],
    ignored: [],
  },
}

/** The office's own address, with or without the place. */
const isSame = (allowed: string, plain: string): boolean =>
  plain === allowed || plain.startsWith(`${allowed} `) || allowed.startsWith(`${plain} `)

function* addressesIn(scene: Scene): Generator<Candidate> {
  const { doc } = scene
  for (let word = 1; word < doc.count; word++) {
    const end = houseNumberEnd(doc, word)
    const street = end === undefined ? undefined : streetBefore(doc, word)
    if (end !== undefined && street) yield* withStreet(doc, street, end)
  }
  for (const { start, end } of columnsHeaded(scene, title => TITLE.test(title))) {
    const first = wordFrom(doc, start)
    if (/^\p{L}.*\d|^\d{5} \p{L}/u.test(doc.text.slice(start, end)) && !isPublicAddress(doc, first, end))
      yield { start, end, certainty: 'wahrscheinlich', reason: 'form-field' }
  }
  yield* placesNamed(doc)
}

function* withStreet(doc: Doc, { first, form }: Street, end: number): Generator<Candidate> {
  const start = doc.start[first] ?? 0
  const withPlace = placeBehind(doc, end)
  const named = withPlace !== undefined || saysNear(doc, 'ADDRESS', start, end, WORDS_BEFORE, 2)
  if (!isLikely(doc, first, form, end, named, withPlace !== undefined)) return
  if (isPublicAddress(doc, first, withPlace ?? end)) return
  yield {
    start,
    end: withPlace ?? bareTown(doc, end) ?? end,
    certainty: 'wahrscheinlich',
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
  if (form === 'preposition') return isInsideSentence(doc, first)
  return /[a-z]$/i.test(doc.text.slice(end - 1, end)) || isPersonNear(doc, first)
}

/** A preposition with a capital amid a sentence is part of a name. */
const isInsideSentence = (doc: Doc, first: number): boolean =>
  first > 0 &&
  doc.sentence[first - 1] === doc.sentence[first] &&
  doc.line[first - 1] === doc.line[first] &&
  /^,? $/.test(gapAfter(doc, first - 1))

/** "Anschrift: Brink 4", "wohnhaft Schanze 12". */
const isLabelled = (doc: Doc, first: number): boolean =>
  first > 0 &&
  doc.info(first - 1).context.includes('ADDRESS') &&
  /^(?:: ?|:? |:?\n|,? )$/.test(gapAfter(doc, first - 1))

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
    for (let word = label + 1; word < doc.count && word <= label + 4 && doc.line[word] === doc.line[label]; word++) {
      const end = wordAt(doc, word).length === 5 ? placeAt(doc, word) : undefined
      if (end === undefined) continue
      if (!isPublicAddress(doc, label, end))
        yield { start: doc.start[word] ?? 0, end, certainty: 'wahrscheinlich', reason: 'form-and-context' }
      break
    }
  }
}
