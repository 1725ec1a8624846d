import { Field, Select } from '@fluentui/react-components'
import { useContext, useMemo, useState } from 'react'
import { summarise } from '../../../policies/assistant/index.js'
import { CopyButton } from '../../components/CopyButton.js'
import { type Language, TEXTS, WRITE } from '../../texts/index.js'
import { WritingPlace } from './place.js'

const LENGTHS = [3, 5, 10, 20]

/** The sentences that say most, word for word and in their order. */
export function Summary({ text, language }: { text: string; language: Language }) {
  const texts = WRITE[language]
  const place = useContext(WritingPlace)
  const [wanted, setWanted] = useState(5)
  const { sentences, of, whole } = useMemo(() => summarise(text, { sentences: wanted }), [text, wanted])
  const quoted = sentences.map(sentence => sentence.text).join('\n')
  return (
    <section className="draft part">
      <h2>{texts.aids.kurzfassung}</h2>
      <p className="quiet">{texts.quoted}</p>
      <Field label={texts.sentences} className="one-choice narrow">
        <Select value={`${wanted}`} onChange={(_, { value }) => setWanted(Number(value))}>
          {LENGTHS.map(length => (
            <option key={length} value={length}>
              {length}
            </option>
          ))}
        </Select>
      </Field>
      <p className="note" role="status">
        {whole ? texts.summaryWhole : texts.summaryOf(sentences.length, of)}
      </p>
      <ul className="summary" lang="de">
        {sentences.map(({ start, text: sentence }) => (
          <li key={start}>{sentence}</li>
        ))}
      </ul>
      <CopyButton text={quoted} texts={TEXTS[language]} />
      {place.result({ text: quoted, made: { by: 'blocks' }, source: '', map: NOTHING })}
    </section>
  )
}

const NOTHING: ReadonlyMap<string, string> = new Map()
