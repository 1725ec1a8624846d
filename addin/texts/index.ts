import { de, type Texts } from './de.js'
import { en } from './en.js'

export type { Texts }
export type Language = 'de' | 'en'

export const TEXTS: Readonly<Record<Language, Texts>> = { de, en }

/** German is what the rules are written in; English only for those whose browser asks for it. */
export const languageOf = (wished: string): Language => (/^en\b/i.test(wished) ? 'en' : 'de')
