import { Button, Field, Select } from '@fluentui/react-components'
import { useRef, useState } from 'react'
import type { ToolsView } from '../../../policies/generation-contract.js'
import { LabelChoice } from '../../components/pane/LabelChoice.js'
import { SixPoints } from '../../components/pane/SixPoints.js'
import type { Draft, Failure, WordDocument } from '../../office/document.js'
import { type LabelStyle, labelOf, stylesFor } from '../../review/label.js'
import { openPoint, POINTS, type Point } from '../../review/points.js'
import { type Language, PANE } from '../../texts/index.js'
import { hrefOf } from '../route.js'
import type { TakenOver } from './taken-over.js'
import { useMade } from './useMade.js'

type Props = {
  readonly draft: Draft
  readonly view: ToolsView
  readonly document: WordDocument
  readonly language: Language
  readonly onTaken: (taken: TakenOver) => void
  readonly onFailed: (failure: Failure) => void
}

/** A model's passage: six looks, the label, and then it belongs to the person. */
export function ReviewDraft({ draft, view, document, language, onTaken, onFailed }: Props) {
  const texts = PANE[language]
  const made = useMade(document, draft.id)
  const styles = stylesFor(document.capabilities, view.labelStyle)
  const [looked, setLooked] = useState<ReadonlySet<Point>>(new Set())
  const [style, setStyle] = useState<LabelStyle>(styles[0] ?? 'none')
  const [chosen, setChosen] = useState<string>()
  const [wording, setWording] = useState<string>()
  const [asked, setAsked] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  const toolId = chosen ?? (typeof made === 'object' ? made.tool : '')
  const tool = view.tools.find(({ id }) => id === toolId)
  const text = wording ?? tool?.label ?? ''
  const open = POINTS.length - looked.size

  const takeOver = (): void => {
    const point = openPoint(looked)
    if (point) {
      setAsked(true)
      place.current?.querySelector<HTMLElement>(`input[data-point="${point}"], [data-point="${point}"] input`)?.focus()
      return
    }
    const wished = labelOf(style, text)
    document.takeOver(draft.id, wished).then(
      outcome => {
        if (outcome.kind === 'failed') return onFailed(outcome.failure)
        const purpose = view.prompts.find(({ id }) => typeof made === 'object' && id === made.purpose)?.name
        onTaken({
          draft,
          label: outcome.label === wished.kind ? 'as-wished' : 'bracket-instead',
          facts: { tool: tool?.name ?? '[Werkzeug]', purpose: purpose ?? 'Text entwerfen', day: view.today },
        })
      },
      () => onFailed('unknown'),
    )
  }
  return (
    <div className="review-draft" ref={place}>
      <Passage draft={draft} document={document} language={language} onFailed={onFailed} />
      <SixPoints
        looked={looked}
        texts={texts}
        onLooked={(point, done) => setLooked(known => changed(known, point, done))}
      />
      {made === 'unknown' && (
        <Field label={texts.madeWith} className="one-choice">
          <Select value={toolId} onChange={(_, { value }) => setChosen(value)}>
            <option value="">{texts.otherTool}</option>
            {view.tools.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <LabelChoice
        styles={styles}
        house={view.labelStyle}
        style={style}
        text={text}
        ruleHref={hrefOf({ page: 'regeln', id: 'kennzeichnung' })}
        texts={texts}
        onStyle={setStyle}
        onText={setWording}
      />
      <p className="note" role="status">
        {asked && open > 0 && texts.pointsOpen(open)}
      </p>
      <div className="row">
        <Button appearance="primary" size="large" onClick={takeOver}>
          {texts.takeOver}
        </Button>
      </div>
    </div>
  )
}

function changed(known: ReadonlySet<Point>, point: Point, done: boolean): ReadonlySet<Point> {
  const next = new Set(known)
  if (done) next.add(point)
  else next.delete(point)
  return next
}

/** So much of a passage that one knows which it is. */
const SHOWN = 240

/** The passage itself, and the way to it in the document. */
export function Passage({ draft, document, language, onFailed }: Omit<Props, 'view' | 'onTaken'>) {
  const texts = PANE[language]
  const show = (): void => {
    document.select(draft.id).then(
      outcome => outcome.kind === 'failed' && onFailed(outcome.failure),
      () => onFailed('unknown'),
    )
  }
  return (
    <>
      <blockquote className="passage" lang="de">
        {draft.text.length > SHOWN ? `${draft.text.slice(0, SHOWN)} …` : draft.text}
      </blockquote>
      <div className="row">
        <Button onClick={show}>{texts.show}</Button>
      </div>
    </>
  )
}
