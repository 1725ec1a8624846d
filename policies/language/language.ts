import type { Token } from './tokens.js'

export type Language = 'de' | 'en'

const GERMAN = new Set(
  'ich du er wir ihr mir mich uns der die das den dem des ein eine einen einem einer und oder aber ist sind war hat habe haben kann konnen darf durfen muss mussen soll sollen wie was wer wo wann warum welche welcher welches nicht kein keine mit von fur auf bei aus nach zu zum zur im am auch noch schon dann wenn ob es gibt man geht hier mein meine unser unsere'.split(
    ' ',
  ),
)
const ENGLISH = new Set(
  'i you he she we they my your our their the a an and or but is are was were has have had do does did can could may might must should would will what who where when why which how not no with from for of on by to in at if it this that these those me us about any there allowed please'.split(
    ' ',
  ),
)

/** German unless clearly more function words are English: most questions without any are German keywords. */
export function languageOf(tokens: readonly Token[]): Language {
  let german = 0
  let english = 0
  for (const { folded } of tokens) {
    if (GERMAN.has(folded)) german++
    if (ENGLISH.has(folded)) english++
  }
  return english > german ? 'en' : 'de'
}
