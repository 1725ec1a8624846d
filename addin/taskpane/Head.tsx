import { Button } from '@fluentui/react-components'
import { FRAME, type Language, PANE } from '../texts/index.js'
import { hrefOf, type PaneRoute, REVIEW } from './route.js'

type Props = {
  readonly page: PaneRoute['page']
  readonly language: Language
  readonly onLanguage: (language: Language) => void
}

/** Where one can go in the pane; learning opens beside it. */
export function Head({ page, language, onLanguage }: Props) {
  const texts = FRAME[language]
  const { sections, beside } = PANE[language]
  const other = language === 'de' ? 'en' : 'de'
  const entries = [
    { page: 'schreiben', href: hrefOf({ page: 'schreiben', id: undefined }) },
    { page: 'uebernehmen', href: REVIEW },
    { page: 'fragen', href: hrefOf({ page: 'fragen' }) },
  ] as const
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
          {entries.map(entry => (
            <li key={entry.page}>
              <a href={entry.href} {...(entry.page === page ? { 'aria-current': 'page' } : {})}>
                {sections[entry.page]}
              </a>
            </li>
          ))}
          <li>
            <a href={hrefOf({ page: 'heute' })} target="_blank" rel="noreferrer">
              {sections.lernen}
              <span className="unseen"> {beside}</span>
            </a>
          </li>
        </ul>
      </nav>
      <Button appearance="subtle" size="small" lang={other} onClick={() => onLanguage(other)}>
        {texts.otherLanguage}
      </Button>
    </header>
  )
}
