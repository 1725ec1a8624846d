import { useContext } from 'react'
import type { ToolsView } from '../../../policies/generation-contract.js'
import { beside } from '../../components/beside.js'
import { TaskList } from '../../components/write/TaskList.js'
import { type Language, WRITE } from '../../texts/index.js'
import { AIDS, promptsIn, TASK_GROUPS } from '../../write/tasks.js'
import { hrefOf } from '../route.js'
import { WritingPlace } from './place.js'

const hrefOfTask = (id: string): string => hrefOf({ page: 'schreiben', id })

/** What one can do here: with a model, or with the built-in aid that everybody has at once. */
export function Tasks({ view, language }: { view: ToolsView; language: Language }) {
  const texts = WRITE[language]
  const toTools = useContext(WritingPlace).hrefOf({ page: 'werkzeuge' })
  return (
    <div className="task-groups">
      <section className="part">
        <h2>{texts.builtIn}</h2>
        <p className="note">{texts.builtInMore}</p>
        <TaskList
          entries={AIDS.map(id => ({
            href: hrefOfTask(id),
            name: texts.aids[id],
            short: texts.aidsMore[id],
            german: false,
          }))}
        />
      </section>
      <section className="part">
        <h2>{texts.withAi}</h2>
        <p className="note">
          {texts.withAiMore}{' '}
          <a href={toTools} {...beside(toTools)}>
            {texts.toTools}
          </a>
        </p>
        {TASK_GROUPS.map(group => (
          <section key={group} className="task-group">
            <h3>{texts.groups[group]}</h3>
            <TaskList
              entries={promptsIn(group, view).map(({ id, name, name_en, short, short_en }) => ({
                href: hrefOfTask(id),
                name: language === 'en' ? name_en : name,
                short: language === 'en' ? short_en : short,
                german: language === 'de',
              }))}
            />
          </section>
        ))}
      </section>
    </div>
  )
}
