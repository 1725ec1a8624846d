import { useState } from 'react'
import type { PackView } from '../../policies/contract.js'
import type { Checker } from '../check/checker.js'
import { carryOver, type Dismissal, isAnotherText } from '../check/dismissals.js'
import { toolChoices } from '../check/outcome.js'
import { Choices } from '../components/Choices.js'
import { TextField } from '../components/TextField.js'
import { type Language, TEXTS } from '../texts/index.js'
import { Result } from './Result.js'
import { useCheck } from './useCheck.js'

type Props = { readonly pack: PackView; readonly checker: Checker; readonly language: Language }

/** The three questions on the left, the answer on the right (or below). What is typed lives in this component only. */
export function Desk({ pack, checker, language }: Props) {
  const texts = TEXTS[language]
  const [text, setText] = useState('')
  const [originId, setOriginId] = useState<string>()
  const [toolId, setToolId] = useState<string>()
  const [dismissals, setDismissals] = useState<readonly Dismissal[]>([])
  /** Counts up when everything is cleared, so that nothing of the old text stays anywhere. */
  const [round, setRound] = useState(0)
  const state = useCheck(checker, text)
  const tools = toolChoices(pack)
  const origin = pack.protect.origins.find(({ id }) => id === originId)
  const wordsOf = (one: (typeof pack.protect.origins)[number]) => (language === 'en' ? one.en : one)

  const change = (next: string): void => {
    setDismissals(carryOver(dismissals, text, next))
    if (isAnotherText(text, next)) setOriginId(undefined)
    setText(next)
  }
  const clear = (): void => {
    setText('')
    setOriginId(undefined)
    setDismissals([])
    setRound(round + 1)
  }
  return (
    <div className="desk">
      <div className="questions">
        <Choices
          heading={`1. ${texts.origin}`}
          choices={pack.protect.origins.map(one => ({ id: one.id, text: wordsOf(one).text, help: wordsOf(one).help }))}
          chosen={originId}
          onChoose={setOriginId}
        />
        <Choices
          heading={`2. ${texts.tool}`}
          choices={tools.map(({ id, name, class: trust }) => {
            const open = trust === 'W0' ? 'W0' : 'W1'
            return {
              id,
              text: name ?? texts.toolNames[open],
              help: name === undefined ? texts.toolHelps[open] : texts.toolHelps.approved,
            }
          })}
          chosen={toolId}
          onChoose={setToolId}
        />
        {tools.every(({ name }) => name === undefined) && <p className="note">{texts.noTools}</p>}
        <TextField heading={`3. ${texts.text}`} text={text} texts={texts} onText={change} onClear={clear} />
      </div>
      <Result
        key={round}
        pack={pack}
        checker={checker}
        language={language}
        state={state}
        text={text}
        declared={origin?.class}
        origin={origin ? wordsOf(origin).text : ''}
        tool={tools.find(({ id }) => id === toolId)}
        dismissals={dismissals}
        onTool={({ id }) => setToolId(id)}
        onDismissals={setDismissals}
      />
    </div>
  )
}
