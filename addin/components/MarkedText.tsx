import { useId, useMemo } from 'react'
import type { Finding } from '../../policies/protect/index.js'
import type { Look } from '../check/groups.js'
import type { Checked } from '../check/messages.js'
import { segmentsOf } from '../check/segments.js'
import type { Texts } from '../texts/index.js'
import { Lines } from './Lines.js'

export const placeId = (number: number): string => `place-${number}`
export const entryId = (number: number): string => `entry-${number}`

type Props = {
  readonly checked: Checked
  readonly nameOf: (finding: Finding) => string
  readonly lookOf: (finding: Finding) => Look
  readonly active: number | undefined
  readonly texts: Texts
  readonly onPlace: (number: number) => void
}

/** The text with every finding marked where it stands. Each mark leads to its line in the list and says its kind aloud. */
export function MarkedText({ checked, nameOf, lookOf, active, texts, onPlace }: Props) {
  const id = useId()
  const segments = useMemo(() => segmentsOf(checked.text, checked.findings), [checked])
  const looks = [...new Set(checked.findings.map(lookOf))]
  return (
    <section>
      <h3 id={id}>{texts.shown}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long text scrolls, and that must work with the keyboard */}
      <section className="marked" aria-labelledby={id} tabIndex={0}>
        {segments.map(({ text, at, number }) => {
          const finding = number === undefined ? undefined : checked.findings[number]
          if (number === undefined || !finding) return <Lines key={at} text={text} at={at} />
          return (
            <mark key={at} className={`look look-${lookOf(finding)}${number === active ? ' active' : ''}`}>
              <a
                id={placeId(number)}
                href={`#${entryId(number)}`}
                tabIndex={number === (active ?? 0) ? 0 : -1}
                onClick={event => {
                  event.preventDefault()
                  onPlace(number)
                }}
              >
                <span className="unseen">{nameOf(finding)}: </span>
                {text}
              </a>
            </mark>
          )
        })}
      </section>
      <p className="legend">
        {looks.map(look => (
          <span key={look}>
            <span className={`look look-${look}`}>Abc</span> {texts.looks[look]}
          </span>
        ))}
      </p>
    </section>
  )
}
