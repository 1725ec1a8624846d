import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Browser, BrowserContext, Frame } from 'playwright-core'
import { z } from 'zod'
import { OFFICE_JS } from '../../addin/office/load.js'
import type { Word } from './office-word.js'

export const PANE = 'https://kompass.musterstadt.example'
export const LIBRARY = dirname(createRequire(import.meta.url).resolve('@microsoft/office-js/dist/office.js'))

/** How a network meets the address of Office.js. */
export type Network = 'open' | 'refused' | 'silent' | 'first only' | 'slow'

type Answering = Pick<Word, 'set' | 'readOnly' | 'answer'>

/** What Office.js tells the window around it. */
const Message = z.object({
  _messageType: z.literal(0),
  _actionName: z.string(),
  _conversationId: z.string(),
  _correlationId: z.number(),
  _data: z.unknown(),
})
const Execute = z.object({ ArrayData: z.array(z.unknown()) })

/** Pages of the pane and the library, without any network: `asked` lists what else, and what of Microsoft, was asked for. */
export async function servePane(context: BrowserContext, script: string, network: Network): Promise<string[]> {
  const asked: string[] = []
  await context.route('**/*', async route => {
    const address = new URL(route.request().url())
    if (address.origin === PANE) {
      const body =
        address.pathname === '/word'
          ? HOST
          : `<!doctype html><meta charset="utf-8"><title>Pane</title><script>${script}</script><main id="paper"></main>`
      return route.fulfill({ contentType: 'text/html', body })
    }
    asked.push(address.href)
    if (address.origin !== new URL(OFFICE_JS).origin || network === 'refused') return route.abort()
    if (network === 'silent' || (network === 'first only' && address.href !== OFFICE_JS)) return
    if (network === 'slow') await new Promise(done => setTimeout(done, 500))
    const file = join(LIBRARY, address.pathname.replace('/lib/1/hosted/', ''))
    return route.fulfill({ contentType: 'text/javascript', body: await readFile(file) })
  })
  return asked
}

/** The window of Word: it passes on what Office.js says, and its answers. What an earlier window has kept is gone. */
export const HOST = `<!doctype html><title>Word</title><script>
sessionStorage.clear()
addEventListener('message', async ({ data, source }) => {
  const answer = await window.answerOffice(data)
  if (answer) source.postMessage(answer, '*')
})
addEventListener('DOMContentLoaded', () => {
  const host = '_xdm_Info=conv1|app1|' + encodeURIComponent(location.href) + '&_serializer_version=1'
  for (const number of [1, 2].slice(0, Number(new URLSearchParams(location.search).get('panes')))) {
    const frame = document.createElement('iframe')
    frame.src = '/pane?_host_Info=' + new URLSearchParams(location.search).get('host') + '$Web$16.01$de-DE$$$$0#&' + host
    frame.style = 'width: 600px; height: 600px'
    document.body.append(frame)
  }
})
</script><body></body>`

export type WordWindow = {
  readonly asked: readonly string[]
  /**
   * Panes with the real Office.js in front of this Word. Those that stand there already stay where the new Word is of the same
   * kind: to load Office.js takes ten times as long as a test. Whoever calls opens a document of their own in them.
   */
  readonly show: (word: Word, wishes?: { readonly host?: string; readonly panes?: number }) => Promise<readonly Frame[]>
}

/** A window for small Words in memory, one after the other. */
export async function openWordWindow(browser: Browser, script: string, network: Network = 'open'): Promise<WordWindow> {
  const context = await browser.newContext()
  const asked = await servePane(context, script, network)
  const page = await context.newPage()
  const words: Word[] = []
  let standing = ''
  await page.exposeFunction('answerOffice', (data: unknown) => {
    const word = words.at(-1)
    return word && answerOffice(data, { ...word, answer: batch => (holderOf(batch, words) ?? word).answer(batch) })
  })
  return {
    asked,
    show: async (word, { host = 'Word', panes = 1 } = {}) => {
      words.push(word)
      const wanted = JSON.stringify([host, panes, word.set, word.readOnly])
      if (standing !== wanted) await page.goto(`${PANE}/word?host=${host}&panes=${panes}`)
      standing = wanted
      return page.frames().filter(frame => frame !== page.mainFrame())
    },
  }
}

/** Office.js lets go of what it held only after its work is done; whoever gave it is to be told, not who came after them. */
const holderOf = (batch: string, words: readonly Word[]): Word | undefined => {
  const references = Array.from(batch.matchAll(/"(r\d{1,9})"/g), ([, reference = '']) => reference)
  return words.findLast(word => references.some(word.holds))
}

export function answerOffice(data: unknown, word: Answering): string | undefined {
  const message = parsed(data)
  const answer = message && answerTo(message, word)
  if (!message || answer === undefined) return undefined
  const { _actionName, _conversationId, _correlationId } = message
  return JSON.stringify({
    _messageType: 1,
    _actionName,
    _conversationId,
    _correlationId,
    _errorCode: 0,
    _responseType: 0,
    _data: answer,
  })
}

function parsed(data: unknown): z.infer<typeof Message> | undefined {
  try {
    return Message.safeParse(JSON.parse(String(data))).data
  } catch {
    return undefined
  }
}

function answerTo({ _actionName, _data }: z.infer<typeof Message>, word: Answering): unknown {
  if (_actionName === 'ContextActivationManager_getAppContextAsync') return appContext(word)
  if (_actionName !== 'executeMethod') return undefined
  const batch = String(Execute.parse(_data).ArrayData[4])
  return { Version: 1, Error: 0, Data: [200, [], word.answer(batch)] }
}

const appContext = ({ set, readOnly }: Answering) => ({
  _id: '1',
  _appName: 32,
  _appVersion: '16.0',
  _appUILocale: 'de-DE',
  _dataLocale: 'de-DE',
  _docUrl: 'Bescheid.docx',
  _clientMode: readOnly ? 0 : 1,
  _settings: {},
  _reason: 'Inserted',
  _requirementMatrix: JSON.stringify({ WordApi: set, RichApiRuntime: 1.2 }),
})
