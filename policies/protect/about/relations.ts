import { type Doc, foldedAt, hasFlag, isCapital, wordAt } from '../text/document.js'
import { PEOPLE as PEOPLE_WORD, RELATION } from '../text/flags.js'
import { ADDRESSED, ANYBODY, PEOPLE, SOMEBODY, SPECIFIC } from './signs.js'

const POSSESSIVE = /^(?:(?:mein|dein|sein|unser|ihr|eur)(?:e[nmrs]?)?|euer|my|your|his|her|our|their)$/
const EVERYBODY =
  /^(?:jede[nmrs]?|alle[nmrs]?|kein(?:e[nmrs]?)?|welche[nmrs]?|manche[nmrs]?|viele[nr]?|beide[nr]?|any|every|no)$/
const ARTICLE_OF_ANYBODY = /^(?:als|deren|dessen|ein(?:e[nmrs]?)?|irgendein(?:e[nmrs]?)?|an?)$/
/** "dem Beschäftigten", "einer Auszubildenden": the same form as the plural, but one. */
const ONE = /^(?:dem|des|eine[mrs])$/
const DEFINITE =
  /^(?:der|die|das|dem|den|des|diese[mnrs]?|zu[mr]|vom|beim|im|am|als|ist|war|sei|bin|wird|wurde|the|this|a)$/
const PLURAL_VERB = /^(?:sind|haben|mussen|konnen|durfen|sollen|werden|erhalten|wurden|hatten|waren|legen|are|have)$/
/** "die Mieter", "die Kollegen" are many; "die Mutter" is one. */
const MANY = /(?:en|(?<!mutt|tocht|schwest)er)$/

const startsSentence = (doc: Doc, word: number): boolean => word === 0 || doc.sentence[word - 1] !== doc.sentence[word]

export const isPossessive = (doc: Doc, word: number): boolean => POSSESSIVE.test(foldedAt(doc, word))

/** How certainly a word like "Kollegin", "Kind", "Frau" means one human being: by its article and its verb. */
export function relationSign(doc: Doc, word: number, flags: number): number {
  const determiner = determinerOf(doc, word)
  if (POSSESSIVE.test(foldedAt(doc, determiner))) return ownSign(doc, determiner)
  const text = foldedAt(doc, word)
  const article = foldedAt(doc, determiner)
  // Of "Mann" the endings make the "man" of everybody.
  if (flags & PEOPLE_WORD && text !== 'mann') {
    // "der Vater der Kinder" is one human being.
    if (article === 'der' && hasFlag(doc, determiner - 1, RELATION)) return 0
    if (/^beiden?$/.test(article)) return SOMEBODY
    // "Die Eltern" of a case are no people in general, nor is it said whose.
    if (article === 'die' && text === 'eltern') return 0
    return text.endsWith('en') && ONE.test(article) ? SOMEBODY : PEOPLE
  }
  // "Täter-Opfer-Ausgleich", "junge Familien": no human being at all.
  if (isAdjective(doc, word, text) || doc.text.charAt(doc.end[word] ?? 0) === '-') return 0
  if (flags & RELATION && (text.endsWith('innen') || isPaired(doc, word))) return PEOPLE
  if (/^(?:deren|dessen)$/.test(article) && hasFlag(doc, determiner - 1, PEOPLE_WORD)) return PEOPLE
  if (EVERYBODY.test(article) || PLURAL_VERB.test(foldedAt(doc, word + 1))) return PEOPLE
  if (startsSentence(doc, word) && doc.text.startsWith(', die ', doc.end[word])) return PEOPLE
  if (flags & RELATION && article === 'die' && MANY.test(text)) return PEOPLE
  if (flags & RELATION && /^(?:fur|von|an|durch|ohne)$/.test(article)) return PEOPLE
  if (article === 'eines' || isMany(doc, determiner, text)) return 0
  if (ARTICLE_OF_ANYBODY.test(article)) return ANYBODY
  return flags & RELATION && MANY.test(text) && isAmidSentence(doc, word, determiner) ? PEOPLE : SOMEBODY
}

/** "begleitet Jugendliche": a noun made of an adjective without an article means several. */
const isMany = (doc: Doc, determiner: number, text: string): boolean =>
  /(?:lich|igt|oren|roffen|stellt|dend|chend|agt|teilt|entlassen)e$/.test(text) &&
  determiner >= 0 &&
  !isCapital(doc, determiner) &&
  !/^(?:die|eine|diese|jene|als)$|^\d/.test(foldedAt(doc, determiner))

/** "…, dass Mieter …": no article, and not the beginning of a note. */
const isAmidSentence = (doc: Doc, word: number, determiner: number): boolean =>
  determiner === word - 1 &&
  doc.text.charAt((doc.start[word] ?? 0) - 1) === ' ' &&
  /^[a-zäöü]/.test(wordAt(doc, word - 1)) &&
  !DEFINITE.test(foldedAt(doc, word - 1)) &&
  !/^(?:und|oder|aber)$/.test(foldedAt(doc, word - 1)) &&
  !startsSentence(doc, word)

/** "Helferinnen und Helfer", "die Antragstellerin oder der Antragsteller". */
const PAIR = /(?:innen (?:und|oder)|in oder d(?:er|ie|en|em|es)) $/
const isPaired = (doc: Doc, word: number): boolean =>
  PAIR.test(doc.text.slice(Math.max(0, (doc.start[word] ?? 0) - 14), doc.start[word]))

/** "Ihr Kind" in a letter may mean any reader's child. */
const ownSign = (doc: Doc, possessive: number): number =>
  /^Ihr/.test(wordAt(doc, possessive)) ? ADDRESSED | SOMEBODY : SPECIFIC

/** The word before the noun, or the one before its adjective; a noun in between belongs to something else. */
function determinerOf(doc: Doc, word: number): number {
  // "Mein Ex-Mann" begins before its hyphen.
  const before = doc.text.charAt((doc.start[word] ?? 0) - 1) === '-' ? word - 2 : word - 1
  if (before < 1 || isCapital(doc, before) || doc.sentence[before - 1] !== doc.sentence[word]) return before
  const text = foldedAt(doc, before)
  const isArticle = POSSESSIVE.test(text) || EVERYBODY.test(text) || ARTICLE_OF_ANYBODY.test(text)
  // "meine zwei Kinder"
  if (/^(?:zwei|drei|vier|funf|beiden?)$/.test(text) && POSSESSIVE.test(foldedAt(doc, before - 1))) return before - 1
  return /(?:e|en|er|es|em)$/.test(text) && text.length > 3 && !isArticle && !DEFINITE.test(text) ? before - 1 : before
}

/** "junge Familien", "Junge Union". */
const isAdjective = (doc: Doc, word: number, text: string): boolean =>
  /^jungen?$/.test(text) && (!isCapital(doc, word) || (word + 1 < doc.count && isCapital(doc, word + 1)))
