import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
} from '@fluentui/react-components'
import { useState } from 'react'
import type { Erased } from '../../../policies/learning-contract.js'
import type { Api } from '../../api/index.js'
import { StepHeading } from '../../components/StepHeading.js'
import { dayWords } from '../../texts/days.js'
import { type Language, OWN_DATA } from '../../texts/index.js'
import { Failed } from '../Failed.js'
import { useAction } from '../useAction.js'

type Props = { readonly api: Api; readonly language: Language; readonly onErased: () => void }

/** Deletes what is kept, after one question back, and says what was deleted and what stays and why. */
export function Erasure({ api, language, onErased }: Props) {
  const texts = OWN_DATA[language]
  const { run, sending, failure } = useAction()
  const [open, setOpen] = useState(false)
  const [erased, setErased] = useState<Erased>()
  const erase = (): void => {
    setOpen(false)
    run(api.erase, result => {
      setErased(result)
      onErased()
    })
  }
  return (
    <>
      <p>{texts.eraseMore}</p>
      <Dialog open={open} onOpenChange={(_, data) => setOpen(data.open)}>
        <DialogTrigger disableButtonEnhancement>
          <Button disabledFocusable={sending}>{texts.erase}</Button>
        </DialogTrigger>
        <DialogSurface>
          <DialogBody>
            <DialogTitle>{texts.eraseAsk}</DialogTitle>
            <DialogContent>{texts.eraseAskMore}</DialogContent>
            <DialogActions>
              <DialogTrigger disableButtonEnhancement>
                <Button>{texts.eraseNo}</Button>
              </DialogTrigger>
              <Button appearance="primary" onClick={erase}>
                {texts.eraseYes}
              </Button>
            </DialogActions>
          </DialogBody>
        </DialogSurface>
      </Dialog>
      {failure && <Failed failure={failure} language={language} again={erase} />}
      {erased && <Result erased={erased} language={language} />}
    </>
  )
}

function Result({ erased, language }: { erased: Erased; language: Language }) {
  const texts = OWN_DATA[language]
  return (
    <div className="erased">
      <StepHeading level={3}>{texts.erased}</StepHeading>
      <ul lang="de">
        {erased.erased.map(({ what, rows }) => (
          <li key={what}>{OWN_DATA.de.erasedRow(what, rows)}</li>
        ))}
      </ul>
      {erased.kept.length > 0 && (
        <>
          <h3>{texts.kept}</h3>
          <ul lang="de">
            {erased.kept.map(({ what, why, until }) => (
              <li key={what}>
                <strong>{what}.</strong> {why} {until !== undefined && OWN_DATA.de.keptUntil(dayWords(until, 'de'))}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
