import { Field, Select } from '@fluentui/react-components'
import type { PackView } from '../../../policies/contract.js'
import type { ToolsView } from '../../../policies/generation-contract.js'
import { Choices } from '../../components/Choices.js'
import { type Language, TEXTS, WRITE } from '../../texts/index.js'
import type { Working } from './useWork.js'

type Props = {
  readonly pack: PackView
  readonly view: ToolsView
  readonly working: Working
  readonly language: Language
}

/** Where the text comes from, in one tap; for texts about people also to which Verfahren it belongs. */
export function Origin({ pack, view, working, language }: Props) {
  const texts = WRITE[language]
  const { work } = working
  const declared = pack.protect.origins.find(({ id }) => id === work.origin)?.class
  const procedures = proceduresOf(view, declared)
  return (
    <>
      <Choices
        heading={`3. ${TEXTS[language].origin}`}
        choices={pack.protect.origins.map(one => {
          const { text, help } = language === 'en' ? one.en : one
          return { id: one.id, text, help }
        })}
        chosen={work.origin}
        onChoose={id => working.say({ origin: id })}
      />
      {procedures.length > 0 && (
        <Field label={texts.procedure} className="one-choice">
          <Select
            value={work.procedure ?? ''}
            onChange={(_, { value }) => working.say({ procedure: value || undefined })}
          >
            <option value="">{texts.noProcedure}</option>
            {procedures.map(({ id, name }) => (
              <option key={id} value={id} lang="de">
                {name}
              </option>
            ))}
          </Select>
        </Field>
      )}
    </>
  )
}

/** Verfahren of tools the person may use, for material about people. */
function proceduresOf({ tools, today }: ToolsView, declared: string | undefined): { id: string; name: string }[] {
  if (declared !== 'D2' && declared !== 'D3') return []
  const all = tools.flatMap(({ procedures }) => procedures).filter(({ until }) => until === undefined || until >= today)
  return [...new Map(all.map(({ id, name }) => [id, { id, name }])).values()]
}
