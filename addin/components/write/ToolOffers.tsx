import type { ToolView } from '../../../policies/generation-contract.js'
import { conditionText } from '../../../policies/tools/permit-texts.js'
import type { Language, WriteTexts } from '../../texts/index.js'
import type { Offer } from '../../write/offers.js'
import { Choices } from '../Choices.js'
import { Refused } from './Refused.js'

type Props = {
  readonly heading: string
  readonly offers: readonly Offer[]
  readonly tools: readonly ToolView[]
  readonly chosen: string | undefined
  readonly language: Language
  readonly texts: WriteTexts
  readonly lessonHref: (module: string) => string
  readonly onTool: (id: string) => void
}

/** The tools that can do it, with what to keep in mind; folded below, why others cannot. */
export function ToolOffers({ heading, offers, tools, chosen, language, texts, lessonHref, onTool }: Props) {
  const usable = offers.filter(({ kind }) => kind !== 'refused')
  const refused = offers.filter(offer => offer.kind === 'refused')
  return (
    <>
      {usable.length > 0 && (
        <Choices
          heading={heading}
          choices={usable.map(offer => ({
            id: offer.tool.id,
            text: offer.tool.name,
            help: helpOf(offer, language, texts),
          }))}
          chosen={chosen}
          onChoose={onTool}
        />
      )}
      {refused.length > 0 && (
        <details className="not-now">
          <summary>{texts.notPossible(refused.length)}</summary>
          <ul className="rows">
            {refused.map(offer => (
              <li key={offer.tool.id}>
                <Refused offer={offer} tools={tools} language={language} texts={texts} lessonHref={lessonHref} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function helpOf(offer: Offer, language: Language, texts: WriteTexts): string {
  if (offer.kind === 'refused') return ''
  const said = offer.conditions.filter(one => one !== 'pseudonymised').map(one => conditionText(one, language))
  return [
    `${offer.kind === 'now' ? texts.toolNow : texts.toolReplaced}${offer.tool.served ? '' : `, ${texts.elsewhere}`}`,
    ...said,
  ].join('. ')
}
