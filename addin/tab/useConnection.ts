import { useEffect, useMemo, useState } from 'react'
import { type Api, createApi } from '../api/index.js'
import { findInBrowser } from '../sign-in/place.js'
import type { Service } from '../sign-in/service.js'
import { findInTeams } from '../sign-in/teams-place.js'
import { type Signed, useSession } from '../sign-in/useSession.js'
import { type Connection, connect } from '../teams/connect.js'
import { routeOf } from './route.js'

export type Connected = Service & { readonly api: Api }

export type Connecting = {
  readonly connected: Connected | undefined
  readonly signed: Signed | undefined
  readonly theme: string | undefined
}

let connecting: Promise<Connection> | undefined

/** Where the page is shown, once that is known: at once in a window of its own, after a greeting in Teams; and who is there. */
export function useConnection(): Connecting {
  const [connection, setConnection] = useState<Connection>()
  const [theme, setTheme] = useState<string>()
  useEffect(() => {
    const inFrame = window.parent !== window
    connecting ??= connect(inFrame)
    connecting.then(
      found => {
        if (found.kind === 'teams') {
          setTheme(found.client.theme)
          found.client.watchTheme(setTheme)
          follow(found.client.subPage)
        }
        setConnection(found)
      },
      () => setConnection({ kind: 'plain', inFrame }),
    )
  }, [])
  const find = useMemo(() => {
    if (!connection) return undefined
    return connection.kind === 'teams' ? () => findInTeams(connection.client) : () => findInBrowser(connection.inFrame)
  }, [connection])
  // In Teams people are on their way to a page that may work without: the notice above it says what does not.
  const signed = useSession(find, connection?.kind === 'teams')
  const service = signed?.service
  const connected = useMemo(() => service && { ...service, api: createApi(service.send) }, [service])
  return { connected, signed, theme }
}

/** A deep link of Teams names the page; a name nobody knows changes nothing. */
function follow(subPage: string | undefined): void {
  if (subPage && routeOf(subPage).page !== 'unbekannt') location.replace(`#/${subPage.replace(/^#?\/?/, '')}`)
}
