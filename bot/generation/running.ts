/** Answers under way, so that a service that ends can end them. */
export type Running = {
  /** A signal that follows the one given and the end of the service; `done` must be called. */
  readonly begin: (signal: AbortSignal) => { readonly signal: AbortSignal; readonly done: () => void }
  /** Ends all there are, and whatever begins afterwards. */
  readonly stop: () => void
  readonly stopped: () => boolean
}

/** `AbortSignal.any` with a signal as old as the service would keep something of every answer there ever was. */
export function createRunning(): Running {
  const answers = new Set<AbortController>()
  let stopped = false
  return {
    begin(signal) {
      const answer = new AbortController()
      const follow = (): void => answer.abort()
      signal.addEventListener('abort', follow, { once: true })
      if (signal.aborted || stopped) answer.abort()
      answers.add(answer)
      const done = (): void => {
        answers.delete(answer)
        signal.removeEventListener('abort', follow)
      }
      return { signal: answer.signal, done }
    },
    stop() {
      stopped = true
      for (const answer of answers) answer.abort()
    },
    stopped: () => stopped,
  }
}
