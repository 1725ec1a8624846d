import { Field, Input, Textarea } from '@fluentui/react-components'

/** As much as the service takes of it. */
const LONGEST = 4_000

type Props = {
  readonly id: string
  readonly label: string
  readonly hint: string | undefined
  readonly value: string
  readonly lines: number
  /** The label is content of the pack. */
  readonly german?: boolean
  readonly onValue: (value: string) => void
}

/** One thing a person is asked in words; what they write lives in the page only. */
export function AskField({ id, label, hint, value, lines, german = false, onValue }: Props) {
  const shared = { id, value, autoComplete: 'off', maxLength: LONGEST } as const
  return (
    <Field label={german ? <span lang="de">{label}</span> : label} {...(hint === undefined ? {} : { hint })}>
      {lines > 1 ? (
        <Textarea className="field" rows={lines} {...shared} onChange={(_, data) => onValue(data.value)} />
      ) : (
        <Input {...shared} onChange={(_, data) => onValue(data.value)} />
      )}
    </Field>
  )
}
