import { FluentProvider, Spinner } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { Head } from '../components/Head.js'
import { SignIn } from '../sign-in/SignIn.js'
import { FRAME, type Language, languageOf } from '../texts/index.js'
import { entriesOf } from './entries.js'
import { Pages } from './Pages.js'
import { sectionOf } from './route.js'
import { THEMES, useThemeName } from './theme.js'
import { useConnection } from './useConnection.js'
import { Place, useRoute } from './useRoute.js'

/** The frame around every page: where one can go, where one is, and who Teams says is here. */
export function App() {
  const [language, setLanguage] = useState<Language>(() => languageOf(navigator.language))
  const { connected, signed, theme: told } = useConnection()
  const theme = useThemeName(told)
  const place = useRoute()
  const texts = FRAME[language]
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  return (
    <FluentProvider theme={THEMES[theme]} className="page" data-theme={theme}>
      <Head entries={entriesOf(sectionOf(place.route), language)} language={language} onLanguage={setLanguage} />
      <main id="inhalt" tabIndex={-1}>
        <SignIn signed={signed} language={language} />
        <Place value={place}>
          {connected ? (
            <Pages route={place.route} connected={connected} language={language} />
          ) : (
            !signed?.asks && <Spinner className="waiting" label={texts.connecting} role="status" />
          )}
        </Place>
      </main>
    </FluentProvider>
  )
}
