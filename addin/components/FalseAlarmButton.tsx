import { Button } from '@fluentui/react-components'
import { createContext, useContext, useState } from 'react'
import type { FalseAlarm } from '../../policies/contract.js'
import { FALSE_ALARM } from '../texts/false-alarm.js'
import type { Language } from '../texts/index.js'

/** Tells the service of a false alarm, kind and rule only; whether that worked. */
export type ReportFalseAlarm = (alarm: FalseAlarm) => Promise<boolean>

/** Undefined where there is nobody to tell. */
export const FalseAlarms = createContext<ReportFalseAlarm | undefined>(undefined)

type Props = {
  readonly alarm: FalseAlarm
  /** What was found; stays in the page, and tells one button from the next. */
  readonly value: string
  /** The finding counts whatever a person says of it. */
  readonly stays: boolean
  readonly language: Language
}

/** Says of a finding that it is none. That is counted once and changes nothing about the text. */
export function FalseAlarmButton({ alarm, value, stays, language }: Props) {
  const report = useContext(FalseAlarms)
  const [state, setState] = useState<'open' | 'sending' | 'counted' | 'failed'>('open')
  if (!report) return null
  const texts = FALSE_ALARM[language]
  const press = (): void => {
    setState('sending')
    report(alarm).then(
      worked => setState(worked ? 'counted' : 'failed'),
      () => setState('failed'),
    )
  }
  return (
    <>
      {/* It stays where it is once pressed: the focus must not get lost with it. */}
      <Button
        size="small"
        appearance="subtle"
        aria-label={`${texts.report}: ${value}`}
        disabledFocusable={state === 'sending' || state === 'counted'}
        onClick={press}
      >
        {texts.report}
      </Button>
      <span className="note" role="status">
        {state === 'counted' && (stays ? `${texts.thanks} ${texts.stays}` : texts.thanks)}
        {state === 'failed' && texts.failed}
      </span>
    </>
  )
}
