// Renders cards the way a client does. Runs as CommonJS in a worker thread (see card-window.ts): jsdom needs Node's own
// module loader, which Jest replaces, and adaptivecards wants `document` to exist before it is loaded.
type JsDom = { JSDOM: new (html: string, options: object) => { window: Window & typeof globalThis } }

/** What a person would see of a card, and what their client would report back. */
export type Rendered = {
  /** The words shown before anything is pressed. */
  readonly shown: string
  /** The words that appear when a button unfolds something. */
  readonly unfolded: Readonly<Record<string, string>>
  /** What every Action.Execute hands back when it is pressed, in reading order. */
  readonly executed: readonly { readonly title: string; readonly verb: string; readonly data: unknown }[]
  readonly images: readonly string[]
  readonly warnings: readonly string[]
}

const { parentPort, workerData }: typeof import('node:worker_threads') = require('node:worker_threads')
const { JSDOM }: JsDom = require('jsdom')

const { window } = new JSDOM('<!doctype html><body></body>', { pretendToBeVisual: true })
const { document, HTMLElement, HTMLButtonElement } = window
Object.assign(globalThis, { window, document, HTMLElement, HTMLButtonElement })
// jsdom has no layout and therefore no innerText, which adaptivecards uses for the words on buttons.
Object.defineProperty(HTMLElement.prototype, 'innerText', {
  set(this: HTMLElement, text: string) {
    this.textContent = text
  },
})

const library: typeof import('adaptivecards') = require('adaptivecards/dist/adaptivecards.js')

const escapeHtml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
library.AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = escapeHtml(text)
  result.didProcess = true
}

/** The library checks `lang` with a global pattern, which remembers where it stopped and so fails for every second card. */
function forgetLastLanguage(): void {
  const { regEx } = library.CardElement.langProperty
  if (regEx) regEx.lastIndex = 0
}

function render(json: object): Rendered {
  const warnings: string[] = []
  console.warn = (...words: unknown[]) => void warnings.push(words.join(' '))
  console.error = console.warn
  forgetLastLanguage()
  const context = new library.SerializationContext()
  const card = new library.AdaptiveCard()
  card.hostConfig = new library.HostConfig({ actions: { maxActions: workerData.mostActions } })
  card.parse(json, context)
  for (let at = 0; at < context.eventCount; at++) warnings.push(context.getEventAt(at).message)
  warnings.push(...card.validateProperties().validationEvents.map(event => event.message))
  const executed: Rendered['executed'][number][] = []
  card.onExecuteAction = action => {
    if (action instanceof library.ExecuteAction)
      executed.push({ title: action.title ?? '', verb: action.verb, data: action.data })
  }
  const page = card.render()
  if (!page) return { shown: '', unfolded: {}, executed, images: [], warnings: [...warnings, 'nothing was rendered'] }
  document.body.replaceChildren(page)
  const shown = visibleText(page)
  return {
    shown,
    unfolded: pressAll(page),
    executed,
    images: [...page.querySelectorAll('img')].map(image => image.alt),
    warnings,
  }
}

/** Presses each button; where that makes words appear, presses again so that the next starts from the card as it was. */
function pressAll(page: HTMLElement): Record<string, string> {
  const unfolded: Record<string, string> = {}
  for (const button of page.querySelectorAll('button')) {
    const before = visibleText(page)
    button.click()
    const after = visibleText(page)
    if (after === before) continue
    unfolded[button.textContent ?? ''] = after
    button.click()
  }
  return unfolded
}

/** Reads the attribute, not `style`: parsing every element's style would take seconds. */
function visibleText(node: Element): string {
  if (/display:\s*none/.test(node.getAttribute('style') ?? '')) return ''
  const parts = [...node.childNodes].map(child =>
    child.nodeType === child.TEXT_NODE ? child.nodeValue : visibleText(child as Element),
  )
  return parts.join('')
}

parentPort?.postMessage(workerData.cards.map(render))
