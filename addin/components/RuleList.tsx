import type { Rule } from '../kompass/search.js'
import type { KompassTexts } from '../texts/index.js'
import { LightSign } from './LightSign.js'

type Props = {
  readonly groups: readonly {
    readonly id: string
    readonly name: string | undefined
    readonly rules: readonly Rule[]
  }[]
  /** Titles alone, where there are too many to read on. */
  readonly brief: boolean
  readonly texts: KompassTexts
  readonly href: (id: string) => string
}

/** Rules to choose from, by area or as hits in one list. */
export function RuleList({ groups, brief, texts, href }: Props) {
  return (
    <>
      {groups.map(({ id, name, rules }) => (
        <section key={id} className="rule-group">
          {name !== undefined && <h2 lang="de">{name}</h2>}
          <ul className="rule-list">
            {rules.map(rule => (
              <li key={rule.id}>
                <a href={href(rule.id)} lang="de">
                  {rule.title}
                </a>
                <LightSign light={rule.light} texts={texts} />
                {brief ? null : (
                  <p className="quiet" lang="de">
                    {rule.short}
                  </p>
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}
