import { Checkbox, Radio, RadioGroup, Select } from '@fluentui/react-components'
import { useId } from 'react'
import type { Inputs } from '../../policies/training/answer.js'
import type { Control } from '../../policies/training/view.js'
import { chosenOf, toggled } from '../learn/inputs.js'

type Props = {
  readonly control: Control
  readonly inputs: Inputs
  /** Ids of the question and of the sentence that says what to do. */
  readonly label: string
  readonly description: string
  readonly choose: string
  readonly onInputs: (inputs: Inputs) => void
}

/** One of several, several of several, or one value for each part. Nothing is chosen beforehand, nothing is dragged. */
export function Answers(props: Props) {
  const { control, inputs, label, description, onInputs } = props
  switch (control.kind) {
    case 'one':
      return (
        <RadioGroup
          className="answers"
          aria-labelledby={label}
          aria-describedby={description}
          value={inputs[control.field] ?? ''}
          onChange={(_, { value }) => onInputs({ ...inputs, [control.field]: value })}
        >
          {control.choices.map(({ value, text }) => (
            <Radio
              key={value}
              value={value}
              className={lookOf(inputs[control.field] === value)}
              label={<span className="answer-text">{text}</span>}
            />
          ))}
        </RadioGroup>
      )
    case 'many': {
      const chosen = chosenOf(inputs, control.field)
      return (
        // biome-ignore lint/a11y/useSemanticElements: the question above is its name, a legend would say it twice
        <div className="answers" role="group" aria-labelledby={label} aria-describedby={description}>
          {control.choices.map(({ value, text }) => (
            <Checkbox
              key={value}
              className={lookOf(chosen.includes(value))}
              checked={chosen.includes(value)}
              onChange={() => onInputs(toggled(inputs, control.field, value))}
              label={<span className="answer-text">{text}</span>}
            />
          ))}
        </div>
      )
    }
    case 'assign':
      return <Assign {...props} control={control} />
  }
}

function Assign({ control, inputs, label, description, choose, onInputs }: Props & { control: AssignControl }) {
  const id = useId()
  return (
    // biome-ignore lint/a11y/useSemanticElements: the question above is its name, a legend would say it twice
    <div className="answers" role="group" aria-labelledby={label} aria-describedby={description}>
      {control.parts.map(({ field, text }) => (
        <div key={field} className="part">
          <label htmlFor={`${id}${field}`}>{text}</label>
          <Select
            id={`${id}${field}`}
            value={inputs[field] ?? ''}
            onChange={(_, { value }) => onInputs({ ...inputs, [field]: value })}
          >
            <option value="">{choose}</option>
            {control.values.map(({ value, text: name }) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </Select>
        </div>
      ))}
    </div>
  )
}

type AssignControl = Extract<Control, { kind: 'assign' }>

const lookOf = (chosen: boolean): string => (chosen ? 'choice choice-chosen' : 'choice')
