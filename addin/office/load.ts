/// <reference types="office-js" />
import type { WordDocument } from './document.js'
import { LEAST_WORD, supports } from './word/capabilities.js'
import { openOfficeJsDocument } from './word/open.js'

/** Where the pane is: in Word, or by itself with a page to write in, and why. */
export type Surroundings =
  | { readonly kind: 'word'; readonly document: WordDocument }
  | { readonly kind: 'preview'; readonly because: 'no-word' | 'cdn-blocked' | 'too-old' }

/** Microsoft asks that Office.js come from here; a house whose network does not allow it names its own address. */
export const OFFICE_JS = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js'

/** A firewall that drops packets answers neither yes nor no; longer than this nobody should look at an empty pane. */
const PATIENCE = 3_500

/**
 * Without an Office around nothing is asked of anybody. With one, Office.js is loaded beside the page (a blocking script
 * would leave the pane empty), and whatever comes of it, the outcome is something that can be shown.
 */
export async function loadSurroundings(
  { officeJs = OFFICE_JS, patience = PATIENCE } = {},
  window: Window = globalThis.window,
): Promise<Surroundings> {
  if (!hasHost(window)) return { kind: 'preview', because: 'no-word' }
  const host = await within(patience, hostOf(officeJs, window))
  if (!host) return { kind: 'preview', because: 'cdn-blocked' }
  if (host !== 'Word') return { kind: 'preview', because: 'no-word' }
  if (!supports(LEAST_WORD)) return { kind: 'preview', because: 'too-old' }
  return { kind: 'word', document: openOfficeJsDocument() }
}

/**
 * The places where Office.js itself looks for its host. Outside of one it would load, find nothing, and report to
 * Microsoft's telemetry all the same.
 */
export function hasHost(window: HostWindow): boolean {
  return (
    new URLSearchParams(window.location.search).has('_host_Info') ||
    window.name.includes('"hostInfo"') ||
    storedHost(window) ||
    (typeof window.external === 'object' && window.external !== null && 'GetHostInfo' in window.external)
  )
}

type HostWindow = Pick<Window, 'location' | 'name' | 'sessionStorage'> & { readonly external?: unknown }

/** A browser that allows no storage throws on the very name. */
function storedHost(window: HostWindow): boolean {
  try {
    return window.sessionStorage.getItem('hostInfoValue') !== null
  } catch {
    return false
  }
}

async function hostOf(address: string, window: Window): Promise<string> {
  if (typeof Office === 'undefined') await loadScript(address, window)
  const { host } = await Office.onReady()
  return host ? String(host) : 'none'
}

/** Office.js puts null in the place of the functions that write the history; the pane's router needs them. */
export function loadScript(address: string, { document, history }: Window): Promise<void> {
  const { pushState, replaceState } = history
  return new Promise((loaded, blocked) => {
    const script = document.createElement('script')
    script.src = address
    // Also when it comes after the patience has ended.
    script.onload = () => {
      Object.assign(history, { pushState, replaceState })
      loaded()
    }
    script.onerror = () => blocked(new Error('blocked'))
    document.head.append(script)
  })
}

/** Undefined if it fails or takes too long. */
async function within<Value>(time: number, work: Promise<Value>): Promise<Value | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<undefined>(done => {
    timer = setTimeout(() => done(undefined), time)
  })
  try {
    return await Promise.race([work, late])
  } catch {
    return undefined
  } finally {
    clearTimeout(timer)
  }
}
