import { Button } from '@fluentui/react-components'
import { FRAME, type Language } from '../texts/index.js'
import { hrefOf, SECTIONS, type Section } from './route.js'

type Props = {
  readonly section: Section | undefined
  readonly language: Language
  readonly onLanguage: (language: Language) => void
}

const hrefOfSection = (section: Section): string =>
  hrefOf(section === 'regeln' || section === 'schreiben' ? { page: section, id: undefined } : { page: section })

/** Every section in one row (on a narrow window two), and the way past them. */
export function Head({ section, language, onLanguage }: Props) {
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
          {SECTIONS.map(name => (
            <li key={name}>
              <a href={hrefOfSection(name)} {...(name === section ? { 'aria-current': 'page' } : {})}>
                {texts.sections[name]}
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
