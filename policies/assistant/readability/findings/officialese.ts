import { type PhraseIndex, phraseHits, phraseIndex } from '../phrases.js'
import { OFFICIALESE } from './officialese-words.js'
import type { Reader } from './remark.js'

const INDEX: PhraseIndex<string> = phraseIndex(OFFICIALESE, plain => plain)

/** Words of offices that people do not use, with what they say instead. */
export const officialese: Reader = (sentence, { text }) =>
  phraseHits(sentence, INDEX).flatMap(({ first, last, content }) => {
    const from = sentence.words[first]
    const to = sentence.words[last]
    if (!from || !to) return []
    const said = text.slice(from.start, to.end).replaceAll(/\s+/g, ' ')
    const suggestion = content.startsWith('(')
      ? `Statt „${said}“: ${content.slice(1, -1)}.`
      : `Einfacher als „${said}“: ${quoted(content)}.`
    return [{ kind: 'officialese', start: from.start, end: to.end, suggestion }]
  })

/** "zu, bei (erklären)" → "„zu“ oder „bei“ (erklären)". */
function quoted(content: string): string {
  const note = content.indexOf(' (')
  const words = note < 0 ? content : content.slice(0, note)
  const choices = words.split(', ').map(word => `„${word}“`)
  return `${choices.join(' oder ')}${note < 0 ? '' : content.slice(note)}`
}
