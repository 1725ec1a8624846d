import { Button } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import { Icon } from '../../components/Icon.js'
import { type Language, WRITE } from '../../texts/index.js'
import type { Working } from './useWork.js'

/** What was replaced or taken out with one press, and the way back. */
export function ChangedNote({ working, language }: { working: Working; language: Language }) {
  const texts = WRITE[language]
  const { map, removed, before } = working.work
  const [undone, setUndone] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  // The button somebody pressed may have gone with what it was about; the focus must not go with it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each change is a reason to look where the focus is
  useEffect(() => {
    if (document.activeElement === document.body && (before || undone)) place.current?.focus()
    if (before) setUndone(false)
  }, [before])
  const undo = (): void => {
    setUndone(true)
    working.undo()
  }
  return (
    <div className="changed" ref={place} tabIndex={-1}>
      {before && (
        <div className="row replaced-note">
          <Icon name="replace" />
          <div>
            {map.size > 0 && <p>{texts.replaced(map.size)}</p>}
            {removed > 0 && <p>{texts.removed(removed)}</p>}
          </div>
          <Button onClick={undo}>{texts.undo}</Button>
        </div>
      )}
      <p className="quiet" role="status">
        {undone && !before && texts.undone}
      </p>
    </div>
  )
}
