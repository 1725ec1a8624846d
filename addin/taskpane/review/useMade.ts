import { useEffect, useState } from 'react'
import type { WordDocument } from '../../office/document.js'
import { type Made, madeProperty, readMade } from '../../review/made.js'

/** With which tool a draft was made, as the document has it; `unknown` also where nobody can say any more. */
export function useMade(document: WordDocument, draft: string): Made | 'loading' | 'unknown' {
  const [made, setMade] = useState<Made | 'loading' | 'unknown'>('loading')
  useEffect(() => {
    let current = true
    document.property(madeProperty(draft)).then(
      outcome => current && setMade((outcome.kind === 'done' && readMade(outcome.value)) || 'unknown'),
      () => current && setMade('unknown'),
    )
    return () => {
      current = false
    }
  }, [document, draft])
  return made
}
