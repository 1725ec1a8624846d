import { Button } from '@fluentui/react-components'
import { type Api, PROOFS } from '../api/index.js'
import { type Language, TODAY } from '../texts/index.js'
import { Failed } from './Failed.js'
import { saveFile } from './save-file.js'
import { useAction } from './useAction.js'

/** The KI-Pass to take away, as a document and as a file others can check. */
export function ProofFiles({ api, language }: { api: Api; language: Language }) {
  const { run, failure } = useAction()
  return (
    <>
      <div className="row">
        {PROOFS.map(file => (
          <Button
            key={file}
            onClick={() =>
              run(
                () => api.proof(file),
                blob => saveFile(blob, file),
              )
            }
          >
            {TODAY[language].files[file]}
          </Button>
        ))}
      </div>
      {failure && <Failed failure={failure} language={language} again={undefined} />}
    </>
  )
}
