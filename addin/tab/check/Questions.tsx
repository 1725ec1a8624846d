import type { PackView } from '../../../policies/contract.js'
import type { ToolChoice } from '../../check/outcome.js'
import { Choices } from '../../components/Choices.js'
import { type Language, TEXTS, type Texts } from '../../texts/index.js'

type Props = {
  readonly origins: PackView['protect']['origins']
  readonly tools: readonly ToolChoice[]
  readonly chosen: { readonly origin: string | undefined; readonly tool: string | undefined }
  readonly language: Language
  readonly onOrigin: (id: string) => void
  readonly onTool: (id: string) => void
}

/** Where the text comes from and where it is to go. */
export function Questions({ origins, tools, chosen, language, onOrigin, onTool }: Props) {
  const texts = TEXTS[language]
  return (
    <div className="asked">
      <Choices
        heading={`1. ${texts.origin}`}
        choices={origins.map(origin => {
          const { text, help } = language === 'en' ? origin.en : origin
          return { id: origin.id, text, help }
        })}
        chosen={chosen.origin}
        onChoose={onOrigin}
      />
      <Choices
        heading={`2. ${texts.tool}`}
        choices={tools.map(tool => ({ id: tool.id, text: toolWords(tool, texts), help: toolHelp(tool, texts) }))}
        chosen={chosen.tool}
        onChoose={onTool}
      />
      {tools.every(({ name }) => name === undefined) && <p className="note">{texts.noTools}</p>}
    </div>
  )
}

const trustOf = (tool: ToolChoice): 'W0' | 'W1' => (tool.class === 'W0' ? 'W0' : 'W1')

/** How a tool is called standing alone. */
export const toolWords = (tool: ToolChoice, { toolNames }: Texts): string => tool.name ?? toolNames[trustOf(tool)]

const toolHelp = (tool: ToolChoice, { toolHelps }: Texts): string =>
  tool.name === undefined ? toolHelps[trustOf(tool)] : toolHelps.approved
