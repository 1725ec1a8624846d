import { Button, Spinner } from '@fluentui/react-components'
import { useState } from 'react'
import type { OwnData } from '../../api/index.js'
import { isKnownKey, sizeOf } from '../../learn/own-data.js'
import { FRAME, type Language, OWN_DATA } from '../../texts/index.js'
import { Failed } from '../Failed.js'
import { saveFile } from '../save-file.js'
import type { Loaded } from '../useLoaded.js'

/** A readable summary of what is stored, and all of it as a file. */
export function Stored({ loaded, language }: { loaded: Loaded<OwnData>; language: Language }) {
  const texts = OWN_DATA[language]
  const [saved, setSaved] = useState(false)
  if (loaded.phase === 'loading') return <Spinner label={FRAME[language].loading} role="status" />
  if (loaded.phase === 'failed') return <Failed failure={loaded.failure} language={language} again={loaded.again} />
  const save = (): void => {
    saveFile(new Blob([JSON.stringify(loaded.value, null, 2)], { type: 'application/json' }), 'meine-daten.json')
    setSaved(true)
  }
  return (
    <>
      <dl className="facts">
        {Object.entries(loaded.value).map(([key, value]) => (
          <div key={key}>
            <dt>{isKnownKey(key) ? texts.keys[key] : key}</dt>
            <dd>{sizeWords(value, language)}</dd>
          </div>
        ))}
      </dl>
      <p>{texts.storedMore}</p>
      <div className="row">
        <Button onClick={save}>{texts.download}</Button>
        <span role="status">{saved ? texts.downloaded : ''}</span>
      </div>
    </>
  )
}

function sizeWords(value: unknown, language: Language): string {
  const texts = OWN_DATA[language]
  const size = sizeOf(value, language)
  switch (size.kind) {
    case 'nothing':
      return texts.nothingOf
    case 'entries':
      return texts.entries(size.count)
    case 'words':
      return size.text
  }
}
