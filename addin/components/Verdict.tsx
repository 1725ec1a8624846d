import { Button } from '@fluentui/react-components'
import type { Group } from '../check/groups.js'
import type { Outcome, ToolChoice } from '../check/outcome.js'
import type { Texts } from '../texts/index.js'
import { Icon } from './Icon.js'
import { toolInto, verdictOf, wordOf } from './verdict-words.js'

type Props = {
  readonly outcome: Outcome
  readonly groups: readonly Group[]
  readonly ruledOut: number
  readonly uncovered: boolean
  /** What the person said the text is, in the words of the pack. */
  readonly origin: string
  readonly texts: Texts
  readonly onTool: (tool: ToolChoice) => void
}

/** The answer in one sentence, with sign, word and colour; then the reason and the way on. */
export function Verdict(props: Props) {
  const { outcome, texts, uncovered, ruledOut, onTool } = props
  const { title, reasons, ways } = verdictOf(props)
  const tools = outcome.state === 'stop' ? outcome.elsewhere.slice(0, 3) : []
  return (
    <div className={`verdict verdict-${outcome.state}`}>
      <Icon name={outcome.state} />
      <div>
        <p className="word">{wordOf(outcome, texts)}</p>
        <h3>{title}</h3>
        {reasons.map(reason => (
          <p key={reason}>{reason}</p>
        ))}
        {ruledOut > 0 && <p>{texts.ruledOut(ruledOut)}</p>}
        {uncovered && (
          <p>
            <strong>{texts.uncovered}</strong> {texts.uncoveredMore}
          </p>
        )}
        {ways.length + tools.length > 0 && <h4>{texts.waysOn}</h4>}
        {tools.length > 0 && (
          <div className="row">
            {tools.map(({ tool, replacing }) => (
              <Button key={tool.id} onClick={() => onTool(tool)}>
                {texts.otherTool(toolInto(tool, texts), replacing)}
              </Button>
            ))}
          </div>
        )}
        {ways.length > 0 && (
          <ul>
            {ways.map(way => (
              <li key={way}>{way}</li>
            ))}
          </ul>
        )}
      </div>
    </div>
  )
}
