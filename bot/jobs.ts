import type { Logger } from 'pino'

/** Something done again and again while the service runs. `everyMs`: milliseconds between the end of one run and the next. */
export type Job = {
  readonly name: string
  readonly everyMs: number
  readonly run: () => Promise<object>
}

export type RunningJobs = { readonly stop: () => Promise<void> }

/** Runs each job at once and then again and again; a failure is logged without its words and tried again next time. */
export function startJobs(jobs: readonly Job[], log: Pick<Logger, 'info' | 'error'>): RunningJobs {
  const stops = jobs.map(job => startJob(job, log))
  return {
    async stop() {
      await Promise.all(stops.map(stop => stop()))
    },
  }
}

function startJob({ name, everyMs, run }: Job, log: Pick<Logger, 'info' | 'error'>): () => Promise<void> {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  const once = async (): Promise<void> => {
    try {
      log.info({ job: name, ...(await run()) }, 'job done')
    } catch (error) {
      log.error({ job: name, error: error instanceof Error ? error.name : 'unknown' }, 'job failed')
    }
    if (stopped) return
    timer = setTimeout(() => {
      running = once()
    }, everyMs)
    timer.unref()
  }
  let running = once()
  return async () => {
    stopped = true
    clearTimeout(timer)
    await running
  }
}
