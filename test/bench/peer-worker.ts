// Runs one of the tools to compare with in a thread of its own, because a text can stall it and a thread can be ended.
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { packageRoot } from '../../bot/paths.js'

export type PeerName = 'openredaction' | 'redact-pii' | '@redactpii/node'
export type Span = { readonly start: number; readonly end: number; readonly type: string }
/** `where`: the places are wanted, not only the time. */
export type Question = { readonly text: string; readonly where: boolean }
export type Answer = { readonly ms: number; readonly spans: readonly Span[] }

type Redactor = { redact: (text: string) => string }
type Detector = { detect: (text: string) => Promise<{ detections: { type: string; position: [number, number] }[] }> }
type Packages = {
  readonly openredaction: { OpenRedaction: new () => Detector }
  readonly 'redact-pii': { SyncRedactor: new (options: object) => Redactor }
  readonly '@redactpii/node': { Redactor: new (options: object) => Redactor }
}

const PLACE = '\u0001'
const load = createRequire(join(packageRoot(), 'test/bench/peers/package.json'))

/** Where a redacted text differs: what stands between the kept parts. */
function spansOf(text: string, redacted: string): Span[] {
  const kept = redacted.split(PLACE)
  if (kept.length === 1) return []
  const pattern = kept.map(part => part.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('([\\s\\S]+?)')
  const match = new RegExp(`^${pattern}$`, 'd').exec(text)
  return (match?.indices?.slice(1) ?? []).flatMap(place =>
    place ? [{ start: place[0], end: place[1], type: 'ANY' }] : [],
  )
}

/** The time is the tool's alone; to find out where a redacted text differs is our affair. */
function toolFor(name: PeerName): (question: Question) => Promise<Answer> {
  if (name === 'openredaction') {
    const { OpenRedaction } = load(name) as Packages['openredaction']
    const tool = new OpenRedaction()
    return async ({ text }) => {
      const start = performance.now()
      const { detections } = await tool.detect(text)
      const ms = performance.now() - start
      return { ms, spans: detections.map(({ type, position: [from, to] }) => ({ start: from, end: to, type })) }
    }
  }
  const tool = redactorFor(name)
  return async ({ text, where }) => {
    const start = performance.now()
    const redacted = tool.redact(text)
    const ms = performance.now() - start
    return { ms, spans: where ? spansOf(text, redacted) : [] }
  }
}

function redactorFor(name: 'redact-pii' | '@redactpii/node'): Redactor {
  if (name === 'redact-pii')
    return new (load(name) as Packages['redact-pii']).SyncRedactor({ globalReplaceWith: PLACE })
  return new (load(name) as Packages['@redactpii/node']).Redactor({ globalReplaceWith: PLACE })
}

if (parentPort) {
  const port = parentPort
  const run = toolFor(workerData as PeerName)
  port.on('message', (question: Question) => {
    run(question).then(
      answer => port.postMessage(answer),
      () => port.postMessage(undefined),
    )
  })
}
