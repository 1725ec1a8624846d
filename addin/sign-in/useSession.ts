import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { type Service, serviceFor } from './service.js'
import { createSession, type Found, type Session, type Standing } from './session.js'

export type Signed = {
  readonly session: Session
  readonly standing: Standing
  /** The person is needed; nothing else is waited for. */
  readonly asks: boolean
  /** Undefined until there is somebody to show the page to; then for as long as the page lives. */
  readonly service: Service | undefined
}

const NOT_YET: Standing = { kind: 'finding', opened: false }
const never = (): (() => void) => () => {}

/**
 * Signs in once `find` is there, and keeps what is shown in step. With `anyway` the page goes on whatever came of it: some of
 * it works for everybody.
 */
export function useSession(find: (() => Promise<Found>) | undefined, anyway = false): Signed | undefined {
  const session = useMemo(() => find && createSession(find), [find])
  const service = useMemo(() => session && serviceFor(session), [session])
  const standing = useSyncExternalStore(session?.subscribe ?? never, () => session?.standing() ?? NOT_YET)
  useEffect(() => {
    session?.start().catch(() => undefined)
  }, [session])
  if (!session) return undefined
  const shown = standing.opened || (anyway && standing.kind !== 'finding')
  const asks = standing.kind === 'out' || standing.kind === 'window' || standing.kind === 'trying'
  return { session, standing, asks, service: shown ? service : undefined }
}
