import type { Content } from './content.js'

/** The sheet around the editable page: headers above, notes and footers below. */
export type Paper = {
  readonly body: HTMLElement
  /** Lists the notes of the body below it. What was refused before is no news any more. */
  readonly showNotes: () => void
  readonly showRefused: () => void
  /** Scrolls to a frame and selects what is in it. */
  readonly select: (tag: string) => void
}

export function openPaper(root: HTMLElement, { headers, footers }: Content): Paper {
  const body = document.createElement('div')
  body.className = 'paper-body'
  const notes = document.createElement('ol')
  notes.className = 'paper-notes'
  const said = element('p', '')
  said.className = 'paper-said'
  said.setAttribute('role', 'status')
  root.replaceChildren(lines('header', headers), body, said, notes, lines('footer', footers))
  return {
    body,
    showNotes: () => {
      said.textContent = ''
      const texts = Array.from(body.querySelectorAll<HTMLElement>('[data-note]'), note => note.dataset.note ?? '')
      notes.hidden = texts.length === 0
      notes.replaceChildren(...texts.map(text => element('li', text)))
    },
    showRefused: () => {
      said.textContent = ONLY_TEXT
    },
    select: tag => {
      const frames = Array.from(body.querySelectorAll<HTMLElement>('[data-tag]')).filter(
        ({ dataset }) => dataset.tag === tag,
      )
      const [first, last] = [frames[0], frames.at(-1)]
      if (!first || !last) return
      first.scrollIntoView({ block: 'center' })
      body.focus({ preventScroll: true })
      document.getSelection()?.setBaseAndExtent(first, 0, last, last.childNodes.length)
    },
  }
}

/** Like everything on the page in German. */
const ONLY_TEXT = 'Auf diese Seite passt nur Text. Bilder und Dateien fügen Sie später in Word ein.'

function lines(name: 'header' | 'footer', texts: readonly string[]): HTMLElement {
  const part = document.createElement(name)
  part.hidden = texts.length === 0
  part.append(...texts.map(text => element('p', text)))
  return part
}

function element(name: string, text: string): HTMLElement {
  const made = document.createElement(name)
  made.textContent = text
  return made
}
