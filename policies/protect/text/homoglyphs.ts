import { type MappedText, replaceMapped } from './mapped-text.js'

/** Letters of other scripts that look like Latin ones (Unicode confusables, only the exact look-alikes). */
const PAIRS =
  'аa еe оo рp сc уy хx іi јj ѕs һh ԁd ɡg ӏl ԛq ԝw вв АA ВB ЕE КK МM НH ОO РP СC ТT УY ХX ІI ЈJ ЅS Ԁd гr кk тt мm вb пn αa ηn γy οo ρp νv ιi υu κk τt ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX'
const LATIN = new Map(PAIRS.split(' ').map(pair => [pair.charAt(0), pair.charAt(1)]))

const FOREIGN = /[\u0370-\u03ff\u0400-\u052f\u0261]/
/** A word, number or code in which letters of two scripts may stand side by side. */
const MIXED = /[A-Za-z0-9\u00c0-\u024f\u0261\u0370-\u03ff\u0400-\u052f]{1,200}/g

/** Puts the Latin letter where a look-alike of another script stands in a word that is otherwise Latin or a number. */
export function unmaskHomoglyphs(source: MappedText): MappedText {
  if (!FOREIGN.test(source.text)) return source
  const latin = isMostlyLatin(source.text)
  return replaceMapped(source, MIXED, ([word]) => {
    if (!FOREIGN.test(word)) return undefined
    // "В-МХ 3070": a few capitals of another script in a text that is otherwise Latin.
    const short = latin && word.length <= SHORT && word === word.toUpperCase()
    if (!short && !/[A-Za-z0-9\u00c0-\u024f]/.test(word)) return undefined
    const plain = [...word].map(letter => LATIN.get(letter) ?? letter).join('')
    return FOREIGN.test(plain) ? undefined : plain
  })
}

const SHORT = 3

function isMostlyLatin(text: string): boolean {
  const foreign = text.match(/[\u0370-\u052f]/g)?.length ?? 0
  const latin = text.match(/[A-Za-z]/g)?.length ?? 0
  return latin > foreign * 4
}
