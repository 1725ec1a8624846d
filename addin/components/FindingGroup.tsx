import { Button, Checkbox } from '@fluentui/react-components'
import { type ReactNode, useState } from 'react'
import type { Finding } from '../../policies/protect/index.js'
import { isDismissable } from '../check/dismissals.js'
import type { Group } from '../check/groups.js'
import type { Language, Texts } from '../texts/index.js'
import { entryId } from './MarkedText.js'

/** More of one kind are shown on request. */
const FIRST = 8

type Props = {
  readonly group: Group
  readonly text: string
  readonly reasonOf: (id: string) => string
  readonly isDismissed: (finding: Finding) => boolean
  readonly active: number | undefined
  readonly language: Language
  readonly texts: Texts
  readonly onEntry: (number: number) => void
  /** Undefined: what was found counts, whatever the person thinks of it. */
  readonly onDismiss: ((finding: Finding) => void) | undefined
  /** What can be done about one finding. */
  readonly actions: (finding: Finding, value: string) => ReactNode
}

export function FindingGroup(props: Props) {
  const { group, text, reasonOf, isDismissed, active, language, texts, onEntry, onDismiss, actions } = props
  const [all, setAll] = useState(false)
  const { findings, name, plural, why, way, rule } = group
  // Somebody who clicks a mark is led to its line, even if that line was folded away.
  const unfolded = all || findings.findIndex(({ number }) => number === active) >= FIRST
  const shown = unfolded ? findings : findings.slice(0, FIRST)
  return (
    <section className="group">
      <h4>{findings.length === 1 ? name : `${findings.length} ${plural}`}</h4>
      <p>
        {why} {way}
      </p>
      <ul className="entries">
        {shown.map(({ number, finding }) => {
          const value = shorten(text.slice(finding.start, finding.end))
          return (
            <li key={number} className={number === active ? 'active' : ''} data-plain={onDismiss === undefined}>
              {onDismiss === undefined ? null : isDismissable(finding) ? (
                <Checkbox
                  checked={!isDismissed(finding)}
                  aria-label={texts.counts(name, value)}
                  onChange={() => onDismiss(finding)}
                />
              ) : (
                <span />
              )}
              <div>
                <button
                  type="button"
                  id={entryId(number)}
                  className="jump"
                  title={texts.jump(value)}
                  onClick={() => onEntry(number)}
                >
                  {value}
                </button>
                <span className="certainty"> {texts.certainties[finding.certainty]}</span>
                <p className="note">{reasonOf(finding.reason)}</p>
                <div className="entry-actions" key={`${finding.kind} ${value}`}>
                  {actions(finding, value)}
                </div>
              </div>
            </li>
          )
        })}
      </ul>
      {shown.length < findings.length && <Button onClick={() => setAll(true)}>{texts.showAll(findings.length)}</Button>}
      {rule && (
        <details>
          <summary>{texts.rule(language === 'en' ? rule.titleEn : rule.title)}</summary>
          <p>{language === 'en' ? rule.shortEn : rule.short}</p>
        </details>
      )}
    </section>
  )
}

const LONGEST_SHOWN = 60

const shorten = (value: string): string => {
  const line = value.replaceAll(/\s+/g, ' ').trim()
  return line.length > LONGEST_SHOWN ? `${line.slice(0, LONGEST_SHOWN - 1)}…` : line
}
