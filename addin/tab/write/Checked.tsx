import { Button } from '@fluentui/react-components'
import { lazy, Suspense, useState } from 'react'
import type { PackView } from '../../../policies/contract.js'
import { isFirm } from '../../../policies/protect/classify.js'
import type { Judgement } from '../../check/judge.js'
import { Icon } from '../../components/Icon.js'
import { HeldText } from '../../components/write/HeldText.js'
import { type Language, WRITE } from '../../texts/index.js'
import { heldClass } from '../../write/seen.js'
import { Standing } from '../check/Standing.js'
import type { CheckState } from '../check/useCheck.js'
import type { Working } from './useWork.js'

// On its way at once: nothing is fetched after a text was entered.
const findings = import('../check/Findings.js').then(({ Findings }) => ({ default: Findings }))
const Findings = lazy(() => findings)

type Props = {
  readonly state: CheckState
  readonly judged: Judgement | undefined
  /** The joined fields as they are shown. */
  readonly shown: string
  readonly pack: PackView
  readonly language: Language
  readonly working: Working
  readonly mayDismiss: boolean
}

/** What the check of all fields says, at once: recognised, replaced, or held. */
export function Checked({ state, judged, shown, pack, language, working, mayDismiss }: Props) {
  const texts = WRITE[language]
  const [undone, setUndone] = useState(false)
  const { work } = working
  if (state.phase === 'failed' || state.phase === 'too-long') return <Standing state={state} language={language} />
  const current = state.phase === 'done' && judged
  const held = current ? heldClass(state.checked.findings) : undefined
  // What was said of the text before stays until the next is known, so that nothing chatters while somebody types.
  const firm = judged ? judged.checked.findings.filter(isFirm).length : 0
  return (
    <div className="checked">
      {work.before && (
        <div className="row replaced-note" tabIndex={-1}>
          <Icon name="replace" />
          <span>{texts.replaced(work.map.size)}</span>
          <Button
            onClick={() => {
              setUndone(true)
              working.undo()
            }}
          >
            {texts.undo}
          </Button>
        </div>
      )}
      <p role="status" className={firm > 0 ? 'found-note' : 'quiet'}>
        {undone && !work.before && firm > 0 ? `${texts.undone} ` : ''}
        {judged && state.phase !== 'empty' && saidOf(judged, firm, texts, work.before !== undefined)}
      </p>
      {state.phase === 'checking' && (!judged || state.done > 0) && <Standing state={state} language={language} />}
      {held && <HeldText because={held} texts={texts} />}
      {current && judged.checked.findings.length > 0 && (
        <details>
          <summary>{texts.details}</summary>
          <div className="finding-part">
            <Suspense fallback={null}>
              <Findings
                judgement={{ ...judged, checked: { ...judged.checked, text: shown } }}
                pack={pack}
                language={language}
                dismissals={work.dismissals}
                onDismissals={mayDismiss ? dismissals => working.say({ dismissals }) : undefined}
              />
            </Suspense>
            {!mayDismiss && <p className="note">{texts.serverChecks}</p>}
          </div>
        </details>
      )}
    </div>
  )
}

type Words = (typeof WRITE)[Language]

function saidOf({ groups }: Judgement, firm: number, texts: Words, replaced: boolean): string {
  if (firm === 0) return replaced ? '' : texts.nothing
  const named = groups.flatMap(({ name, plural, findings }) => {
    const count = findings.filter(({ finding }) => isFirm(finding)).length
    return count === 0 ? [] : [count === 1 ? name : `${count} ${plural}`]
  })
  return texts.recognised(named.join(', '))
}
