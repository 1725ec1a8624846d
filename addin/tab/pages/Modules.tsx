import type { Api } from '../../api/index.js'
import { CourseBar } from '../../components/CourseBar.js'
import { ModuleRow } from '../../components/ModuleRow.js'
import { FRAME, type Language, TODAY } from '../../texts/index.js'
import { Content } from '../Content.js'
import { Page } from '../Page.js'
import { hrefOf } from '../route.js'
import { useLoaded } from '../useLoaded.js'

/** Both courses with every module, and where one stands with it. */
export default function Modules({ api, language }: { api: Api; language: Language }) {
  const loaded = useLoaded('learning', api.learning)
  const texts = TODAY[language]
  return (
    <Content loaded={loaded} title={texts.modules} language={language}>
      {({ courses, next, round, municipality, example }) => (
        <Page title={texts.modules} language={language}>
          <p>{texts.modulesMore(round.questions, Math.round(round.share * 100))}</p>
          {language !== 'de' && <p>{FRAME[language].germanOnly}</p>}
          {courses.map(course => (
            <section key={course.course} className="part">
              <CourseBar course={course} language={language} level={2} />
              <ul className="modules">
                {course.modules.map(module => (
                  <ModuleRow
                    key={module.id}
                    module={module}
                    open={course.open}
                    next={next.kind === 'module' && next.module === module.id}
                    lesson={hrefOf({ page: 'modul', id: module.id })}
                    round={hrefOf({ page: 'runde', id: module.id })}
                    language={language}
                  />
                ))}
              </ul>
            </section>
          ))}
          {example && <p className="example">{FRAME[language].example(municipality)}</p>}
        </Page>
      )}
    </Content>
  )
}
