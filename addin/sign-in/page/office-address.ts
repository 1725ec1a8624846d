import { z } from 'zod'

const Settings = z.object({ officeJs: z.url({ protocol: /^https$/ }).optional() })

const PATIENCE = 3_000

/** Where a house keeps Office.js itself, as the service says; undefined: Microsoft's address. */
export async function officeAddress(): Promise<string | undefined> {
  try {
    const response = await fetch('../pane/settings.json', { signal: AbortSignal.timeout(PATIENCE) })
    const body: unknown = await response.json()
    return Settings.safeParse(body).data?.officeJs
  } catch {
    return undefined
  }
}
