import { Button, Textarea } from '@fluentui/react-components'
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import type { Api } from '../../api/index.js'
import { Icon } from '../../components/Icon.js'
import { ASK, type Language } from '../../texts/index.js'
import { AnswerCard } from '../AnswerCard.js'
import { Failed } from '../Failed.js'
import { Page } from '../Page.js'
import { type Chat, useChat } from '../useChat.js'

/** The chat of the bot on a page: a question goes to our own service, its cards come back. Nothing is kept. */
export default function Ask({ api, language, shown }: { api: Api; language: Language; shown: boolean }) {
  const texts = ASK[language]
  const chat = useChat(api)
  const [text, setText] = useState('')
  const label = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const send = (): void => {
    const question = text.trim()
    if (question !== '') chat.ask(question, () => setText(''))
    field.current?.focus()
  }
  const sendWithEnter = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    send()
  }
  return (
    <Page title={texts.title} language={language} shown={shown}>
      <p className="promise">
        <Icon name="lock" /> <span>{texts.intro}</span>
      </p>
      {chat.entries.length > 0 && <Conversation chat={chat} language={language} />}
      <p className="unseen" role="status">
        {chat.sending ? texts.waiting : spokenOf(chat)}
      </p>
      {chat.sending && (
        <p className="quiet" aria-hidden="true">
          {texts.waiting}
        </p>
      )}
      {chat.failure && <Failed failure={chat.failure} language={language} again={chat.again} />}
      <form
        className="ask"
        onSubmit={event => {
          event.preventDefault()
          send()
        }}
      >
        <label htmlFor={label}>
          <strong>{texts.label}</strong> <span className="quiet">{texts.noNames}</span>
        </label>
        <Textarea
          className="field"
          textarea={{
            id: label,
            ref: field,
            rows: 2,
            autoComplete: 'off',
            spellCheck: false,
            onKeyDown: sendWithEnter,
          }}
          placeholder={texts.hint}
          value={text}
          onChange={(_, { value }) => setText(value)}
        />
        <div className="row">
          <Button type="submit" appearance="primary" size="large" disabledFocusable={chat.sending}>
            {texts.send}
          </Button>
        </div>
      </form>
      {chat.entries.length === 0 && (
        <section className="part">
          <h2>{texts.examples}</h2>
          <div className="examples">
            {texts.questions.map(question => (
              <Button key={question} onClick={() => chat.ask(question, () => {})}>
                {question}
              </Button>
            ))}
          </div>
        </section>
      )}
    </Page>
  )
}

function Conversation({ chat, language }: { chat: Chat; language: Language }) {
  const texts = ASK[language]
  return (
    <section className="conversation" aria-label={texts.conversation}>
      {chat.entries.map(entry =>
        entry.kind === 'question' ? (
          <div key={entry.id} className="mine">
            <span className="unseen">{texts.you}: </span>
            {entry.text}
          </div>
        ) : (
          <AnswerCard
            key={`${entry.id} ${entry.edition}`}
            card={entry.card}
            focus={chat.arrived === entry.id}
            inPlace={entry.edition > 0}
            texts={texts}
            onExecute={pressed => chat.press(entry.id, pressed)}
          />
        ),
      )}
    </section>
  )
}

/** What a screen reader says when an answer has come: the card in one sentence. */
function spokenOf({ entries }: Chat): string {
  const last = entries.at(-1)
  return last?.kind === 'card' && typeof last.card.speak === 'string' ? last.card.speak : ''
}
