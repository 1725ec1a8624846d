import { Button } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { toggle } from '../check/dismissals.js'
import { lookOf } from '../check/groups.js'
import type { Judgement } from '../check/judge.js'
import type { Source } from '../check/replaced.js'
import { FindingList } from '../components/FindingList.js'
import { entryId, MarkedText, placeId } from '../components/MarkedText.js'
import { Verdict } from '../components/Verdict.js'
import { TEXTS } from '../texts/index.js'
import type { ResultProps } from './Result.js'

type Props = ResultProps & {
  readonly judgement: Judgement
  /** Whether the check belongs to what stands in the field now; else it is only shown on while the next one runs. */
  readonly current: boolean
  readonly onReplace: (source: Source) => void
}

/** Verdict, marked text and list of findings; places and lines lead to each other. */
export function Findings(props: Props) {
  const { judgement, pack, language, origin, dismissals, onTool, onDismissals, current, onReplace } = props
  const { checked, outcome, groups, countingGroups, counting, ruledOut } = judgement
  const { text, findings, uncovered } = checked
  const texts = TEXTS[language]
  const [active, setActive] = useState<{ number: number; id: string }>()
  useEffect(() => {
    if (active) document.getElementById(active.id)?.focus()
  }, [active])
  const names = new Map(groups.map(({ kind, name }) => [kind, name]))
  const isReplaceable = counting.some(({ replaceable }) => replaceable === 'identifier')
  const offered = current && isReplaceable && (outcome.state === 'replace' || outcome.state === 'look')
  return (
    <div className={current ? 'findings' : 'findings findings-earlier'}>
      <Verdict
        outcome={outcome}
        groups={countingGroups}
        ruledOut={ruledOut.size}
        uncovered={uncovered}
        origin={origin}
        texts={texts}
        onTool={onTool}
      />
      {offered && (
        <Button
          appearance={outcome.state === 'replace' ? 'primary' : 'secondary'}
          size="large"
          onClick={() => onReplace({ text, findings: counting, ruledOut: [...ruledOut], uncovered })}
        >
          {texts.doReplace}
        </Button>
      )}
      {findings.length > 0 && (
        <>
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
            text={text}
            reasons={pack.protect.reasons}
            isDismissed={finding => ruledOut.has(finding)}
            active={active?.number}
            language={language}
            texts={texts}
            onEntry={number => setActive({ number, id: placeId(number) })}
            onDismiss={finding => onDismissals(toggle(finding, dismissals))}
          />
        </>
      )}
    </div>
  )
}
