import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { PackView } from '../../../policies/contract.js'
import type { Finding } from '../../../policies/protect/index.js'
import { type Dismissal, isDismissable, toggle } from '../../check/dismissals.js'
import { lookOf } from '../../check/groups.js'
import type { Judgement } from '../../check/judge.js'
import { FalseAlarmButton } from '../../components/FalseAlarmButton.js'
import { FindingList } from '../../components/FindingList.js'
import { entryId, MarkedText, placeId } from '../../components/MarkedText.js'
import { type Language, TEXTS } from '../../texts/index.js'

type Props = {
  readonly judgement: Judgement
  readonly pack: PackView
  readonly language: Language
  readonly dismissals: readonly Dismissal[]
  /** Undefined: nothing can be ruled out here. */
  readonly onDismissals: ((dismissals: readonly Dismissal[]) => void) | undefined
  /** What else can be done about one finding. */
  readonly actions?: (finding: Finding, value: string) => ReactNode
}

/** The marked text and the list of findings; places and lines lead to each other. */
export function Findings({ judgement, pack, language, dismissals, onDismissals, actions }: Props) {
  const { checked, groups, ruledOut } = judgement
  const texts = TEXTS[language]
  const [active, setActive] = useState<{ number: number; id: string }>()
  const here = useRef<HTMLDivElement>(null)
  // Another page that is kept out of sight may show findings with the same numbers.
  useEffect(() => {
    if (active) here.current?.querySelector<HTMLElement>(`#${active.id}`)?.focus()
  }, [active])
  const names = new Map(groups.map(({ kind, name }) => [kind, name]))
  return (
    <div className="findings" ref={here}>
      <MarkedText
        checked={checked}
        nameOf={finding => names.get(finding.kind) ?? ''}
        lookOf={finding => lookOf(finding, ruledOut.has(finding))}
        active={active?.number}
        texts={texts}
        onPlace={number => setActive({ number, id: entryId(number) })}
      />
      <FindingList
        groups={groups}
        text={checked.text}
        reasons={pack.protect.reasons}
        isDismissed={finding => ruledOut.has(finding)}
        active={active?.number}
        language={language}
        texts={texts}
        onEntry={number => setActive({ number, id: placeId(number) })}
        onDismiss={onDismissals && (finding => onDismissals(toggle(finding, dismissals)))}
        actions={(finding, value) => (
          <>
            {actions?.(finding, value)}
            <ReportFinding finding={finding} value={value} pack={pack} language={language} />
          </>
        )}
      />
    </div>
  )
}

type ReportProps = Pick<Props, 'pack' | 'language'> & { readonly finding: Finding; readonly value: string }

/** "That is none": told with the kind and its rule, as the pack has them. */
function ReportFinding({ finding, value, pack, language }: ReportProps) {
  const { kind } = finding
  const rule = pack.protect.kinds.find(({ id }) => id === kind)?.rule
  if (rule === undefined) return null
  return <FalseAlarmButton alarm={{ kind, rule }} value={value} stays={!isDismissable(finding)} language={language} />
}
