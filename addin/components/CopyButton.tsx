import { Button } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import type { Texts } from '../texts/index.js'

type Props = {
  readonly text: string
  readonly texts: Pick<Texts, 'copy' | 'copied' | 'copyFailed'>
  /** What stands on the button, if not just "Kopieren". */
  readonly label?: string
  /** Where copying is not what somebody came for. */
  readonly quiet?: boolean
}

/** Copies, and says whether it worked. */
export function CopyButton({ text, texts, label, quiet = false }: Props) {
  const [done, setDone] = useState<'copied' | 'failed'>()
  useEffect(() => {
    if (done !== 'copied') return
    const later = setTimeout(() => setDone(undefined), 4_000)
    return () => clearTimeout(later)
  }, [done])
  const copy = (): void => {
    copyText(text).then(
      worked => setDone(worked ? 'copied' : 'failed'),
      () => setDone('failed'),
    )
  }
  return (
    <span className="copy">
      <Button appearance={quiet ? 'secondary' : 'primary'} onClick={copy}>
        {label ?? texts.copy}
      </Button>
      <span role="status">{done === 'copied' ? texts.copied : done === 'failed' ? texts.copyFailed : ''}</span>
    </span>
  )
}

async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    // Over plain http in a house network browsers have no clipboard object; the old way still works there.
    return copyTheOldWay(text)
  }
}

function copyTheOldWay(text: string): boolean {
  const field = document.createElement('textarea')
  field.value = text
  field.className = 'unseen'
  const before = document.activeElement
  document.body.append(field)
  field.select()
  const worked = document.execCommand('copy')
  field.remove()
  if (before instanceof HTMLElement) before.focus()
  return worked
}
