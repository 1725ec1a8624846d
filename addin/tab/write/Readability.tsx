import { Button } from '@fluentui/react-components'
import { useMemo, useState } from 'react'
import { readability } from '../../../policies/assistant/index.js'
import { type Language, WRITE } from '../../texts/index.js'

const FIRST = 10
const LONGEST_SHOWN = 140

/** How easy a text is to read, and for each place that could be easier a suggestion. */
export function Readability({ text, language }: { text: string; language: Language }) {
  const texts = WRITE[language]
  const [all, setAll] = useState(false)
  const { grade, flesch, words, sentences, findings } = useMemo(() => readability(text), [text])
  const shown = all ? findings : findings.slice(0, FIRST)
  return (
    <section className="draft part">
      <h2>{texts.readable}</h2>
      <p className="grade">
        <strong>{texts.grades[grade]}</strong>
      </p>
      <p className="note">{texts.gradeMore(flesch, words, sentences)}</p>
      <h3 role="status">{texts.remarks(findings.length)}</h3>
      <ul className="rows" lang="de">
        {shown.map(({ kind, start, end, suggestion }) => (
          <li key={`${kind} ${start} ${end}`}>
            <q>{shorten(text.slice(start, end))}</q>
            <p>{suggestion}</p>
          </li>
        ))}
      </ul>
      {shown.length < findings.length && (
        <div className="row">
          <Button onClick={() => setAll(true)}>{texts.more(findings.length)}</Button>
        </div>
      )}
    </section>
  )
}

const shorten = (place: string): string => {
  const line = place.replaceAll(/\s+/g, ' ')
  return line.length > LONGEST_SHOWN ? `${line.slice(0, LONGEST_SHOWN - 1)}…` : line
}
