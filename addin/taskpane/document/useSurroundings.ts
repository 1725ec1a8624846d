import { useEffect, useState } from 'react'
import { z } from 'zod'
import type { Surroundings } from '../../office/load.js'

const Settings = z.object({ officeJs: z.url({ protocol: /^https$/ }).optional() })

/** Where the pane is shown; undefined until that is known. In a plain browser nobody is asked. */
export function useSurroundings(): Surroundings | undefined {
  const [found, setFound] = useState<Surroundings>()
  useEffect(() => {
    let current = true
    open().then(
      surroundings => current && setFound(surroundings),
      () => current && setFound({ kind: 'preview', because: 'cdn-blocked' }),
    )
    return () => {
      current = false
    }
  }, [])
  return found
}

/** What speaks with Word comes beside the page, which is there at once. */
async function open(): Promise<Surroundings> {
  const { hasHost, loadSurroundings } = await import('../../office/load.js')
  const officeJs = hasHost(window) ? await ownAddress() : undefined
  return loadSurroundings(officeJs === undefined ? {} : { officeJs })
}

/** A house may keep Office.js at an address of its own; without an answer Microsoft's is used. */
async function ownAddress(): Promise<string | undefined> {
  try {
    const response = await fetch('settings.json', { signal: AbortSignal.timeout(PATIENCE) })
    const body: unknown = await response.json()
    return Settings.safeParse(body).data?.officeJs
  } catch {
    return undefined
  }
}

const PATIENCE = 3_000
