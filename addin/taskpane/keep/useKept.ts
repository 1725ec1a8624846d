import { useCallback, useEffect, useRef, useState } from 'react'
import { PaneKey } from '../../../policies/contract.js'
import { ask, type Send } from '../../api/send.js'
import { draftOf, type Kept, keptText, readKept } from '../../tab/write/kept.js'
import type { Written } from '../../tab/write/place.js'
import { workOf } from '../../tab/write/work.js'
import { takeLeft } from './at-start.js'
import { createKeeper, type Keeper } from './keeper.js'
import { createSeal } from './seal.js'
import { putIntoName } from './window-name.js'

/** What there is of before, and what keeps from now on. */
export type Keeping = {
  /** Whether something came back over a reload. */
  readonly cameBack: boolean
  readonly before: () => Written | undefined
  readonly keep: (written: Written) => void
}

/** Long enough for somebody to type on: then sealing is done once for many letters. */
const PAUSE = 250

/**
 * What somebody is writing lives on while the pane is reloaded: sealed with a key the service gives to this person alone, in
 * the memory of the window. Where one of the two is missing nothing outlives the page. Undefined until it is known.
 * @param ready whether the service is there to be asked
 */
export function useKept(send: Send, ready: boolean): Keeping | undefined {
  const [opened, setOpened] = useState<Opened>()
  const latest = useRef<Written>(undefined)
  const later = useRef<ReturnType<typeof setTimeout>>(undefined)
  const asked = useRef<Send>(undefined)
  useEffect(() => {
    // Once for each person who signs in: what was written meanwhile goes on.
    if (!ready || asked.current === send) return
    asked.current = send
    const known = (state: Opened): void => {
      latest.current ??= state.kept && { work: workOf(state.kept), draft: draftOf(state.kept) }
      setOpened(state)
    }
    open(send).then(known, () => known({ kept: undefined, keeper: undefined }))
  }, [send, ready])
  const keeper = opened?.keeper
  const before = useCallback(() => latest.current, [])
  const keep = useCallback(
    (written: Written): void => {
      latest.current = written
      clearTimeout(later.current)
      const hold = (): void => keeper?.(keptText(written.work, written.draft))
      // What was cleared is gone at once.
      if (isEmpty(written)) hold()
      else later.current = setTimeout(hold, PAUSE)
    },
    [keeper],
  )
  return opened && { cameBack: opened.kept !== undefined, before, keep }
}

type Opened = { readonly kept: Kept | undefined; readonly keeper: Keeper | undefined }

async function open(send: Send): Promise<Opened> {
  const left = takeLeft()
  const answer = await ask(send, PaneKey, '/api/pane-key')
  const seal = answer.ok ? await createSeal(answer.value.key) : undefined
  if (!seal) return { kept: undefined, keeper: undefined }
  const text = left === undefined ? undefined : await seal.open(left)
  return {
    kept: text === undefined ? undefined : readKept(text),
    keeper: createKeeper(seal, sealed => putIntoName(window, sealed)),
  }
}

const isEmpty = ({ work, draft }: Written): boolean =>
  draft === undefined && work.fields.material + work.fields.wish + work.fields.points === ''
