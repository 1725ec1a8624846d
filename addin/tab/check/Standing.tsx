import { Button, ProgressBar } from '@fluentui/react-components'
import { Icon } from '../../components/Icon.js'
import { type Language, TEXTS } from '../../texts/index.js'
import type { CheckState } from './useCheck.js'

/** What there is to say while there is no finished check of just this text. */
export function Standing({ state, language }: { state: CheckState; language: Language }) {
  const texts = TEXTS[language]
  switch (state.phase) {
    case 'done':
      return null
    case 'empty':
      return <p className="quiet">{texts.empty}</p>
    case 'checking': {
      const percent = Math.round(state.done * 100)
      return (
        <div className="quiet">
          <p>{texts.checking}</p>
          <ProgressBar value={state.done} aria-label={texts.progress(percent)} />
        </div>
      )
    }
    case 'too-long':
    case 'failed':
      return (
        <div className="verdict verdict-held" role="alert">
          <Icon name="held" />
          <div>
            <p className="word">{texts.words.held}</p>
            <h3>{state.phase === 'failed' ? texts.held : texts.tooLong}</h3>
            <p>{texts.heldWhy}</p>
            {state.phase === 'failed' && (
              <>
                <Button appearance="primary" onClick={state.again}>
                  {texts.again}
                </Button>
                <p>{texts.heldWay}</p>
              </>
            )}
          </div>
        </div>
      )
  }
}
