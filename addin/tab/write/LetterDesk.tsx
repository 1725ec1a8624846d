import { Button } from '@fluentui/react-components'
import { type ReactNode, useContext, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { writeLetter } from '../../../policies/assistant/index.js'
import type { ToolsView } from '../../../policies/generation-contract.js'
import type { Letter, LetterField } from '../../../policies/pack/letter-schema.js'
import { CopyButton } from '../../components/CopyButton.js'
import { TextField } from '../../components/TextField.js'
import { AskField } from '../../components/write/AskField.js'
import { ResultText } from '../../components/write/ResultText.js'
import { type Language, TEXTS, WRITE } from '../../texts/index.js'
import { WritingPlace } from './place.js'
import type { Working } from './useWork.js'
import { fieldKey } from './work.js'

type Props = {
  readonly letter: Letter
  readonly view: ToolsView
  readonly language: Language
  readonly working: Working
  /** What the check has to say, if anything. */
  readonly gate: ReactNode
  readonly open: boolean
}

/** A letter of building blocks: key points in, the letter at once; each gap leads to its field. */
export function LetterDesk({ letter, view, language, working, gate, open }: Props) {
  const texts = WRITE[language]
  const { points, answers } = working.work.fields
  const place = useContext(WritingPlace)
  const details = useRef<HTMLDetailsElement>(null)
  /** What the person made of it by hand; undefined as long as it follows the key points. */
  const [edited, setEdited] = useState<string>()
  const fields = Object.fromEntries(letter.fields.map(({ id }) => [id, answers[fieldKey(letter.id, id)] ?? '']))
  const written = writeLetter(
    letter,
    { points, fields },
    { today: view.today, municipality: view.municipality.name, author: undefined },
  )
  const text = edited ?? written.text
  const fill = (label: string): boolean => {
    const field = edited === undefined ? written.gaps.find(gap => gap.label === label)?.field : undefined
    if (field === undefined || !letter.fields.some(({ id }) => id === field)) return false
    if (details.current) details.current.open = true
    const input = details.current?.querySelector<HTMLElement>(`#write-${field}`)
    input?.focus()
    return input !== null && input !== undefined
  }
  return (
    <div className="writing">
      <TextField
        heading={`1. ${texts.points}`}
        text={points}
        texts={{ ...TEXTS[language], textHint: texts.pointsHint }}
        onText={working.points}
        onClear={working.clearPoints}
      >
        {place.material(working.points)}
      </TextField>
      <details ref={details} className="letter-fields">
        <summary>{texts.fields}</summary>
        <div className="step">
          {letter.fields
            .filter(({ kind }) => kind !== 'points')
            .map(field => (
              <OneField
                key={field.id}
                field={field}
                value={fields[field.id] ?? ''}
                language={language}
                onValue={value => working.answer(fieldKey(letter.id, field.id), value)}
              />
            ))}
        </div>
      </details>
      {gate}
      {open && (
        <section className="draft part">
          <h2>{`2. ${texts.draftBlocks}`}</h2>
          <p className="quiet">{texts.blocks}</p>
          {written.doubts.map(({ field, doubt }) => (
            <p key={field} role="status">
              {letter.fields.find(({ id }) => id === field)?.label}: {texts.doubts[doubt]}
            </p>
          ))}
          <ResultText
            heading={texts.draftBlocks}
            text={text}
            map={NOTHING}
            busy={false}
            texts={texts}
            onText={setEdited}
            fill={fill}
          >
            <CopyButton text={text} texts={TEXTS[language]} />
            {edited !== undefined && (
              <Button onClick={() => flushSync(() => setEdited(undefined))}>{texts.fresh}</Button>
            )}
          </ResultText>
          {place.result({ text, made: { by: 'blocks' }, source: '', map: NOTHING })}
        </section>
      )}
    </div>
  )
}

const NOTHING: ReadonlyMap<string, string> = new Map()

type FieldProps = {
  readonly field: LetterField
  readonly value: string
  readonly language: Language
  readonly onValue: (value: string) => void
}

function OneField({ field, value, language, onValue }: FieldProps) {
  const texts = WRITE[language]
  const { id, kind, label, label_en, example, optional } = field
  const hints = [
    ...(kind === 'list' ? [texts.list] : example === undefined ? [] : [texts.example(example)]),
    ...(optional ? [texts.optional] : []),
  ]
  return (
    <AskField
      id={`write-${id}`}
      label={language === 'en' ? label_en : label}
      german={language === 'de'}
      hint={hints.join(' · ') || undefined}
      value={value}
      lines={kind === 'list' || kind === 'sentences' ? 3 : 1}
      onValue={onValue}
    />
  )
}
