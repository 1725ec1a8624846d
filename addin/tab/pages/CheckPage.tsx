import { Button, Spinner } from '@fluentui/react-components'
import { useMemo } from 'react'
import { reportOver } from '../../api/false-alarm.js'
import type { Send } from '../../api/index.js'
import { FalseAlarms } from '../../components/FalseAlarmButton.js'
import { Icon } from '../../components/Icon.js'
import { FRAME, type Language, TEXTS } from '../../texts/index.js'
import { Desk } from '../check/Desk.js'
import { type PackState, usePack } from '../check/usePack.js'
import { Page } from '../Page.js'
import '../check.css'
import '../result.css'
import '../narrow.css'

type Props = { readonly send: Send; readonly language: Language; readonly shown: boolean }

/** "Text prüfen": engine and lists come with this page; after a text was entered it asks for nothing any more. */
export default function CheckPage({ send, language, shown }: Props) {
  const state = usePack(send)
  const report = useMemo(() => reportOver(send), [send])
  const texts = TEXTS[language]
  return (
    <Page title={texts.title} language={language} shown={shown} wide>
      <p className="promise">
        <Icon name="lock" /> {texts.promise}
      </p>
      {state.phase === 'ready' ? (
        <>
          {state.pack.example && <p className="example">{FRAME[language].example(state.pack.municipality)}</p>}
          <FalseAlarms value={report}>
            <Desk pack={state.pack} checker={state.checker} language={language} />
          </FalseAlarms>
        </>
      ) : (
        <Waiting state={state} language={language} />
      )}
    </Page>
  )
}

function Waiting({ state, language }: { state: Exclude<PackState, { phase: 'ready' }>; language: Language }) {
  const texts = TEXTS[language]
  if (state.phase === 'loading') return <Spinner label={texts.loading} role="status" />
  return (
    <div className="verdict verdict-held" role="alert">
      <Icon name="held" />
      <div>
        <h2>{texts.loadFailed}</h2>
        <p>{texts.loadFailedWay}</p>
        <Button appearance="primary" onClick={state.again}>
          {texts.again}
        </Button>
      </div>
    </div>
  )
}
