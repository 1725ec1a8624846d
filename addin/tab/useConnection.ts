import { useEffect, useMemo, useState } from 'react'
import { type Api, createApi, createGenerate, createReach, type Generate, type Send, sendOver } from '../api/index.js'
import { type Connection, connect, signFor } from '../teams/connect.js'
import { routeOf } from './route.js'

export type Connected = {
  readonly connection: Connection
  readonly send: Send
  readonly api: Api
  readonly generate: Generate
}

let connecting: Promise<Connection> | undefined

/** Where the page is shown, once that is known: at once in a window of its own, after a greeting in Teams. */
export function useConnection(): { readonly connected: Connected | undefined; readonly theme: string | undefined } {
  const [connection, setConnection] = useState<Connection>()
  const [theme, setTheme] = useState<string>()
  useEffect(() => {
    connecting ??= connect(window.parent !== window)
    connecting.then(
      found => {
        if (found.kind === 'teams') {
          setTheme(found.client.theme)
          found.client.watchTheme(setTheme)
          follow(found.client.subPage)
        }
        setConnection(found)
      },
      () => setConnection({ kind: 'plain' }),
    )
  }, [])
  const connected = useMemo(() => {
    if (!connection) return undefined
    const reach = createReach(signFor(connection))
    const send = sendOver(reach)
    return { connection, send, api: createApi(send), generate: createGenerate(reach) }
  }, [connection])
  return { connected, theme }
}

/** A deep link of Teams names the page; a name nobody knows changes nothing. */
function follow(subPage: string | undefined): void {
  if (subPage && routeOf(subPage).page !== 'unbekannt') location.replace(`#/${subPage.replace(/^#?\/?/, '')}`)
}
