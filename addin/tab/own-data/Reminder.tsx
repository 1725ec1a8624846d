import { Button, Field, Select } from '@fluentui/react-components'
import { useState } from 'react'
import type { LearningView } from '../../../policies/learning-contract.js'
import type { Api } from '../../api/index.js'
import { type Language, OWN_DATA } from '../../texts/index.js'
import { Failed } from '../Failed.js'
import { useAction } from '../useAction.js'

/** Hours the contract takes. */
const HOURS = [7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18]

type Props = {
  readonly view: LearningView
  readonly api: Api
  readonly language: Language
  readonly onChanged: () => void
}

/** Whether, and at which hour, the bot reminds of what is due. */
export function Reminder({ view, api, language, onChanged }: Props) {
  const texts = OWN_DATA[language]
  const { possible, hour } = view.reminder
  const { run, sending, failure } = useAction()
  const [chosen, setChosen] = useState(hour === undefined ? '' : String(hour))
  const [saved, setSaved] = useState(false)
  if (!possible) return <p>{texts.reminderImpossible}</p>
  const save = (): void =>
    run(
      () => api.reminder({ hour: chosen === '' ? null : Number(chosen) }),
      () => {
        setSaved(true)
        onChanged()
      },
    )
  return (
    <>
      <p>{texts.reminderMore}</p>
      <div className="setting">
        <Field label={texts.reminderAt}>
          <Select
            value={chosen}
            onChange={(_, { value }) => {
              setSaved(false)
              setChosen(value)
            }}
          >
            <option value="">{texts.never}</option>
            {HOURS.map(one => (
              <option key={one} value={one}>
                {texts.hour(one)}
              </option>
            ))}
          </Select>
        </Field>
        <Button disabledFocusable={sending} onClick={save}>
          {texts.save}
        </Button>
        <span role="status">{saved ? texts.saved : ''}</span>
      </div>
      {failure && <Failed failure={failure} language={language} again={save} />}
    </>
  )
}
