import { Radio, RadioGroup } from '@fluentui/react-components'
import { useId } from 'react'

type Choice = { readonly id: string; readonly text: string; readonly help: string }

type Props = {
  readonly heading: string
  readonly choices: readonly Choice[]
  readonly chosen: string | undefined
  readonly onChoose: (id: string) => void
}

/** One question with all its answers in sight; nothing is chosen beforehand. */
export function Choices({ heading, choices, chosen, onChoose }: Props) {
  const id = useId()
  return (
    <section className="step question">
      <h2 id={id}>{heading}</h2>
      <RadioGroup
        aria-labelledby={id}
        className="choices"
        value={chosen ?? ''}
        onChange={(_, { value }) => onChoose(value)}
      >
        {choices.map(choice => (
          <Radio
            key={choice.id}
            value={choice.id}
            className={choice.id === chosen ? 'choice choice-chosen' : 'choice'}
            label={
              <>
                <span className="choice-text">{choice.text}</span> <span className="choice-help">{choice.help}</span>
              </>
            }
          />
        ))}
      </RadioGroup>
    </section>
  )
}
