import type { Doc } from '../text/document.js'
import {
  ADDRESSED,
  FIRST_PERSON,
  GENERAL_TALK,
  PEOPLE,
  QUESTION,
  RELATION,
  SALUTATION,
  THIRD_PERSON,
} from '../text/flags.js'
import { IDENTIFIED, NAMED, type Sentences } from './sentences.js'

const SHORT_TEXT = 600

/**
 * How much speaks for a word being about one particular person, from about −3 to 4: who is named in its sentence or
 * line, who was named before, who speaks; general talk, questions and plurals speak against it.
 */
export function evidenceAbout(doc: Doc, sentences: Sentences, word: number, personSeen: boolean): number {
  const sentence = doc.sentence[word] ?? 0
  const here = (sentences.bySentence[sentence] ?? 0) | (sentences.byLine[doc.line[word] ?? 0] ?? 0)
  const before = (sentences.bySentence[sentence - 1] ?? 0) | (sentences.bySentence[sentence - 2] ?? 0)
  const after = sentences.bySentence[sentence + 1] ?? 0
  return inSentence(here, before, personSeen) + nearby(doc, sentences, before | after) - generalTalk(here)
}

function inSentence(here: number, before: number, personSeen: boolean): number {
  if (here & NAMED) return 3
  if (here & IDENTIFIED) return 2.5
  if (here & RELATION || here & SALUTATION) return 2
  if (here & FIRST_PERSON) return 2
  if (here & THIRD_PERSON) return before & (NAMED | RELATION | IDENTIFIED) || personSeen ? 2 : 1.2
  return here & ADDRESSED ? 1 : 0
}

function nearby(doc: Doc, { whole }: Sentences, around: number): number {
  if (around & NAMED) return 1
  if (around & (IDENTIFIED | RELATION)) return 0.7
  if (doc.text.length > SHORT_TEXT) return 0
  return whole & (NAMED | IDENTIFIED) ? 0.7 : 0
}

function generalTalk(here: number): number {
  const named = (here & (NAMED | IDENTIFIED)) !== 0
  let against = 0
  if (here & GENERAL_TALK) against += named ? 0.3 : 1.5
  if (here & QUESTION) against += named ? 0.3 : 1.5
  if (here & PEOPLE) against += named ? 0 : 1
  return against
}
