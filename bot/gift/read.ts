import type { Day } from '../../policies/pack/terms.js'
import { type Drafted, idFrom, type QuestionDraft, reader, refused } from './draft.js'
import { choiceDraft, trueFalseDraft } from './draft-choice.js'
import { matchDraft } from './draft-match.js'
import { MOST_BYTES, MOST_QUESTIONS, TOO_BIG, TOO_MANY } from './limits.js'
import { type GIFTQuestion, parsePiece } from './parse.js'
import { type Piece, pieces } from './split.js'
import { type Tags, tagsRead } from './tags.js'

/** What became of one question of the file; `id` is the one it has in the pack. */
export type Entry = {
  readonly at: string
  readonly id?: string
  /** The id the file gives it, as far as it does. */
  readonly given?: string
  readonly taken: boolean
  readonly problem?: string
}
export type Imported = { readonly questions: readonly QuestionDraft[]; readonly report: readonly Entry[] }
type Into = { readonly module: string; readonly today: Day }

/** The questions of a GIFT text as drafts for a module, and what became of each; a broken one never costs another. */
export function fromGift(text: string, into: Into): Imported {
  if (text.length > MOST_BYTES) return nothing(TOO_BIG)
  const found = pieces(text)
  if (found.length > MOST_QUESTIONS) return nothing(TOO_MANY)
  if (found.length === 0) return nothing(NONE)
  const questions: QuestionDraft[] = []
  const report: Entry[] = []
  const ids = new Set<string>()
  for (const piece of found) {
    const { at, given, drafted } = one(piece, into, ids)
    if (!drafted.ok) {
      report.push({ at, taken: false, problem: drafted.problem })
      continue
    }
    const { draft, notes } = drafted
    ids.add(draft.id)
    questions.push(draft)
    report.push({
      at,
      id: draft.id,
      ...(given === undefined ? {} : { given }),
      taken: true,
      ...(notes.length > 0 ? { problem: notes.join(' ') } : {}),
    })
  }
  return { questions, report }
}

const nothing = (problem: string): Imported => ({ questions: [], report: [{ at: 'Datei', taken: false, problem }] })

type One = { readonly at: string; readonly given?: string | undefined; readonly drafted: Drafted }

function one(piece: Piece, { module, today }: Into, ids: ReadonlySet<string>): One {
  const parsed = parsePiece(piece)
  const tags = tagsRead(piece.comments)
  const at = `Zeile ${piece.line}${parsed.title ? ` („${shown(parsed.title)}“)` : ''}`
  if (!parsed.ok) return { at, drafted: refused(parsed.problem) }
  const { question } = parsed
  if (question.type === 'Category') return { at, drafted: refused(DESCRIPTION) }
  const read = reader()
  const stem = read.paragraphs(question.stem)
  const id = freeId(module, tags, parsed.title || stem.join(' '), ids)
  if (id === undefined)
    return { at, drafted: refused(`Die Kennung „${shown(tags.id ?? '')}“ steht doppelt in der Datei.`) }
  if (stem.length === 0)
    return { at, drafted: refused('Der Fragetext fehlt (vielleicht nur ein Bild). Bitte ergänzen.') }
  return { at, given: tags.id, drafted: draftOf(question, { id, tags, today, stem, read }) }
}

function draftOf(question: GIFTQuestion, from: Parameters<typeof choiceDraft>[1]): Drafted {
  switch (question.type) {
    case 'MC':
      return question.hasEmbeddedAnswers ? refused(GAP) : choiceDraft(question, from)
    case 'TF':
      return question.hasEmbeddedAnswers ? refused(GAP) : trueFalseDraft(question, from)
    case 'Matching':
      return question.hasEmbeddedAnswers ? refused(GAP) : matchDraft(question, from)
    case 'Short':
      return refused(`Kurzantwort. ${REWRITE}`)
    case 'Numerical':
      return refused(`Zahlenfrage. ${REWRITE}`)
    case 'Essay':
      return refused(`Freitext. ${REWRITE}`)
    case 'Description':
    case 'Category':
      return refused(DESCRIPTION)
  }
}

const REWRITE =
  'Der Kurs fragt nur zum Auswählen, Zuordnen und Ordnen. Bitte als Auswahlfrage mit mindestens drei Antworten schreiben.'
const GAP = `Lückentext. ${REWRITE}`
const DESCRIPTION = 'Text ohne Antworten. Gehört er in die Lektion, tragen Sie ihn bitte dort ein.'
const NONE = 'In der Datei steht keine Frage. Bitte prüfen Sie, ob Sie in Moodle das Format GIFT gewählt haben.'

/** An id the person chose is kept or refused; one made from the title gets a number where it is taken. */
function freeId(module: string, tags: Tags, title: string, ids: ReadonlySet<string>): string | undefined {
  const id = idFrom(module, tags.id ?? title)
  if (!ids.has(id)) return id
  if (tags.id !== undefined) return undefined
  for (let next = 2; ; next++) if (!ids.has(`${id}-${next}`)) return `${id}-${next}`
}

const shown = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)} …` : text)
