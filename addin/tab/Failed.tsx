import { Button } from '@fluentui/react-components'
import type { Failure } from '../api/index.js'
import { Notice } from '../components/Notice.js'
import { FRAME, type FrameTexts, type Language } from '../texts/index.js'

type Props = {
  readonly failure: Failure
  readonly language: Language
  /** Said first: what of the person's work is still there. */
  readonly kept?: string
  /** What stands on the button, if not "Noch einmal versuchen". */
  readonly label?: string
  readonly again: (() => void) | undefined
}

/** Something did not work: why, and the way on. */
export function Failed({ failure, language, kept, label, again }: Props) {
  const texts = FRAME[language]
  return (
    <Notice look="warning" sign="careful" role="alert">
      <p>
        {messageOf(failure, texts)} {kept}
      </p>
      {again && <Button onClick={again}>{label ?? texts.again}</Button>}
    </Notice>
  )
}

/** What the service says goes before what the page could say. */
function messageOf(failure: Failure, { failures }: FrameTexts): string {
  switch (failure.kind) {
    case 'problem':
      return failure.message
    case 'refused':
      return failure.message ?? failures.refused
    case 'offline':
    case 'strange':
      return failures[failure.kind]
  }
}
