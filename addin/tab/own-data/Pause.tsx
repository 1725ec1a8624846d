import { Button, Field, Select } from '@fluentui/react-components'
import { useState } from 'react'
import type { LearningView } from '../../../policies/learning-contract.js'
import { plusDays } from '../../../policies/training/days.js'
import type { Api } from '../../api/index.js'
import { dayWords } from '../../texts/days.js'
import { type Language, OWN_DATA } from '../../texts/index.js'
import { Failed } from '../Failed.js'
import { useAction } from '../useAction.js'

const WEEKS = [1, 2, 3, 4, 6, 8, 12, 26]

type Props = {
  readonly view: LearningView
  readonly api: Api
  readonly language: Language
  readonly onChanged: () => void
}

/** No repetition for a while. */
export function Pause({ view, api, language, onChanged }: Props) {
  const texts = OWN_DATA[language]
  const { run, sending, failure } = useAction()
  const [weeks, setWeeks] = useState(2)
  const until = plusDays(view.today, weeks * 7)
  const set = (day: string | null): void => run(() => api.pause({ until: day }), onChanged)
  return (
    <>
      <p>{texts.pauseMore}</p>
      <p role="status">
        {view.pausedUntil !== undefined && <strong>{texts.pauseNow(dayWords(view.pausedUntil, language))}</strong>}
      </p>
      {view.pausedUntil === undefined ? (
        <div className="setting">
          <Field label={texts.pauseFor} hint={texts.pauseUntil(dayWords(until, language))}>
            <Select value={String(weeks)} onChange={(_, { value }) => setWeeks(Number(value))}>
              {WEEKS.map(count => (
                <option key={count} value={count}>
                  {texts.weeks(count)}
                </option>
              ))}
            </Select>
          </Field>
          <Button disabledFocusable={sending} onClick={() => set(until)}>
            {texts.pauseStart}
          </Button>
        </div>
      ) : (
        <div className="row">
          <Button disabledFocusable={sending} onClick={() => set(null)}>
            {texts.pauseEnd}
          </Button>
        </div>
      )}
      {failure && <Failed failure={failure} language={language} again={undefined} />}
    </>
  )
}
