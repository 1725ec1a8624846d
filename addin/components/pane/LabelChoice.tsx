import { Field, Input, Radio, RadioGroup } from '@fluentui/react-components'
import { useId } from 'react'
import type { LabelStyle as HouseStyle } from '../../../policies/pack/labels.js'
import { LABEL_STYLES, type LabelStyle } from '../../review/label.js'
import type { PaneTexts } from '../../texts/index.js'

type Props = {
  readonly styles: readonly LabelStyle[]
  readonly style: LabelStyle
  /** What the house has settled. */
  readonly house: HouseStyle
  readonly text: string
  readonly ruleHref: string
  readonly texts: PaneTexts
  readonly onStyle: (style: LabelStyle) => void
  readonly onText: (text: string) => void
}

/** Whether and how the text says that a tool helped with it. */
export function LabelChoice({ styles, style, house, text, ruleHref, texts, onStyle, onText }: Props) {
  const id = useId()
  return (
    <section className="label-choice">
      <h3 id={id}>{texts.labelHeading}</h3>
      {styles.length > 1 && (
        <RadioGroup
          aria-labelledby={id}
          value={style}
          onChange={(_, { value }) => onStyle(LABEL_STYLES.find(one => one === value) ?? 'none')}
        >
          {styles.map(one => (
            <Radio key={one} value={one} label={texts.labelStyles[one]} />
          ))}
        </RadioGroup>
      )}
      {style === 'none' ? (
        <p className="note">{house === 'none' ? texts.noLabelHere : texts.noLabel}</p>
      ) : (
        <Field label={texts.labelText}>
          <Input
            value={text}
            maxLength={LONGEST}
            autoComplete="off"
            lang="de"
            onChange={(_, { value }) => onText(value)}
          />
        </Field>
      )}
      <p className="note">
        {house === 'free' ? texts.labelHouse : texts.labelSettled}{' '}
        <a href={ruleHref} target="_blank" rel="noreferrer">
          {texts.labelRule} {texts.beside}
        </a>
      </p>
    </section>
  )
}

const LONGEST = 200
