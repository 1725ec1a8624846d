import { Button } from '@fluentui/react-components'
import { useContext } from 'react'
import { LONGEST_MATERIAL, type ToolsView } from '../../../policies/generation-contract.js'
import type { DataClass } from '../../../policies/pack/terms.js'
import { conditionText } from '../../../policies/tools/permit-texts.js'
import { CopyButton } from '../../components/CopyButton.js'
import { LinkButton } from '../../components/LinkButton.js'
import { Notice } from '../../components/Notice.js'
import { Refused } from '../../components/write/Refused.js'
import { ToolOffers } from '../../components/write/ToolOffers.js'
import { type Language, TEXTS, WRITE } from '../../texts/index.js'
import type { Offer } from '../../write/offers.js'
import { heldClass } from '../../write/seen.js'
import type { CheckState } from '../check/useCheck.js'
import { hrefOf } from '../route.js'
import { WritingPlace } from './place.js'

type Props = {
  readonly view: ToolsView
  readonly offers: readonly Offer[]
  readonly offer: Offer | undefined
  readonly state: CheckState
  readonly origin: DataClass | undefined
  /** What the model still needs to know, in words. */
  readonly missing: readonly string[]
  readonly text: string
  readonly language: Language
  readonly onTool: (id: string) => void
  readonly onReplace: () => void
  readonly onSend: (offer: Offer) => void
}

const BLOCKS = hrefOf({ page: 'schreiben', id: 'textbausteine' })

function useLessonHref(): (id: string) => string {
  const { hrefOf } = useContext(WritingPlace)
  return id => hrefOf({ page: 'modul', id })
}

/** Which tool, and the one step that comes next with it. */
export function Sending(props: Props) {
  const { view, offers, offer, state, origin, language, onTool } = props
  const lessonHref = useLessonHref()
  const texts = WRITE[language]
  if (state.phase === 'failed' || state.phase === 'too-long') return null
  if (state.phase === 'done' && heldClass(state.checked.findings)) return null
  if (origin === undefined) return <p className="quiet">{texts.chooseOrigin}</p>
  return (
    <section className="step">
      {!offer && state.phase === 'done' && <NoTool {...props} />}
      <ToolOffers
        heading={`4. ${texts.tool}`}
        offers={offers}
        tools={view.tools}
        chosen={offer?.tool.id}
        language={language}
        texts={texts}
        lessonHref={lessonHref}
        onTool={onTool}
      />
      {offer && <Next {...props} offer={offer} />}
    </section>
  )
}

function Next({ view, offer, state, missing, text, language, onReplace, onSend }: Props & { readonly offer: Offer }) {
  const lessonHref = useLessonHref()
  const texts = WRITE[language]
  const { tool } = offer
  const checking = state.phase !== 'done'
  const tooMuch = text.length > LONGEST_MATERIAL
  if (offer.kind === 'refused')
    return (
      <Notice look="warning" sign="careful">
        <Refused offer={offer} tools={view.tools} language={language} texts={texts} lessonHref={lessonHref} />
        {offer.permit.reason === 'procedure' && <p>{TEXTS[language].wayNobody}</p>}
      </Notice>
    )
  if (offer.kind === 'replaced')
    return (
      <div className="next">
        <p>{texts.replaceFirst}</p>
        <Button appearance="primary" size="large" disabledFocusable={checking} onClick={onReplace}>
          {texts.replace}
        </Button>
      </div>
    )
  const careful = offer.conditions.includes('pseudonymised')
  return (
    <div className="next">
      {careful && <p className="note">{conditionText('pseudonymised', language)}</p>}
      {tool.served ? (
        <>
          {missing.length > 0 && <p className="note">{texts.missing(missing.join(', '))}</p>}
          {tooMuch && <p role="status">{texts.tooMuch}</p>}
          <Button
            appearance="primary"
            size="large"
            disabledFocusable={checking || tooMuch}
            onClick={() => onSend(offer)}
          >
            {texts.send(tool.name)}
          </Button>
        </>
      ) : (
        <>
          <p>{texts.elsewhereMore(tool.name)}</p>
          <div className="row">
            {!checking && <CopyButton text={text} texts={TEXTS[language]} label={texts.copyText} />}
            {tool.link && <LinkButton href={tool.link}>{texts.open(tool.name)}</LinkButton>}
          </div>
        </>
      )}
    </div>
  )
}

/** No tool at all: why the nearest one cannot, and the built-in aid goes on. */
function NoTool({ offers, view, language }: Props) {
  const lessonHref = useLessonHref()
  const texts = WRITE[language]
  const refused = offers.filter(one => one.kind === 'refused')
  const nearest = NEAR.flatMap(reason => refused.find(one => one.permit.reason === reason) ?? [])[0]
  return (
    <Notice look="warning" sign="careful">
      <p>
        <strong>{texts.noTool}</strong>
      </p>
      {nearest && (
        <Refused offer={nearest} tools={view.tools} language={language} texts={texts} lessonHref={lessonHref} />
      )}
      {nearest?.permit.reason === 'procedure' && <p>{TEXTS[language].wayNobody}</p>}
      <p>{texts.noToolWay}</p>
      <LinkButton href={BLOCKS}>{texts.aids.textbausteine}</LinkButton>
    </Notice>
  )
}

/** What a person can do most about comes first. */
const NEAR = ['training', 'procedure', 'too-sensitive'] as const
