import type { ReactNode } from 'react'
import type { PackView } from '../../policies/contract.js'
import type { Finding } from '../../policies/protect/index.js'
import { isDismissable } from '../check/dismissals.js'
import type { Group } from '../check/groups.js'
import type { Language, Texts } from '../texts/index.js'
import { FindingGroup } from './FindingGroup.js'

type Props = {
  readonly groups: readonly Group[]
  readonly text: string
  readonly reasons: PackView['protect']['reasons']
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

/** Everything found, by kind: why it counts, how sure that is, which rule applies and what to do. */
export function FindingList(props: Props) {
  const { groups, texts, reasons, language } = props
  const total = groups.reduce((sum, { findings }) => sum + findings.length, 0)
  const reasonOf = (id: string): string => {
    const reason = reasons.find(one => one.id === id)
    return (language === 'en' ? reason?.en : reason?.text) ?? ''
  }
  return (
    <section>
      <h3>{texts.found(total)}</h3>
      {props.onDismiss && groups.some(isDismissable) && <p className="note">{texts.foundHint}</p>}
      {groups.map(group => (
        <FindingGroup key={group.kind} group={group} reasonOf={reasonOf} {...props} />
      ))}
    </section>
  )
}
