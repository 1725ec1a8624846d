import { useContext } from 'react'
import type { ToolsView } from '../../../policies/generation-contract.js'
import type { Finding } from '../../../policies/protect/index.js'
import { TextField } from '../../components/TextField.js'
import { TaskList } from '../../components/write/TaskList.js'
import { type Language, TEXTS, WRITE } from '../../texts/index.js'
import { heldClass } from '../../write/seen.js'
import type { Task } from '../../write/tasks.js'
import { Standing } from '../check/Standing.js'
import type { CheckState } from '../check/useCheck.js'
import { hrefOf } from '../route.js'
import { ChangedNote } from './ChangedNote.js'
import { Held } from './Checked.js'
import { Checklists } from './Checklists.js'
import { LetterDesk } from './LetterDesk.js'
import { WritingPlace } from './place.js'
import { Readability } from './Readability.js'
import { Summary } from './Summary.js'
import type { Working } from './useWork.js'

type Props = {
  readonly task: Exclude<Task, { kind: 'prompt' }>
  readonly view: ToolsView
  readonly language: Language
  readonly working: Working
  readonly state: CheckState
  readonly onRemove: (findings: readonly Finding[]) => void
}

/** The built-in aids: no model, no network. Only classified papers and passwords are held. */
export default function BuiltIn({ task, view, language, working, state, onRemove }: Props) {
  const texts = WRITE[language]
  const { material } = working.work.fields
  const place = useContext(WritingPlace)
  const gate = <Gate state={state} language={language} working={working} onRemove={onRemove} />
  const open = isOpen(state)
  if (task.kind === 'letter')
    return <LetterDesk letter={task.letter} view={view} language={language} working={working} gate={gate} open={open} />
  if (task.id === 'textbausteine') return <Letters view={view} language={language} />
  return (
    <div className="writing">
      <TextField
        heading={texts.text}
        text={material}
        texts={TEXTS[language]}
        onText={working.material}
        onClear={working.clear}
      >
        {place.material(working.material)}
      </TextField>
      {gate}
      {material.trim() === '' && <p className="quiet">{texts.startBuiltIn}</p>}
      {open && material.trim() !== '' && (
        <>
          {task.id === 'verstaendlichkeit' && <Readability text={material} language={language} />}
          {task.id === 'kurzfassung' && <Summary text={material} language={language} />}
          {task.id === 'checkliste' && <Checklists text={material} view={view} language={language} working={working} />}
        </>
      )}
    </div>
  )
}

/** A text nobody could check, or that must not be worked on, leads to no result. */
const isOpen = (state: CheckState): boolean =>
  state.phase === 'empty' || (state.phase === 'done' && heldClass(state.checked.findings) === undefined)

type GateProps = Pick<Props, 'state' | 'language' | 'working' | 'onRemove'>

function Gate({ state, language, working, onRemove }: GateProps) {
  const note = <ChangedNote working={working} language={language} />
  if (state.phase === 'empty') return note
  const held = state.phase === 'done' ? heldClass(state.checked.findings) : undefined
  return (
    <>
      {note}
      {state.phase === 'done' ? (
        held && <Held because={held} found={state.checked.findings} language={language} onRemove={onRemove} />
      ) : (
        <Standing state={state} language={language} />
      )}
    </>
  )
}

function Letters({ view, language }: { view: ToolsView; language: Language }) {
  const english = language === 'en'
  return (
    <section className="part">
      <h2>{WRITE[language].letters}</h2>
      <TaskList
        entries={view.letters.map(({ id, name, name_en, short, short_en }) => ({
          href: hrefOf({ page: 'schreiben', id }),
          name: english ? name_en : name,
          short: english ? short_en : short,
          german: !english,
        }))}
      />
    </section>
  )
}
