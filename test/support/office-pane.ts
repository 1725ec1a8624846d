import type { BodyPiece, WordDocument } from '../../addin/office/document.js'
import { editsOf } from '../../addin/office/edits.js'
import { loadSurroundings } from '../../addin/office/load.js'
import type { Block, Content } from '../../addin/office/preview/content.js'
import { openPreviewDocument } from '../../addin/office/preview/open.js'
import { rangeOf, type Span } from '../../addin/office/preview/spots.js'

/** What a test of the documents has in its page: the port by name, and a page to look at. */
export type Pane = typeof pane

let document: WordDocument | undefined
const opened = (): WordDocument => {
  if (!document) throw new Error('no document opened')
  return document
}

const pane = {
  start: async (options: { officeJs?: string; patience?: number } = {}) => {
    const found = await loadSurroundings(options)
    if (found.kind === 'word') document = found.document
    return found.kind === 'word' ? 'word' : found.because
  },
  preview: (content: Content, selected: Span | undefined, readOnly: boolean) => {
    const root = window.document.getElementById('paper')
    if (!root) throw new Error('no page')
    document = openPreviewDocument(root, content, readOnly)
    if (selected) pane.mark(selected)
  },
  mark: (span: Span) => {
    const body = window.document.querySelector<HTMLElement>('.paper-body')
    const { startContainer, startOffset, endContainer, endOffset } = rangeOf(body as HTMLElement, span)
    window.document.getSelection()?.setBaseAndExtent(startContainer, startOffset, endContainer, endOffset)
  },
  capabilities: () => opened().capabilities,
  /** Typed where it is called (`office-hosted.ts`). */
  call: (name: string, given: readonly unknown[]): unknown =>
    (opened() as unknown as Record<string, (...all: readonly unknown[]) => unknown>)[name]?.(...given),
  readBody: async (): Promise<BodyPiece[]> => {
    const pieces: BodyPiece[] = []
    for await (const piece of opened().readBody()) pieces.push(piece)
    return pieces
  },
  blocks: (): Block[] => pageBlocks(),
  editsOf,
}

/** The page as a browser has it, read without the code under test. */
function pageBlocks(): Block[] {
  const inside = (node: Element, name: string) => node.closest(`.paper-body ${name}`) !== null
  return Array.from(window.document.querySelectorAll('.paper-body > *'), element => {
    const pieces: Block['pieces'][number][] = []
    const walker = window.document.createTreeWalker(element, NodeFilter.SHOW_ALL)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const around = node.parentElement
      if (!around) continue
      const frames: string[] = []
      for (let each: Element | null = around; each; each = each.parentElement) {
        const tag = each.getAttribute('data-tag')
        if (tag) frames.unshift(tag)
      }
      if (node instanceof HTMLElement && node.dataset.note !== undefined) {
        pieces.push({ kind: 'note', text: node.dataset.note, frames })
      } else if (node instanceof Text) {
        const state = inside(around, 'ins') ? 'inserted' : inside(around, 'del') ? 'deleted' : 'plain'
        pieces.push({ kind: 'words', text: node.data, state, frames })
      }
    }
    return { pieces, cell: element.classList.contains('cell') }
  })
}

Object.assign(window, { pane })
