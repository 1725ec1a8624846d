import { setTimeout as sleep } from 'node:timers/promises'

/** One request under way or done. `lost`: the connection broke, so nobody knows what became of it. */
export type Outcome =
  | { readonly kind: 'acknowledged'; readonly body: unknown }
  | { readonly kind: 'lost' }
  | { readonly kind: 'failed'; readonly status: number }

/** In front of two replicas, as a provider has it: one request here, the next there, and none to one that is gone. */
export type Balancer = {
  readonly post: (activity: unknown) => Promise<Outcome & { readonly by: string }>
  /** Requests sent to an address that have not been answered yet. */
  readonly underWay: (address: string) => number
  /** Nothing is sent there any more. */
  readonly withdraw: (address: string) => void
}

export function balancer(addresses: readonly string[], token: string): Balancer {
  let left = [...addresses]
  let turn = 0
  const underWay = new Map<string, number>()
  const count = (address: string, by: number): void => void underWay.set(address, (underWay.get(address) ?? 0) + by)
  return {
    async post(activity) {
      const by = left[turn++ % left.length] ?? ''
      count(by, 1)
      const outcome = await posted(by, activity, token)
      count(by, -1)
      return { ...outcome, by }
    },
    underWay: address => underWay.get(address) ?? 0,
    withdraw: address => {
      left = left.filter(other => other !== address)
    },
  }
}

async function posted(address: string, activity: unknown, authorization: string): Promise<Outcome> {
  try {
    const response = await fetch(`${address}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization },
      body: JSON.stringify(activity),
    })
    const text = await response.text()
    if (response.status !== 200) return { kind: 'failed', status: response.status }
    return { kind: 'acknowledged', body: text === '' ? undefined : JSON.parse(text) }
  } catch {
    return { kind: 'lost' }
  }
}

/** Waits for something that is bound to come, and says so when it does not. */
export async function until(what: string, isSo: () => boolean): Promise<void> {
  for (let waited = 0; !isSo(); waited += 2) {
    if (waited > 30_000) throw new Error(`waited in vain until ${what}`)
    await sleep(2)
  }
}
