import { createEngine, readLists } from '../../policies/protect/index.js'
import type { Checked, FromWorker, ListFiles, ToWorker } from './messages.js'

/** Up to here a check is so quick that it runs at once; longer texts go to the worker. */
const AT_ONCE = 20_000
/** If the worker is silent for so long it is taken for broken, and the text is held. */
const SILENCE = 15_000

type Progress = (done: number) => void

export type Checker = {
  /** Rejects if the check could not be made: then the text must be held. A newer check leaves an older one unanswered. */
  readonly check: (text: string, progress: Progress) => Promise<Checked>
  readonly close: () => void
}

/** The engine in this browser. The worker starts at once, because nothing may be fetched after a text was entered. */
export function createChecker(files: ListFiles): Checker {
  const engine = createEngine(readLists(new Map(Object.entries(files))))
  const long = createLongChecker(files)
  return {
    close: long.close,
    check: async (text, progress) => {
      if (text.length > AT_ONCE) return long.check(text, progress)
      return { text, ...engine.check(text) }
    },
  }
}

function createLongChecker(files: ListFiles): Checker {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'check' })
  let broken = false
  let job = 0
  let current: ((message: FromWorker | 'broken') => void) | undefined
  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => current?.(data))
  for (const failure of ['error', 'messageerror']) {
    worker.addEventListener(failure, () => {
      broken = true
      current?.('broken')
    })
  }
  send({ type: 'lists', lists: files })
  return { check, close: () => worker.terminate() }

  function send(message: ToWorker): void {
    worker.postMessage(message)
  }

  function check(text: string, progress: Progress): Promise<Checked> {
    const mine = ++job
    return new Promise((done, failed) => {
      const fail = (): void => failed(new Error('the check failed'))
      if (broken) return fail()
      let patience = setTimeout(fail, SILENCE)
      current = message => {
        if (message !== 'broken' && message.job !== mine) return
        clearTimeout(patience)
        if (message === 'broken' || message.type === 'failed') fail()
        else if (message.type === 'result') done({ text, findings: message.findings, uncovered: message.uncovered })
        else {
          patience = setTimeout(fail, SILENCE)
          progress(message.done)
        }
      }
      send({ type: 'check', job: mine, text })
    })
  }
}
