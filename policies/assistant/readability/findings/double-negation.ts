import type { Reader } from './remark.js'

const NEGATES = /^(?:nicht|nie|niemals|kein(?:e[mnrs]?)?|ohne)$/
/** Words that deny by themselves, behind "nicht" or "kein". */
const DENIES =
  /^(?:ausgeschlossen|selten|ohne|verboten|untersagt|verweiger\p{L}{1,4}|versäum\p{L}{1,4}|unterlassen|abgelehnt|bestritten|fehlen|weniger)$/u
const WITH_UN = /^un(?!d$|s$|ser|ter|ten$|ion|iv|gefähr|längst|gemein|wetter|fall|kosten)\p{L}{4,}$/u
const REACH = 3

/** "nicht unüblich": two denials where one word would do. */
export const doubleNegation: Reader = ({ words }, { text }) => {
  for (const [at, word] of words.entries()) {
    if (!NEGATES.test(word.lower)) continue
    for (const next of words.slice(at + 1, at + 1 + REACH)) {
      const un = WITH_UN.test(next.lower) && next.text === next.lower
      // "nicht ohne", but not "ohne dies und ohne das".
      const denies = word.lower !== 'ohne' && words[at + 1] === next && DENIES.test(next.lower)
      if (!un && !denies) continue
      if (/[,;:.]/.test(text.slice(word.end, next.start))) break
      const said = text.slice(word.start, next.end).replaceAll(/\s+/g, ' ')
      const instead = un ? `, zum Beispiel mit „${next.lower.slice(2)}“` : ''
      return [
        {
          kind: 'double-negation',
          start: word.start,
          end: next.end,
          suggestion: `„${said}“ ist doppelt verneint. Sagen Sie es positiv${instead}.`,
        },
      ]
    }
  }
  return []
}
