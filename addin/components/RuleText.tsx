import type { ReactNode } from 'react'
import type { Rule } from '../kompass/search.js'
import { codeOf } from '../learn/today.js'
import { dayWords } from '../texts/days.js'
import { KOMPASS, type Language } from '../texts/index.js'
import { Bold } from './Bold.js'
import { LightSign } from './LightSign.js'

type Props = {
  readonly rule: Rule
  readonly related: readonly { readonly id: string; readonly title: string }[]
  readonly language: Language
  readonly ruleHref: (id: string) => string
  readonly moduleHref: (id: string) => string
  /** What can be done with the rule, below its short answer. */
  readonly children: ReactNode
}

/** One rule in full. */
export function RuleText({ rule, related, language, ruleHref, moduleHref, children }: Props) {
  const texts = KOMPASS[language]
  const say = (day: string): string => dayWords(day, language)
  return (
    <article className="sheet rule">
      <div className={`ampel ampel-${rule.light}`}>
        <LightSign light={rule.light} texts={texts} />
        <p lang="de">{rule.short}</p>
      </div>
      {children}
      <Points heading={texts.do} points={rule.do} />
      <Points heading={texts.dont} points={rule.dont} />
      <Points heading={texts.instead} points={rule.instead} />
      <h2>{texts.why}</h2>
      <p lang="de">{rule.why}</p>
      <Points heading={texts.help} points={rule.help} />
      <Links
        heading={texts.modules}
        links={rule.modules.map(({ id, title }) => ({ id, title: `${codeOf({ id })} ${title}` }))}
        href={moduleHref}
      />
      <Links heading={texts.related} links={related} href={ruleHref} />
      <h2>{texts.sources}</h2>
      <ul>
        {rule.sources.map(({ text, stand, certainty }) => (
          <li key={text}>
            <span lang="de">{text}</span> ({texts.stand(say(stand))}; {texts.certainties[certainty]})
          </li>
        ))}
      </ul>
      {rule.changes.length > 0 && (
        <>
          <h2>{texts.changes}</h2>
          <ul>
            {rule.changes.map(({ version, on, what }) => (
              <li key={version} lang="de">
                {KOMPASS.de.change(version, dayWords(on, 'de'), what)}
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="quiet">{texts.version(rule.version, say(rule.validFrom), say(rule.reviewBy))}</p>
    </article>
  )
}

function Points({ heading, points }: { heading: string; points: readonly string[] }) {
  if (points.length === 0) return null
  return (
    <section>
      <h2>{heading}</h2>
      <ul lang="de">
        {points.map(point => (
          <li key={point}>
            <Bold text={point} />
          </li>
        ))}
      </ul>
    </section>
  )
}

type LinksProps = {
  readonly heading: string
  readonly links: readonly { readonly id: string; readonly title: string }[]
  readonly href: (id: string) => string
}

function Links({ heading, links, href }: LinksProps) {
  if (links.length === 0) return null
  return (
    <section>
      <h2>{heading}</h2>
      <ul lang="de">
        {links.map(({ id, title }) => (
          <li key={id}>
            <a href={href(id)}>{title}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
