import { Button, Spinner } from '@fluentui/react-components'
import { useEffect, useMemo, useRef } from 'react'
import type { ToolsView } from '../../../policies/generation-contract.js'
import { reportOver } from '../../api/false-alarm.js'
import { FalseAlarms } from '../../components/FalseAlarmButton.js'
import { Icon } from '../../components/Icon.js'
import { type Language, TEXTS, WRITE } from '../../texts/index.js'
import { usePack } from '../check/usePack.js'
import { Failed } from '../Failed.js'
import { Page } from '../Page.js'
import type { Connected } from '../useConnection.js'
import { useLoaded } from '../useLoaded.js'
import { Desk } from '../write/Desk.js'
import '../check.css'
import '../result.css'
import '../write.css'

type Props = {
  readonly connected: Connected
  /** The task an address names. */
  readonly task: string | undefined
  readonly language: Language
  readonly shown: boolean
}

/** "Schreiben": the engine that checks comes with this page, and so does what this person may use. */
export default function Write({ connected, task, language, shown }: Props) {
  const pack = usePack(connected.send)
  const report = useMemo(() => reportOver(connected.send), [connected.send])
  const tools = useLoaded('tools', connected.api.tools)
  const { again } = tools.phase === 'loading' ? { again: undefined } : tools
  // Whoever comes back may have learned a lesson in between.
  // biome-ignore lint/correctness/useExhaustiveDependencies: coming back is the reason to ask again
  useEffect(() => {
    if (shown) again?.()
  }, [shown])
  // Asked again without an answer, what was known goes on: nothing that was written may be lost by it.
  const known = useRef<ToolsView>(undefined)
  if (tools.phase === 'ready') known.current = tools.value
  if (pack.phase === 'ready' && known.current)
    return (
      <FalseAlarms value={report}>
        <Desk
          pack={pack.pack}
          checker={pack.checker}
          view={known.current}
          generate={connected.generate}
          wanted={task}
          language={language}
          shown={shown}
        />
      </FalseAlarms>
    )
  const texts = TEXTS[language]
  return (
    <Page title={WRITE[language].title} language={language} shown={shown}>
      {tools.phase === 'failed' ? (
        <Failed failure={tools.failure} language={language} again={tools.again} />
      ) : pack.phase === 'failed' ? (
        <div className="verdict verdict-held" role="alert">
          <Icon name="held" />
          <div>
            <h2>{texts.loadFailed}</h2>
            <p>{texts.loadFailedWay}</p>
            <Button appearance="primary" onClick={pack.again}>
              {texts.again}
            </Button>
          </div>
        </div>
      ) : (
        <Spinner label={texts.loading} role="status" />
      )}
    </Page>
  )
}
