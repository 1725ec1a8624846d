/** One after the other: what is asked second finds the document as the first has left it. */
export function inTurn(): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve()
  return work => {
    const turn = last.then(work, work)
    last = turn.catch(() => undefined)
    return turn
  }
}

/** Pressed twice in a row is meant once: while a key is being worked on, its second call gets the first's outcome. */
export function onceAtATime<Result>(): (key: string, work: () => Promise<Result>) => Promise<Result> {
  const running = new Map<string, Promise<Result>>()
  return (key, work) => {
    const same = running.get(key)
    if (same) return same
    const result = work().finally(() => running.delete(key))
    running.set(key, result)
    return result
  }
}
