import { de, type Texts } from './de.js'
import { en } from './en.js'

export { ASK, type AskTexts } from './ask.js'
export { FRAME, type FrameTexts } from './frame.js'
export { KOMPASS, type KompassTexts } from './kompass.js'
export { OWN_DATA, type OwnDataTexts } from './own-data.js'
export { PANE, type PaneTexts } from './pane.js'
export { ROUND, type RoundTexts } from './round.js'
export { TODAY } from './today.js'
export { TOOLS, type ToolsTexts } from './tools.js'
export { WRITE, type WriteTexts } from './write.js'
export type { Texts }
export type Language = 'de' | 'en'

/** The words of the page "Text prüfen". */
export const TEXTS: Readonly<Record<Language, Texts>> = { de, en }

/** German is what the rules are written in; English only for those whose browser asks for it. */
export const languageOf = (wished: string): Language => (/^en\b/i.test(wished) ? 'en' : 'de')
