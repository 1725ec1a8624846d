import { Button } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import type { Texts } from '../texts/index.js'

type Props = {
  readonly origin: string | undefined
  readonly tool: string | undefined
  readonly texts: Texts
  readonly onChange: () => void
}

/** Both answers in one line, so that on a narrow window text and verdict are in sight together. */
export function Chosen({ origin, tool, texts, onChange }: Props) {
  const line = useRef<HTMLDivElement>(null)
  // What was folded away above must not leave the person somewhere else on the page. Not shown, it moves nothing.
  useEffect(() => line.current?.scrollIntoView(), [])
  return (
    <div className="chosen" ref={line}>
      <p>
        <strong>{origin ?? texts.origin}</strong> · <strong>{tool ?? texts.tool}</strong>
      </p>
      <Button onClick={onChange}>{origin && tool ? texts.change : texts.choose}</Button>
    </div>
  )
}
