import { Spinner } from '@fluentui/react-components'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { FRAME, type Language } from '../texts/index.js'
import { Broken } from './Broken.js'
import { Page } from './Page.js'
import Today from './pages/Today.js'
import { hrefOf, type Route } from './route.js'
import type { Connected } from './useConnection.js'

// "Heute" comes with the page; everything else when somebody goes there.
const Modules = lazy(() => import('./pages/Modules.js'))
const ModulePage = lazy(() => import('./pages/ModulePage.js'))
const RoundPage = lazy(() => import('./pages/RoundPage.js'))
const Kompass = lazy(() => import('./pages/Kompass.js'))
const Ask = lazy(() => import('./pages/Ask.js'))
const CheckPage = lazy(() => import('./pages/CheckPage.js'))
const Write = lazy(() => import('./pages/Write.js'))
const Tools = lazy(() => import('./pages/Tools.js'))
const OwnData = lazy(() => import('./pages/OwnData.js'))

type Props = { readonly route: Route; readonly connected: Connected; readonly language: Language }

/**
 * The page an address names. "Text prüfen", "Schreiben" and "Fragen" stay as they are while others are shown: what somebody has
 * typed or asked, what was drafted, and which name stands behind which placeholder, is not lost by a look at a rule.
 */
export function Pages({ route, connected, language }: Props) {
  const [opened, setOpened] = useState<readonly Route['page'][]>([])
  const [wanted, setWanted] = useState({ query: '', area: '' })
  const { page } = route
  if (!opened.includes(page)) setOpened([...opened, page])
  const { api, send } = connected
  const kept = (name: Route['page'], children: (shown: boolean) => ReactNode): ReactNode =>
    opened.includes(name) && (
      <div hidden={page !== name}>
        <Part language={language}>{children(page === name)}</Part>
      </div>
    )
  return (
    <>
      {kept('pruefen', shown => (
        <CheckPage send={send} language={language} shown={shown} />
      ))}
      {kept('schreiben', shown => (
        <Write
          connected={connected}
          task={route.page === 'schreiben' ? route.id : undefined}
          language={language}
          shown={shown}
        />
      ))}
      {kept('fragen', shown => (
        <Ask api={api} language={language} shown={shown} />
      ))}
      <Part key={page === 'regeln' ? page : hrefOf(route)} language={language}>
        {route.page === 'regeln' ? (
          <Kompass api={api} rule={route.id} language={language} wanted={wanted} onWanted={setWanted} />
        ) : (
          <Other route={route} connected={connected} language={language} />
        )}
      </Part>
    </>
  )
}

function Other({ route, connected, language }: Props) {
  const { api } = connected
  switch (route.page) {
    case 'heute':
      return <Today api={api} language={language} />
    case 'wiederholen':
      return <RoundPage api={api} request={{ kind: 'portion' }} language={language} />
    case 'module':
      return <Modules api={api} language={language} />
    case 'modul':
      return <ModulePage api={api} module={route.id} language={language} />
    case 'runde':
      return <RoundPage api={api} request={{ kind: 'round', module: route.id }} language={language} />
    case 'werkzeuge':
      return <Tools api={api} language={language} />
    case 'daten':
      return <OwnData api={api} language={language} />
    case 'unbekannt':
      return <Unknown language={language} />
    case 'pruefen':
    case 'fragen':
    case 'regeln':
    case 'schreiben':
      return null
  }
}

/** A part that is still on its way, or could not be loaded. */
function Part({ language, children }: { language: Language; children: ReactNode }) {
  return (
    <Broken language={language}>
      <Suspense fallback={<Spinner className="waiting" label={FRAME[language].loading} role="status" />}>
        {children}
      </Suspense>
    </Broken>
  )
}

function Unknown({ language }: { language: Language }) {
  const texts = FRAME[language]
  return (
    <Page title={texts.unknown} language={language}>
      <p>{texts.unknownWay}</p>
      <p>
        <a href={hrefOf({ page: 'heute' })}>{texts.toToday}</a>
      </p>
    </Page>
  )
}
