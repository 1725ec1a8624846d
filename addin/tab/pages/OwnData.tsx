import type { LearningView } from '../../../policies/learning-contract.js'
import type { Api } from '../../api/index.js'
import { FRAME, type Language, OWN_DATA } from '../../texts/index.js'
import { Content } from '../Content.js'
import { Erasure } from '../own-data/Erasure.js'
import { Pause } from '../own-data/Pause.js'
import { Reminder } from '../own-data/Reminder.js'
import { Stored } from '../own-data/Stored.js'
import { Page } from '../Page.js'
import { useLoaded } from '../useLoaded.js'

/** What is kept about the person, and what they can set themselves. */
export default function OwnData({ api, language }: { api: Api; language: Language }) {
  const learning = useLoaded('learning', api.learning)
  const stored = useLoaded('stored', api.ownData)
  const texts = OWN_DATA[language]
  return (
    <Page title={texts.title} language={language}>
      <p>{texts.intro}</p>
      <section className="part">
        <h2>{texts.stored}</h2>
        <Stored loaded={stored} language={language} />
      </section>
      <Content loaded={learning} title={texts.pause} language={language} inside>
        {(view, again) => (
          <Settings
            view={view}
            api={api}
            language={language}
            onChanged={() => {
              again()
              if (stored.phase !== 'loading') stored.again()
            }}
          />
        )}
      </Content>
      <section className="part">
        <h2>{texts.erase}</h2>
        <Erasure
          api={api}
          language={language}
          onErased={() => {
            if (learning.phase !== 'loading') learning.again()
            if (stored.phase !== 'loading') stored.again()
          }}
        />
      </section>
      {learning.phase === 'ready' && learning.value.example && (
        <p className="example">{FRAME[language].example(learning.value.municipality)}</p>
      )}
    </Page>
  )
}

type SettingsProps = {
  readonly view: LearningView
  readonly api: Api
  readonly language: Language
  readonly onChanged: () => void
}

function Settings({ view, api, language, onChanged }: SettingsProps) {
  const texts = OWN_DATA[language]
  return (
    <>
      <section className="part">
        <h2>{texts.pause}</h2>
        <Pause view={view} api={api} language={language} onChanged={onChanged} />
      </section>
      <section className="part">
        <h2>{texts.reminder}</h2>
        <Reminder view={view} api={api} language={language} onChanged={onChanged} />
      </section>
    </>
  )
}
