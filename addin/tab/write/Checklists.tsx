import { Button, Field, Select } from '@fluentui/react-components'
import { useMemo, useState } from 'react'
import {
  type CheckedItem,
  checkCompleteness,
  ownList,
  REASON_WORDS,
  REMINDER_LETTER,
  toReminder,
} from '../../../policies/assistant/index.js'
import type { ToolsView } from '../../../policies/generation-contract.js'
import { Icon } from '../../components/Icon.js'
import { AskField } from '../../components/write/AskField.js'
import { type Language, WRITE, type WriteTexts } from '../../texts/index.js'
import { hrefOf } from '../route.js'
import { go } from '../useRoute.js'
import type { Working } from './useWork.js'
import { fieldKey, OWN_LIST } from './work.js'

type Props = {
  readonly text: string
  readonly view: ToolsView
  readonly language: Language
  readonly working: Working
}

const OWN = 'own'
const OWN_KEY = fieldKey('checkliste', OWN_LIST)
const SIGNS = { found: 'done', missing: 'careful', unsure: 'ask' } as const

/** What of a list is in the text, what is missing, and the letter that asks for it. */
export function Checklists({ text, view, language, working }: Props) {
  const texts = WRITE[language]
  const [chosen, setChosen] = useState('')
  const typed = working.work.fields.answers[OWN_KEY] ?? ''
  const list = view.checklists.find(({ id }) => id === chosen)
  const result = useMemo(
    () => checkCompleteness(text, list ?? ownList(typed, texts.ownList)),
    [text, list, typed, texts.ownList],
  )
  const missing = result.items.some(({ state }) => state.kind === 'missing')
  const remind = (): void => {
    const { fields } = toReminder(result)
    working.answers(Object.entries(fields).map(([id, value]) => [fieldKey(REMINDER_LETTER, id), value]))
    go(hrefOf({ page: 'schreiben', id: REMINDER_LETTER }))
  }
  return (
    <section className="draft part">
      <h2>{texts.aids.checkliste}</h2>
      <Field label={texts.checklist} className="one-choice">
        <Select value={chosen} onChange={(_, { value }) => setChosen(value)}>
          <option value="">{texts.pickList}</option>
          {view.checklists.map(({ id, name, name_en }) => (
            <option key={id} value={id} {...(language === 'de' ? { lang: 'de' } : {})}>
              {language === 'en' ? name_en : name}
            </option>
          ))}
          <option value={OWN}>{texts.ownList}</option>
        </Select>
      </Field>
      {list && <p className="note">{language === 'en' ? list.short_en : list.short}</p>}
      {chosen === OWN && (
        <AskField
          id="write-list"
          label={texts.ownListLabel}
          hint={texts.ownListHint}
          value={typed}
          lines={5}
          onValue={value => working.answer(OWN_KEY, value)}
        />
      )}
      <ul className="rows">
        {result.items.map(item => (
          <Item key={item.id} item={item} text={text} texts={texts} />
        ))}
      </ul>
      {missing && view.letters.some(({ id }) => id === REMINDER_LETTER) && (
        <div className="row">
          <Button appearance="primary" onClick={remind}>
            {texts.remind}
          </Button>
        </div>
      )}
      {!missing && result.items.length > 0 && <p role="status">{texts.complete}</p>}
    </section>
  )
}

const LONGEST_SHOWN = 100

function Item({ item: { name, state }, text, texts }: { item: CheckedItem; text: string; texts: WriteTexts }) {
  const place = state.where && text.slice(state.where.start, state.where.end).replaceAll(/\s+/g, ' ')
  return (
    <li className={`item item-${state.kind}`}>
      <Icon name={SIGNS[state.kind]} />
      <div>
        <strong lang="de">{name}</strong>: {texts.states[state.kind]}
        {state.kind !== 'found' && (
          <span className="note" lang="de">
            {' '}
            ({REASON_WORDS[state.because]})
          </span>
        )}
        {place && (
          <p className="note" lang="de">
            <q>{place.slice(0, LONGEST_SHOWN)}</q>
          </p>
        )}
      </div>
    </li>
  )
}
