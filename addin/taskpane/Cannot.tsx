import type { Capabilities } from '../office/document.js'
import type { PaneTexts } from '../texts/index.js'

/** What this Word cannot do, folded away, so that nobody takes silence for "nothing there". */
export function Cannot({ capabilities, texts }: { capabilities: Capabilities; texts: PaneTexts }) {
  const { missing, readOnly } = capabilities
  if (missing.length === 0 && !readOnly) return null
  return (
    <div className="cannot">
      {readOnly && <p className="note">{texts.readOnly}</p>}
      {missing.length > 0 && (
        <details>
          <summary>{texts.cannot}</summary>
          <ul>
            {missing.map(({ what }) => (
              <li key={what}>{texts.missing[what]}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}
