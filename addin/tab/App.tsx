import { Button, FluentProvider, Spinner } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { Icon } from '../components/Icon.js'
import { type Language, languageOf, TEXTS } from '../texts/index.js'
import { Desk } from './Desk.js'
import { THEMES, useThemeName } from './theme.js'
import { type PackState, usePack } from './usePack.js'

export function App() {
  const [language, setLanguage] = useState<Language>(() => languageOf(navigator.language))
  const theme = useThemeName()
  const state = usePack()
  const texts = TEXTS[language]
  useEffect(() => {
    document.documentElement.lang = language
    document.title = texts.title
  }, [language, texts])
  const other = language === 'de' ? 'en' : 'de'
  return (
    <FluentProvider theme={THEMES[theme]} className="page" data-theme={theme}>
      <header className="head">
        <div>
          <h1>{texts.title}</h1>
          <p className="promise">
            <Icon name="lock" /> {texts.promise}
          </p>
          {state.phase === 'ready' && state.pack.example && (
            <p className="example">{texts.example(state.pack.municipality)}</p>
          )}
        </div>
        <Button appearance="subtle" lang={other} onClick={() => setLanguage(other)}>
          {texts.otherLanguage}
        </Button>
      </header>
      <main>
        {state.phase === 'ready' ? (
          <Desk pack={state.pack} checker={state.checker} language={language} />
        ) : (
          <Waiting state={state} language={language} />
        )}
      </main>
    </FluentProvider>
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
