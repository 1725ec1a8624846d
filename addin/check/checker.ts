import { AT_ONCE, type Checked, type FromWorker, type ListFiles, type ToWorker } from './messages.js'

/** If the worker is silent for so long it is taken for broken, and the text is held. */
const SILENCE = 15_000

type Progress = (done: number) => void

export type Checker = {
  /** Rejects if the check could not be made: then the text must be held. A newer long text leaves an older one unanswered. */
  readonly check: (text: string, progress: Progress) => Promise<Checked>
  readonly close: () => void
}

type Heard = FromWorker | { readonly type: 'broken' }
type Waiting = { readonly hear: (message: Heard) => void; readonly forget: () => void }

/** The engine in this browser. Its worker starts at once, because nothing may be fetched after a text was entered. */
export function createChecker(files: ListFiles): Checker {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'check' })
  const waiting = new Map<number, Waiting>()
  let broken = false
  let job = 0
  let long = 0
  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => waiting.get(data.job)?.hear(data))
  for (const failure of ['error', 'messageerror']) {
    worker.addEventListener(failure, () => {
      broken = true
      for (const { hear } of waiting.values()) hear({ type: 'broken' })
    })
  }
  send({ type: 'lists', lists: files })
  return { check, close: () => worker.terminate() }

  function send(message: ToWorker): void {
    worker.postMessage(message)
  }

  function check(text: string, progress: Progress): Promise<Checked> {
    const mine = ++job
    if (text.length > AT_ONCE) {
      waiting.get(long)?.forget()
      long = mine
    }
    return new Promise((done, failed) => {
      const fail = (): void => {
        forget()
        failed(new Error('the check failed'))
      }
      let patience = setTimeout(fail, SILENCE)
      const forget = (): void => {
        clearTimeout(patience)
        waiting.delete(mine)
      }
      if (broken) return fail()
      const hear = (message: Heard): void => {
        if (message.type === 'progress') {
          clearTimeout(patience)
          patience = setTimeout(fail, SILENCE)
          progress(message.done)
        } else if (message.type === 'result') {
          forget()
          done({ text, findings: message.findings, uncovered: message.uncovered })
        } else fail()
      }
      waiting.set(mine, { hear, forget })
      send({ type: 'check', job: mine, text })
    })
  }
}
