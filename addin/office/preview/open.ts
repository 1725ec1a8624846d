import { oneBreak } from '../breaks.js'
import {
  type Author,
  type Capabilities,
  failed,
  type Outcome,
  type Placed,
  type Selection,
  type Wish,
  type WordDocument,
} from '../document.js'
import { markingFor } from '../marking.js'
import type { Property } from '../markings.js'
import { MOST_CHARACTERS, vermerkProperties } from '../vermerk.js'
import { applyOn, framesAround, textOf } from './apply.js'
import { blocksOf, type Content, currentText } from './content.js'
import { listDraftsOn, tagOfDraft, takeOverOn } from './drafts.js'
import { insertOn } from './insert.js'
import { openPage, type Page } from './page.js'
import { openPaper } from './paper.js'
import { openPlaces, type Places } from './place.js'
import { markingsOf, readPieces } from './read.js'
import { partsIn, standing } from './spots.js'
import { openUnframed } from './unframed.js'

/** The document for those who look at the pane without Word: an editable page inside `root`, kept in memory only. */
export function openPreviewDocument(root: HTMLElement, content: Content, readOnly = false): WordDocument {
  const paper = openPaper(root, content)
  const page = openPage(paper.body, content.blocks, readOnly, { onEdit: paper.showNotes, onRefused: paper.showRefused })
  paper.showNotes()
  const places = openPlaces(page)
  const unframed = openUnframed(page)
  const properties = new Map(content.properties.map(({ name, value }) => [name, value]))
  const listed = (): Property[] => [...properties].map(([name, value]) => ({ name, value }))

  /** Refused on a page that is only to be read; the notes below follow what was written. */
  const writing = async <Found>(write: () => Outcome<Found>): Promise<Outcome<Found>> => {
    if (readOnly) return failed('read-only')
    const outcome = write()
    paper.showNotes()
    return outcome
  }

  return {
    capabilities: capabilitiesOf(readOnly),
    readSelection: async () => ({ kind: 'done', selection: selectionOn(page, places, readOnly) }),
    readBody: () => readPieces(content, page.blocks()),
    readMarkings: async () => ({ kind: 'done', markings: markingsOf(content, listed()) }),
    apply: (edit, wish) => {
      const plain = { ...edit, after: oneBreak(edit.after) }
      return writing(() => places.around(edit.place, span => applyOn(page, span, plain, wish)))
    },
    insert: (passage, where, wish) => {
      const plain = { ...passage, text: oneBreak(passage.text) }
      return writing(() => {
        const { key, text, author } = plain
        if (unframed.stands(key, text)) return { kind: 'done', ...placedBefore(author, wish) }
        const outcome = insertOn(page, plain, where, wish, places.selected())
        if (outcome.kind === 'failed') return outcome
        const { unframed: span, ...placed } = outcome
        if (span) unframed.hold(key, span)
        return placed
      })
    },
    listDrafts: async () => ({ kind: 'done', drafts: listDraftsOn(page.blocks()) }),
    takeOver: (draft, label) => writing(() => takeOverOn(page, draft, label)),
    addVermerk: (text, where) =>
      writing(() => {
        if (where === 'end') appendOnce(page, text)
        else for (const { name, value } of vermerkProperties(listed(), text)) properties.set(name, value)
        return { kind: 'done' }
      }),
    property: async name => ({ kind: 'done', value: properties.get(name) }),
    setProperty: (name, value) =>
      writing(() => {
        if (value === undefined) properties.delete(name)
        else if (value.length > MOST_CHARACTERS) return failed('unsupported')
        else properties.set(name, value)
        return { kind: 'done' }
      }),
    select: async draft => {
      const tag = tagOfDraft(page.blocks(), draft)
      if (tag === undefined) return failed('gone')
      paper.select(tag)
      return { kind: 'done' }
    },
  }
}

const placedBefore = (author: Author, wish: Wish): Placed => ({
  marked: markingFor(author, wish, true).marked,
  draft: undefined,
  already: true,
})

const capabilitiesOf = (readOnly: boolean): Capabilities => ({
  tracked: true,
  footnotes: true,
  comments: true,
  deletions: true,
  headers: true,
  readOnly,
  missing: [],
})

const START = { block: 0, at: 0 }

function selectionOn(page: Page, places: Places, readOnly: boolean): Selection {
  const span = places.selected() ?? { from: START, to: START }
  const parts = partsIn(page.blocks(), span)
  const { foreign, own } = framesAround(parts)
  return {
    place: places.hold(span),
    text: textOf(parts),
    paragraphs: standing(parts).map(({ pieces, cell }) => ({ text: currentText(pieces), inTable: cell })),
    change: readOnly ? 'read-only' : foreign ? 'foreign' : 'possible',
    draft: own,
  }
}

function appendOnce(page: Page, text: string): void {
  const blocks = page.blocks()
  if (currentText(blocks.at(-1)?.pieces ?? []) !== text) page.replace(blocks.length, 0, blocksOf(text))
}
