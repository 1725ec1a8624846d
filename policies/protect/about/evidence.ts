import type { Doc } from '../text/document.js'
import { type Around, around } from './around.js'
import type { Hit } from './hits.js'
import type { Sentences } from './sentences.js'
import {
  ADDRESSED,
  ANYBODY,
  FIRST,
  GENERAL,
  IDENTIFIED,
  NAMED,
  OFFICIAL,
  POSSESSIVE,
  SHE,
  SOMEBODY,
  SPECIFIC,
  STATING,
  THIRD,
} from './signs.js'
import { isSubjectOfTalk } from './talk.js'

const SHORT_TEXT = 600
/** A note of so few words beside a sentence about somebody goes on about the same person. */
const SHORT_NOTE = 9

/** A subject beside a name says nothing of the person without "hat", "ist", "wegen" or "ihre". */
const UNSAID = 0.5

const CERTAIN = NAMED | IDENTIFIED | SPECIFIC
const ANY_PERSON = CERTAIN | SOMEBODY

/**
 * How much speaks for a term being about one particular person, from about −3 to 4: who is named in its sentence or
 * line, who was named before, who speaks. General talk, questions and plurals speak against it: little where somebody is
 * named, a lot where not.
 */
export function evidenceAbout(
  doc: Doc,
  sentences: Sentences,
  { first, last, done = false }: Pick<Hit, 'first' | 'last' | 'done'>,
  personSeen: boolean,
  asTopic = false,
): number {
  if (isSubjectOfTalk(doc, sentences, first, last)) return -3
  const sentence = doc.sentence[first] ?? 0
  const here = around(doc, sentences, first, last)
  const before = (sentences.bySentence[sentence - 1] ?? 0) | (sentences.bySentence[sentence - 2] ?? 0)
  const after = sentences.bySentence[sentence + 1] ?? 0
  const told = toldTo(doc, first, here)
  const person = Math.max(strongest(here, before, sentences.whole, personSeen), told)
  const certain = (here.signs & CERTAIN) !== 0
  const said = here.stated || here.owned !== 0
  const stated = certain ? (asTopic && !said ? -UNSAID : 0) : here.stated && person > 0 ? 0.6 : 0
  const context =
    certain || (here.asks && told === 0) ? 0 : nearby(doc, sentences, first, person, before, after, done, here.stated)
  return person + stated + context - against(here, told > 0)
}

function strongest({ signs, owned, self, we }: Around, before: number, whole: number, personSeen: boolean): number {
  if (signs & NAMED || owned & FIRST) return 3
  if (signs & SPECIFIC) return 2.8
  if (signs & IDENTIFIED) return 2.5
  // "Sie ist getauft, sagt Frau Kern": who tells of her may be the one.
  const known = ((before & (ANY_PERSON | THIRD)) | (signs & OFFICIAL)) !== 0
  return Math.max(
    owned & (THIRD | SHE) ? (known ? 2.4 : 1.8) : 0,
    signs & SOMEBODY ? 2 : 0,
    signs & ANYBODY ? 1.5 : 0,
    self ? 2 : signs & FIRST ? 1.3 : we ? 1.2 : 0,
    signs & OFFICIAL ? 1.3 : 0,
    signs & THIRD ? (known ? 2 : personSeen ? 1.5 : 1.2) : 0,
    signs & SHE ? (known ? 1.6 : personSeen ? 1 : 0.6) : 0,
    signs & ADDRESSED ? (whole & NAMED ? 2 : 0.8) : 0,
  )
}

const TOLD =
  /(?<!\p{L})(?:Sie (?:wurden|waren|haben|hatten|sind|befinden|erhielten|erhalten|bezogen|beziehen|leiden|litten|teilten|gaben|stellten|gehören)|(?:wurden|waren|haben|hatten|sind|befinden|erhalten|leiden|gaben|teilten) Sie|(?:wird|wurde|wurden|werden) (?:bei )?(?:Ihnen|Ihr)|Bei Ihnen (?:besteht|liegt|wurde)|Ihnen (?:wird|wurde|wurden)|(?:haben|hatten|werden|können) wir Ihnen|Ihre? [^,;:!?\n]{3,80} (?:wird|wurde|wurden|ist))(?!\p{L})/u
const FIRMLY =
  /\d\. ?(?:\d|[JFMASOND]\p{Ll}{2})|\d %|um \d|wurden|hatten|waren|diesem|hiermit|rückwirkend|zu Unrecht|in Höhe|(?<!\p{L})(?:laut|gemäß) |teilten|gaben|(?<!\p{L})(?:nach|mit) (?:unsere|dem |de[nr] |Ihre|Bescheid|Gutachten|Urteil)|(?:gestellt|angegeben|erhalten|verurteilt|bewilligt|abgelehnt|gewährt|gekürzt|gemindert|eingestellt|entzogen|aufgehoben|festgestellt|gelöscht|ausgesprochen|verschickt|überwiesen|ausgezahlt|angewiesen|vorgemerkt|übernommen|verrechnet)(?!\p{L})/u
const ADDRESS = 2.1

/** "Sie wurden wegen … verurteilt": what a notice tells its reader is about somebody; "Sie erhalten Rat bei …" is not. */
function toldTo(doc: Doc, word: number, { signs, asks }: Around): number {
  if (asks || (signs & ADDRESSED) === 0) return 0
  const sentence = sentenceAt(doc, word)
  return TOLD.test(sentence) && FIRMLY.test(sentence) && !OFFERS.test(sentence) ? ADDRESS : 0
}

const OFFERS = /(?<!\p{L})(?:können|möchten|sollten|müssen|dürfen|bitte|kostenlos|wenn|falls|sofern|sobald) |\?/iu
const FARTHEST = 40

function sentenceAt(doc: Doc, word: number): string {
  let first = word
  while (first > 0 && doc.sentence[first - 1] === doc.sentence[word] && word - first < FARTHEST) first--
  let last = word
  while (last + 1 < doc.count && doc.sentence[last + 1] === doc.sentence[word] && last - word < FARTHEST) last++
  return doc.text.slice(doc.start[first], (doc.end[last] ?? 0) + 1)
}

function nearby(
  doc: Doc,
  { whole, bySentence }: Sentences,
  word: number,
  person: number,
  before: number,
  after: number,
  done: boolean,
  stated: boolean,
): number {
  const note =
    person === 0 &&
    isShortNote(doc, word) &&
    ((bySentence[doc.sentence[word] ?? 0] ?? 0) & ~(STATING | POSSESSIVE)) === 0
  // "Der Beschäftigte berichtet … Wunsch: Wiedereingliederung"
  if (note && before & SOMEBODY && (before & GENERAL) === 0) return 1.7
  // "Sehr geehrte Frau Nolte, das Wohngeld wird eingestellt."
  // "Begutachtung wegen Epilepsie angeordnet. Betroffener: Kevin Stroh"
  if (person === 0 && stated && after & NAMED && before === 0) return 1.7
  if (before & (NAMED | SPECIFIC)) return note || (done && person === 0) ? 1.8 : 1
  if ((before | after) & (ANY_PERSON | THIRD)) return 0.7
  if (doc.text.length > SHORT_TEXT) return 0
  return whole & (NAMED | IDENTIFIED) ? 0.7 : 0
}

function isShortNote(doc: Doc, word: number): boolean {
  let first = word
  while (first > 0 && doc.sentence[first - 1] === doc.sentence[word] && word - first < SHORT_NOTE) first--
  let last = word
  while (last + 1 < doc.count && doc.sentence[last + 1] === doc.sentence[word] && last - first < SHORT_NOTE) last++
  return last - first < SHORT_NOTE
}

function against({ signs, asks, talkBefore, people, self }: Around, told: boolean): number {
  const named = (signs & (NAMED | IDENTIFIED)) !== 0
  const certain = named || (signs & SPECIFIC) !== 0
  let sum = 0
  if (signs & GENERAL) sum += named || self || told ? 0.3 : !talkBefore ? 0.6 : certain ? 0.8 : 1.2
  if (asks) sum += certain ? 0.5 : 1.5
  // "340 Menschen wurden geimpft, sagte Frau Conrad"
  if (people) sum += certain ? 1.2 : 1
  return sum
}
