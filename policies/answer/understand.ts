import { type Language, languageOf } from '../language/language.js'
import { tokenise } from '../language/tokens.js'
import type { DataKind, Elsewhere, Purpose, SmallTalk } from '../pack/lexicon-schema.js'
import type { Tool } from '../pack/tool-schema.js'
import { isHarmless } from '../tools/matrix.js'
import type { Mention } from './mentions.js'
import type { PackIndex } from './pack-index.js'
import { qualified } from './qualify.js'
import type { Word } from './vocabulary.js'

/** The part of a question that decides the Ampel: what is to go into which tool, for what. */
export type Meant = {
  readonly tools: readonly Tool[]
  readonly data: readonly DataKind[]
  readonly purposes: readonly Purpose[]
  /** Names a person ("Frau Schneider"): shows personal data instead of only speaking of it. */
  readonly person: boolean
  /** Material is to go into a tool: a verb says so, a purpose needs it, or data stands beside a tool and nothing else. */
  readonly entering: boolean
  /** A verb says so ("hochladen"). */
  readonly expressly: boolean
  /** Tries to change the rules instead of asking. */
  readonly attempt: boolean
}

/** What a question is about, before any rule is looked at. */
export type Understood = Meant & {
  readonly language: Language
  readonly words: readonly Word[]
  /** The words that tell the subject: without the tool's name where a task or material is named besides. */
  readonly subject: readonly Word[]
  /** `strong`: surely about AI; `weak`: about a thing that may be AI; `none`. */
  readonly ai: 'strong' | 'weak' | 'none'
  readonly elsewhere: readonly Mention<Elsewhere>[]
  readonly smallTalk: SmallTalk | undefined
  /** Something has already been entered that should not have been. */
  readonly breach: boolean
  /** Opens like a sentence that leans on the one before ("Und wenn …"). */
  readonly leansOn: boolean
  /** Holds a word like "das" or "dafür" that may point back. */
  readonly pointsBack: boolean
}

const ASKS_PERMISSION = new Set(
  'darf durfen durfte kann konnen konnte soll sollte may can could should allowed would'.split(' '),
)
const HAS_DONE = new Set('hab habe haben hatte wurde ist have had just i ive'.split(' '))

export function understand(question: string, { vocabulary, find }: PackIndex): Understood {
  const tokens = tokenise(question)
  const words = vocabulary.expand(tokens)
  const named = find.tools(words)
  const tools = toolsOf(named)
  const strong = tools.length > 0 || find.strongAi(words).length > 0
  const data = qualified(find.data(words), words, find)
  const purposes = find.purposes(words).map(mention => mention.value)
  const ai = strong ? 'strong' : find.weakAi(words).length > 0 ? 'weak' : 'none'
  const expressly = find.entering(words).length > 0
  const task = purposes.length > 0 || data.length > 0
  return {
    language: languageOf(tokens),
    words,
    subject: task ? withoutNames(words, named) : words,
    tools,
    data,
    purposes,
    person: namesPerson(words),
    ai,
    expressly,
    entering: isEntering(expressly, purposes, ai),
    elsewhere: find.elsewhere(words),
    smallTalk: find.smallTalk.exact(tokens),
    attempt: find.attempts(words).length > 0,
    breach: isBreach(words, find, data),
    leansOn: find.openers(words),
    pointsBack: find.pronouns(words).length > 0,
  }
}

function isEntering(expressly: boolean, purposes: readonly Purpose[], ai: Understood['ai']): boolean {
  return expressly || purposes.some(purpose => purpose.enters) || (purposes.length === 0 && ai !== 'none')
}

const NAME_REACH = 4

/** A tool's name says little about what somebody wants to do with it, and its parts mislead ("mit Dienstkonto"). */
function withoutNames(words: readonly Word[], named: readonly Mention<Tool>[]): readonly Word[] {
  const rest = words.filter(
    (word, at) => !named.some(mention => Math.abs(mention.at - at) <= NAME_REACH && mention.stems.includes(word.stem)),
  )
  return rest.length > 0 ? rest : words
}

/** Asks how to replace names: then the names are what is not to go in. */
export const replacesNames = ({ purposes }: Pick<Meant, 'purposes'>): boolean =>
  purposes.some(purpose => purpose.id === 'anonymisieren')

/** Of two tools with the same everyday name the one named more exactly is meant. */
function toolsOf(mentions: readonly Mention<Tool>[]): Tool[] {
  const exactly = (tool: Tool, words: number): boolean =>
    mentions.some(
      other => other.words > words && (other.value.id === tool.same_name_as || other.value.same_name_as === tool.id),
    )
  return mentions.filter(({ value, words }) => !exactly(value, words)).map(mention => mention.value)
}

const TITLES = new Set('herr herrn frau familie eheleute mr mrs ms'.split(' '))
const NOT_A_NAME = new Set('doktor dr prof kollege kollegin burgermeister burgermeisterin'.split(' '))

function namesPerson(words: readonly Word[]): boolean {
  return words.some((word, at) => {
    const next = words[at + 1]
    return TITLES.has(word.folded) && next !== undefined && /^\p{Lu}/u.test(next.raw) && !NOT_A_NAME.has(next.folded)
  })
}

/** "Ich habe gerade … eingefügt" is a breach; "Darf ich … einfügen?" and "habe ich hochgeladen, wem gehört es?" are not. */
function isBreach(words: readonly Word[], find: PackIndex['find'], data: readonly DataKind[]): boolean {
  const first = words.slice(0, 3)
  if (first.some(word => ASKS_PERMISSION.has(word.folded))) return false
  const done = find.deeds(words).length > 0 && words.some(word => HAS_DONE.has(word.folded))
  if (!done) return false
  return find.signals(words).length > 0 || data.some(kind => !isHarmless(kind.class))
}
