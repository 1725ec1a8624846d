import { Spinner } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { FRAME, type Language } from '../texts/index.js'
import { Failed } from './Failed.js'
import { Page } from './Page.js'
import type { Loaded } from './useLoaded.js'

type Props<Value> = {
  readonly loaded: Loaded<Value>
  /** What the page is called while there is nothing to show. */
  readonly title: string
  readonly language: Language
  /** A part of a page that has its heading already. */
  readonly inside?: boolean
  readonly children: (value: Value, again: () => void) => ReactNode
}

/** What was asked for, or that it is on its way, or why it is not there. */
export function Content<Value>({ loaded, title, language, inside = false, children }: Props<Value>) {
  switch (loaded.phase) {
    case 'ready':
      return children(loaded.value, loaded.again)
    case 'loading':
      return <Spinner className="waiting" label={FRAME[language].loading} role="status" />
    case 'failed': {
      const failed = <Failed failure={loaded.failure} language={language} again={loaded.again} />
      return inside ? (
        failed
      ) : (
        <Page title={title} language={language}>
          {failed}
        </Page>
      )
    }
  }
}
