import { useState } from 'react'
import type { LessonView } from '../../../policies/learning-contract.js'
import type { Api } from '../../api/index.js'
import { Lesson } from '../../components/Lesson.js'
import { codeOf } from '../../learn/today.js'
import { FRAME, type Language, ROUND, TODAY } from '../../texts/index.js'
import { Content } from '../Content.js'
import { Failed } from '../Failed.js'
import { Page } from '../Page.js'
import { hrefOf } from '../route.js'
import { useAction } from '../useAction.js'
import { useLoaded } from '../useLoaded.js'
import { go } from '../useRoute.js'

type Props = { readonly api: Api; readonly module: string; readonly language: Language }

/** The lesson of a module, page by page. */
export default function ModulePage({ api, module, language }: Props) {
  const loaded = useLoaded(module, () => api.lesson(module))
  return (
    <Content loaded={loaded} title={TODAY[language].lesson} language={language}>
      {(lesson, again) => (
        <Page title={`${codeOf(lesson)} ${lesson.title}`} german language={language}>
          {language !== 'de' && <p className="quiet">{FRAME[language].germanOnly}</p>}
          <Screens key={`${lesson.id} ${lesson.version}`} api={api} lesson={lesson} language={language} onNew={again} />
        </Page>
      )}
    </Content>
  )
}

type ScreensProps = {
  readonly api: Api
  readonly lesson: LessonView
  readonly language: Language
  /** There is a newer version, which is to be loaded. */
  readonly onNew: () => void
}

function Screens({ api, lesson, language, onNew }: ScreensProps) {
  const texts = ROUND[language]
  const [at, setAt] = useState(0)
  const [turned, setTurned] = useState(false)
  const { run, sending, failure } = useAction()
  const { id, version } = lesson
  const read = (): void =>
    run(
      () => api.lessonRead({ module: id, version }),
      () => go(hrefOf({ page: 'runde', id })),
    )
  return (
    <Lesson
      lesson={lesson}
      at={at}
      turned={turned}
      sending={sending}
      texts={texts}
      onTurn={to => {
        setTurned(true)
        setAt(to)
      }}
      onDone={read}
    >
      {failure &&
        (failure.kind === 'problem' ? (
          <Failed failure={failure} language={language} label={texts.newVersion} again={onNew} />
        ) : (
          <Failed failure={failure} language={language} again={read} />
        ))}
    </Lesson>
  )
}
