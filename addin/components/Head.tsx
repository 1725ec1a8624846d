import { Button } from '@fluentui/react-components'
import { FRAME, type Language } from '../texts/index.js'
import { beside } from './beside.js'

export type Entry = {
  readonly href: string
  readonly words: string
  /** Whether this is where one is. */
  readonly here: boolean
  /** What is said, not shown, of an entry that leaves the page. */
  readonly unseen?: string
}

type Props = {
  readonly entries: readonly Entry[]
  readonly language: Language
  readonly onLanguage: (language: Language) => void
}

/** Where one can go, in one row or more, and the way past it. */
export function Head({ entries, language, onLanguage }: Props) {
  const texts = FRAME[language]
  const other = language === 'de' ? 'en' : 'de'
  return (
    <header className="head">
      {/* No link: the part behind # is the page here. */}
      <button type="button" className="skip" onClick={() => document.getElementById('inhalt')?.focus()}>
        {texts.skip}
      </button>
      <span className="brand" translate="no">
        {texts.brand}
      </span>
      <nav aria-label={texts.navigation}>
        <ul>
          {entries.map(({ href, words, here, unseen }) => (
            <li key={href}>
              <a href={href} {...(here ? { 'aria-current': 'page' } : {})} {...beside(href)}>
                {words}
                {unseen !== undefined && <span className="unseen"> {unseen}</span>}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Button appearance="subtle" size="small" lang={other} onClick={() => onLanguage(other)}>
        {texts.otherLanguage}
      </Button>
    </header>
  )
}
