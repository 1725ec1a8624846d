import { Button } from '@fluentui/react-components'
import { lazy, Suspense } from 'react'
import type { PackView } from '../../../policies/contract.js'
import { isFirm } from '../../../policies/protect/classify.js'
import type { Finding } from '../../../policies/protect/index.js'
import type { Judgement } from '../../check/judge.js'
import { HeldText } from '../../components/write/HeldText.js'
import { type Language, WRITE } from '../../texts/index.js'
import { heldClass } from '../../write/seen.js'
import { Standing } from '../check/Standing.js'
import type { CheckState } from '../check/useCheck.js'
import { ChangedNote } from './ChangedNote.js'
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
  /** Takes the places of these findings out of the fields. */
  readonly onRemove: (findings: readonly Finding[]) => void
}

/** What the check of all fields says, at once: recognised, replaced, or held, each place with what can be done about it. */
export function Checked({ state, judged, shown, pack, language, working, mayDismiss, onRemove }: Props) {
  const texts = WRITE[language]
  const { work } = working
  if (state.phase === 'failed' || state.phase === 'too-long') return <Standing state={state} language={language} />
  const current = state.phase === 'done' && judged
  const held = current ? heldClass(state.checked.findings) : undefined
  // What was said of the text before stays until the next is known, so that nothing chatters while somebody types.
  const firm = judged ? judged.checked.findings.filter(isFirm).length : 0
  const places = current ? withPlaces({ ...judged, checked: { ...judged.checked, text: shown } }) : undefined
  return (
    <div className="checked">
      <ChangedNote working={working} language={language} />
      <p role="status" className={firm > 0 ? 'found-note' : 'quiet'}>
        {judged && state.phase !== 'empty' && saidOf(judged, firm, texts, work.before !== undefined)}
      </p>
      {state.phase === 'checking' && (!judged || state.done > 0) && <Standing state={state} language={language} />}
      {current && held && (
        <Held because={held} found={state.checked.findings} language={language} onRemove={onRemove} />
      )}
      {places && places.groups.length > 0 && (
        // What holds a text back is shown at once; everything else when somebody wants to see it.
        <details open={held !== undefined}>
          <summary>{texts.details}</summary>
          <div className="finding-part">
            <Suspense fallback={null}>
              <Findings
                judgement={places}
                pack={pack}
                language={language}
                dismissals={work.dismissals}
                onDismissals={mayDismiss ? dismissals => working.say({ dismissals }) : undefined}
                actions={(finding, value) => (
                  <Remove finding={finding} value={value} language={language} onRemove={onRemove} />
                )}
              />
            </Suspense>
            {!mayDismiss && held === undefined && <p className="note">{texts.serverChecks}</p>}
          </div>
        </details>
      )}
    </div>
  )
}

type HeldProps = {
  readonly because: 'VS' | 'SECRET'
  readonly found: readonly Finding[]
  readonly language: Language
  readonly onRemove: Props['onRemove']
}

/** A password is taken out with one press. A classified text has no way on here but that somebody says it is none. */
export function Held({ because, found, language, onRemove }: HeldProps) {
  const texts = WRITE[language]
  const secrets = found.filter(one => one.kind === 'SECRET' && isFirm(one))
  const stamped = found.some(one => one.kind === 'CLASSIFICATION_MARKING' && one.end > one.start)
  return (
    <HeldText because={because} texts={texts}>
      {because === 'SECRET' && secrets.length > 0 && (
        <Button appearance="primary" onClick={() => onRemove(secrets)}>
          {texts.takeOut(secrets.length)}
        </Button>
      )}
      {because === 'VS' && stamped && <p className="note">{texts.notClassified}</p>}
    </HeldText>
  )
}

type RemoveProps = {
  readonly finding: Finding
  readonly value: string
  readonly language: Language
  readonly onRemove: Props['onRemove']
}

/** A text does not become less classified because somebody takes the stamp off: that way does not exist. */
function Remove({ finding, value, language, onRemove }: RemoveProps) {
  if (finding.kind === 'CLASSIFICATION_MARKING') return null
  const texts = WRITE[language]
  return (
    <Button
      size="small"
      appearance="subtle"
      aria-label={`${texts.remove}: ${value}`}
      onClick={() => onRemove([finding])}
    >
      {texts.remove}
    </Button>
  )
}

/** Without what the document around says of itself: that has no place in the text, and stands above it. */
function withPlaces(judged: Judgement): Judgement {
  const groups = judged.groups.flatMap(group => {
    const placed = group.findings.filter(({ finding }) => finding.end > finding.start)
    return placed.length === 0 ? [] : [{ ...group, findings: placed }]
  })
  return { ...judged, groups }
}

type Words = (typeof WRITE)[Language]

function saidOf({ groups }: Judgement, firm: number, texts: Words, replaced: boolean): string {
  if (firm === 0) return replaced ? '' : texts.nothing
  const named = groups.flatMap(({ name, plural, findings }) => {
    const all = findings.map(({ finding }) => finding).filter(isFirm)
    // What the document around says of itself is often said in the text as well: that is one and the same.
    const placed = all.filter(({ start, end }) => end > start)
    const count = placed.length || all.length
    return count === 0 ? [] : [count === 1 ? name : `${count} ${plural}`]
  })
  return texts.recognised(named.join(', '))
}
