import { FluentProvider, Spinner } from '@fluentui/react-components'
import { lazy, Suspense, useEffect, useState } from 'react'
import { Head } from '../components/Head.js'
import type { WordDocument } from '../office/document.js'
import { SignIn } from '../sign-in/SignIn.js'
import { usePaneSession } from '../sign-in/usePaneSession.js'
import { Broken } from '../tab/Broken.js'
import { THEMES, useThemeName } from '../tab/theme.js'
import { Place, useRoute } from '../tab/useRoute.js'
import { type Language, languageOf, PANE } from '../texts/index.js'
import { Cannot } from './Cannot.js'
import { useSurroundings } from './document/useSurroundings.js'
import { entriesOf } from './entries.js'
import { putBack } from './keep/at-start.js'
import { routeOf } from './route.js'
import { useLook } from './useLook.js'

// On its way at once; the page is there before it.
const pane = import('./Pane.js')
const Pane = lazy(() => pane)
// In Word nobody needs it.
const Paper = lazy(() => import('./Paper.js'))

/** The pane: beside Word, or beside a page of its own where there is no Word. It appears whatever is missing around it. */
export function App() {
  const [language, setLanguage] = useState<Language>(() => languageOf(navigator.language))
  const [paper, setPaper] = useState<WordDocument>()
  const surroundings = useSurroundings()
  const signed = usePaneSession(surroundings)
  const theme = useThemeName(useLook(surroundings?.kind === 'word'))
  const place = useRoute()
  const texts = PANE[language]
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  // Office.js has looked at the window's name by now.
  const settled = surroundings !== undefined
  useEffect(() => (settled ? putBack() : undefined), [settled])
  const route = routeOf(place.hash)
  const opened = surroundings?.kind === 'word' ? surroundings.document : paper
  const service = signed?.service
  const waiting = <Spinner className="waiting" label={texts.waiting} role="status" />
  return (
    <FluentProvider theme={THEMES[theme]} className="page pane-page" data-theme={theme}>
      <div className={surroundings?.kind === 'preview' ? 'beside' : 'alone'}>
        {surroundings?.kind === 'preview' && (
          <Broken language={language}>
            <Suspense fallback={<section className="paper-part" />}>
              <Paper because={surroundings.because} texts={texts} onOpen={setPaper} />
            </Suspense>
          </Broken>
        )}
        <div className="pane">
          <Head entries={entriesOf(route.page, language)} language={language} onLanguage={setLanguage} />
          <main id="inhalt" tabIndex={-1}>
            <SignIn signed={signed} language={language} />
            <Place value={place}>
              <Broken language={language}>
                <Suspense fallback={waiting}>
                  {opened && service && <Pane document={opened} service={service} route={route} language={language} />}
                  {!(opened && service) && !signed?.asks && waiting}
                </Suspense>
              </Broken>
            </Place>
            {opened && <Cannot capabilities={opened.capabilities} texts={texts} />}
          </main>
        </div>
      </div>
    </FluentProvider>
  )
}
