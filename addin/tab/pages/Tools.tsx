import type { ToolsView } from '../../../policies/generation-contract.js'
import type { Api } from '../../api/index.js'
import { LinkButton } from '../../components/LinkButton.js'
import { Refused } from '../../components/write/Refused.js'
import { ToolCard } from '../../components/write/ToolCard.js'
import { FRAME, type Language, TOOLS, WRITE } from '../../texts/index.js'
import { standingsOf } from '../../write/tool-facts.js'
import { Content } from '../Content.js'
import { Page } from '../Page.js'
import { hrefOf } from '../route.js'
import { useLoaded } from '../useLoaded.js'
import '../write.css'

const lessonHref = (id: string): string => hrefOf({ page: 'modul', id })
const WRITING = hrefOf({ page: 'schreiben', id: undefined })

/** "Werkzeuge": what this person may use, and for what. */
export default function Tools({ api, language }: { api: Api; language: Language }) {
  const loaded = useLoaded('tools', api.tools)
  const texts = TOOLS[language]
  return (
    <Content loaded={loaded} title={texts.title} language={language}>
      {view => (
        <Page title={texts.title} language={language}>
          <p>{texts.intro}</p>
          {view.municipality.example && <p className="example">{FRAME[language].example(view.municipality.name)}</p>}
          <section className="tool-card">
            <h2>{texts.helper}</h2>
            <p>{texts.helperMore}</p>
            <p>{texts.helperData}</p>
            <LinkButton href={WRITING} look="primary">
              {texts.write}
            </LinkButton>
          </section>
          <List view={view} language={language} />
        </Page>
      )}
    </Content>
  )
}

function List({ view, language }: { view: ToolsView; language: Language }) {
  const texts = TOOLS[language]
  const standings = standingsOf(view)
  const not = standings.filter(one => one.kind === 'not')
  const known = standings.filter(one => one.kind !== 'not')
  return (
    <>
      {known.map(standing => (
        <ToolCard
          key={standing.tool.id}
          standing={standing}
          language={language}
          texts={texts}
          words={WRITE[language]}
          lessonHref={lessonHref}
          writeHref={hrefOf({ page: 'schreiben', id: standing.tool.purposes[0] })}
        />
      ))}
      {known.length === 0 && <p>{texts.none}</p>}
      {not.length > 0 && (
        <details className="not-now">
          <summary>{texts.not(not.length)}</summary>
          <ul className="rows">
            {not.map(({ tool, permit }) => (
              <li key={tool.id}>
                <h3>{tool.name}</h3>
                <Refused
                  offer={{ kind: 'refused', tool, permit }}
                  tools={view.tools}
                  language={language}
                  texts={WRITE[language]}
                  lessonHref={lessonHref}
                />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
