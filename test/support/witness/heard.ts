import type { Exchange } from './exchange.js'

/**
 * Fields, by the path they are sent to, that the service may keep (docs/datenschutz.md, the table of what is stored), so they
 * are not sought. Every other field is: also one nobody has thought of yet.
 */
const KEPT_ON_PURPOSE: Readonly<Record<string, ReadonlySet<string>>> = {
  // Who talks to whom, where and when: needed to answer, and to write to a person later.
  '/api/messages': new Set([
    'type',
    'id',
    'replyToId',
    'timestamp',
    'localTimestamp',
    'localTimezone',
    'locale',
    'channelId',
    'channelData',
    'serviceUrl',
    'from',
    'recipient',
    'conversation',
    'membersAdded',
    'membersRemoved',
    'relatesTo',
  ]),
  // The KI-Team enters a training of elsewhere, so that it is kept as a proof.
  '/api/proofs': new Set(['person', 'name', 'provider', 'day']),
}

/** Where the pieces of an answer stand in what models and our own streams send. */
const SAID: ReadonlySet<string> = new Set(['content', 'text', 'arguments', 'reasoning', 'reasoning_content', 'refusal'])

/** Every text (and token) that went in with a request to the service, and every text a model answered, as it was sent. */
export function textsOf(exchanges: readonly Exchange[], isService: (exchange: Exchange) => boolean): string[] {
  const asked = exchanges.filter(isService).flatMap(textsAsked)
  return [...new Set([...asked, ...exchanges.flatMap(textsAnswered)])].filter(text => text.trim() !== '')
}

function textsAsked({ path, token, asked }: Exchange): string[] {
  const { searchParams, pathname } = new URL(path, 'http://service')
  return [token, ...searchParams.values(), ...ofBody(asked, KEPT_ON_PURPOSE[pathname])]
}

/** A body that cannot be read is a text as a whole: error messages like to quote it. So is a form, beside its fields. */
function ofBody(body: string, kept: ReadonlySet<string> = new Set()): string[] {
  const read = parsed(body)
  if (!read.ok) return [body, ...new URLSearchParams(body).values()]
  if (!isRecord(read.value)) return leavesOf(read.value)
  return leavesOf(Object.fromEntries(Object.entries(read.value).filter(([name]) => !kept.has(name))))
}

/** A model's answer comes whole, or as events with a few letters each, which only together are a text. */
function textsAnswered({ path, answered }: Exchange): string[] {
  if (!/\/(?:chat\/completions|api\/generate)$/.test(new URL(path, 'http://model').pathname)) return []
  const events = answered.split('\n').flatMap(line => (line.startsWith('data:') ? [parsed(line.slice(5))] : []))
  const said = (events.length > 0 ? events : [parsed(answered)]).map(one => (one.ok ? saidIn(one.value) : []))
  return events.length > 0 ? [said.flat().join('')] : said.flat()
}

function saidIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(saidIn)
  if (!isRecord(value)) return []
  return Object.entries(value).flatMap(([name, inner]) =>
    typeof inner === 'string' ? (SAID.has(name) ? [inner] : []) : saidIn(inner),
  )
}

/** Every string of a value, and every name of a field that is not simply a name. */
function leavesOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(leavesOf)
  if (!isRecord(value)) return []
  return Object.entries(value).flatMap(([name, inner]) => [...(NAME.test(name) ? [] : [name]), ...leavesOf(inner)])
}

const NAME = /^[A-Za-z_][\w.-]{0,39}$/

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function parsed(body: string): { readonly ok: true; readonly value: unknown } | { readonly ok: false } {
  try {
    return { ok: true, value: body.trim() === '' ? null : JSON.parse(body) }
  } catch {
    return { ok: false }
  }
}
