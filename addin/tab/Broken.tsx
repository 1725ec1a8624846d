import { Button } from '@fluentui/react-components'
import { Component, type ReactNode } from 'react'
import { FRAME, type Language } from '../texts/index.js'
import { Page } from './Page.js'

type Props = { readonly language: Language; readonly children: ReactNode }

/** A page that could not be loaded, or failed: says so where it would be; everything around it works on. */
export class Broken extends Component<Props, { readonly broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError() {
    return { broken: true }
  }

  override render() {
    const { language, children } = this.props
    if (!this.state.broken) return children
    const texts = FRAME[language]
    return (
      <Page title={texts.broken} language={language}>
        <p role="alert">{texts.brokenWay}</p>
        <Button appearance="primary" onClick={() => location.reload()}>
          {texts.reload}
        </Button>
      </Page>
    )
  }
}
