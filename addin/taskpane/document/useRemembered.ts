import { useCallback, useEffect, useState } from 'react'
import type { WordDocument } from '../../office/document.js'

/** What a person said about a document once: where its text comes from, and to which Verfahren it belongs. Ids of the pack. */
export type Remembered = { readonly origin?: string | undefined; readonly procedure?: string | undefined }

const NAMES = { origin: 'KI-Kompass Herkunft', procedure: 'KI-Kompass Verfahren' } as const
const FIELDS = ['origin', 'procedure'] as const
const ID = /^[a-z0-9-]{1,60}$/

/** Kept in the document's own properties; where it is only to be read, in this window. Undefined until it has been looked up. */
export function useRemembered(document: WordDocument) {
  const [remembered, setRemembered] = useState<Remembered>()
  useEffect(() => {
    let current = true
    Promise.all(FIELDS.map(field => readField(document, field))).then(
      ([origin, procedure]) => current && setRemembered({ origin, procedure }),
      () => current && setRemembered({}),
    )
    return () => {
      current = false
    }
  }, [document])
  const remember = useCallback(
    (said: Remembered) => {
      setRemembered(known => ({ ...known, ...said }))
      for (const field of FIELDS) {
        // A document that cannot be written to is asked again the next time it is opened.
        if (field in said) document.setProperty(NAMES[field], said[field]).catch(() => undefined)
      }
    },
    [document],
  )
  return { remembered, remember }
}

async function readField(document: WordDocument, field: keyof typeof NAMES): Promise<string | undefined> {
  try {
    const outcome = await document.property(NAMES[field])
    const value = outcome.kind === 'done' ? outcome.value : undefined
    return value !== undefined && ID.test(value) ? value : undefined
  } catch {
    return undefined
  }
}
