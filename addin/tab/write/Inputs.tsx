import { Fragment, type ReactNode, useContext } from 'react'
import { TextField } from '../../components/TextField.js'
import { AskField } from '../../components/write/AskField.js'
import { type Language, TEXTS, WRITE } from '../../texts/index.js'
import type { Task } from '../../write/tasks.js'
import { WritingPlace } from './place.js'
import type { Working } from './useWork.js'
import { fieldKey } from './work.js'

type Props = {
  readonly task: Extract<Task, { kind: 'prompt' }>
  readonly language: Language
  readonly working: Working
  /** What the check says; it stands right below the text. */
  readonly children: ReactNode
}

/** The text to work on and what is wanted; what a task cannot do without comes first. */
export function Inputs({ task, language, working, children }: Props) {
  const { prompt } = task
  const texts = WRITE[language]
  const { material } = useContext(WritingPlace)
  const first = prompt.material === 'needed'
  const text = (
    <div key="text" data-field="material">
      <TextField
        heading={`${first ? 1 : 2}. ${first ? texts.text : texts.textOptional}`}
        text={working.work.fields.material}
        texts={TEXTS[language]}
        onText={working.material}
        onClear={working.clear}
      >
        {material(working.material)}
      </TextField>
    </div>
  )
  const wanted = <Wanted key="wanted" task={task} number={first ? 2 : 1} language={language} working={working} />
  const checked = <Fragment key="checked">{children}</Fragment>
  return <>{first ? [text, checked, wanted] : [wanted, text, checked]}</>
}

type WantedProps = Omit<Props, 'children'> & { readonly number: number }

function Wanted({ task, number, language, working }: WantedProps) {
  const { prompt } = task
  const { fields } = working.work
  const texts = WRITE[language]
  const english = language === 'en'
  const optional = (required: boolean, hint: string | undefined): string | undefined =>
    [...(hint === undefined ? [] : [hint]), ...(required ? [] : [texts.optional])].join(' · ') || undefined
  return (
    <section className="step">
      <h2>{`${number}. ${texts.wish}`}</h2>
      {prompt.asks.map(({ id, label, label_en, example, list, required }) => {
        const key = fieldKey(task.id, id)
        const hint = list ? texts.list : example === undefined ? undefined : texts.example(example)
        return (
          <div key={id} data-field={id}>
            <AskField
              id={`write-${id}`}
              label={english ? label_en : label}
              german={!english}
              hint={optional(required, hint)}
              value={fields.answers[key] ?? ''}
              lines={list ? 4 : 1}
              onValue={value => working.answer(key, value)}
            />
          </div>
        )
      })}
      <div data-field="wish">
        <AskField
          id="write-wish"
          label={english ? prompt.wish_en : prompt.wish}
          german={!english}
          hint={optional(prompt.wish_required, undefined)}
          value={fields.wish}
          lines={3}
          onValue={working.wish}
        />
      </div>
    </section>
  )
}
