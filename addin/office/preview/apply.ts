import { type Edit, failed, type Outcome, type Placed, type Wish } from '../document.js'
import { frameFor, frameOf, tagOf } from '../frames.js'
import { markingFor } from '../marking.js'
import { currentText, type Piece } from './content.js'
import { tagOfDraft } from './drafts.js'
import type { Page } from './page.js'
import { type Part, partsIn, type Span, standing } from './spots.js'
import { appliedTo } from './write.js'

/** The page is written in one go, so there is nothing half done to be taken up again. */
export function applyOn(page: Page, span: Span | undefined, edit: Edit, wish: Wish): Outcome<Placed> {
  const frame = frameFor(edit.author, edit.key)
  const { marked, keepFrame } = markingFor(edit.author, wish, true)
  const blocks = page.blocks()
  if (tagOfDraft(blocks, frame.id)) return { kind: 'done', marked, draft: frame.id, already: true }
  if (!span) return failed('gone')

  const parts = partsIn(blocks, span)
  const { foreign, own } = framesAround(parts)
  if (foreign) return failed('foreign')
  const draft = own ?? (keepFrame ? frame.id : undefined)
  const text = textOf(parts)
  if (text !== edit.before) {
    return text === edit.after ? { kind: 'done', marked, draft, already: true } : failed('changed')
  }
  const tag = keepFrame && !own ? tagOf(frame) : undefined
  const fresh = appliedTo(parts, edit.after, { tracked: marked === 'tracked', tag })
  if (!fresh) return failed('table')
  page.replace(span.from.block, parts.length, fresh)
  return { kind: 'done', marked, draft, already: false }
}

export const textOf = (parts: readonly Part[]): string =>
  standing(parts)
    .map(({ pieces }) => currentText(pieces))
    .join('\n')

/** Frames of others in or around the parts, and the draft they lie in. */
export function framesAround(parts: readonly Part[]): { foreign: boolean; own: string | undefined } {
  const selected = parts.flatMap(({ pieces }) => pieces)
  const pieces = selected.length > 0 ? selected : neighbours(parts[0])
  const around = pieces[0]?.frames.filter(tag => pieces.every(({ frames }) => frames.includes(tag))) ?? []
  const all = selected.length > 0 ? pieces.flatMap(({ frames }) => frames) : around
  const [own] = around.flatMap(tag => frameOf(tag) ?? [])
  return { foreign: all.some(tag => !frameOf(tag)), own: own?.id }
}

/** What stands on both sides of a cursor. */
const neighbours = (part: Part | undefined): Piece[] => {
  const [left, right] = [part?.before.at(-1), part?.behind[0]]
  return left && right ? [left, right] : []
}
