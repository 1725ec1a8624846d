import { CORRECTIONS, WHOLE_WORDS } from './syllable-corrections.js'

/**
 * Spoken syllables of one German word (letters, also with hyphens). Decided once, so that figures can be compared:
 * - i before a, o, u or ö is no syllable of its own ("Nation" 2, "Ministerium" 4), nor is the e in "Familie" (3);
 *   in the first syllable and behind two consonants like "tr" it is ("Dialog" 3, "Patriot" 3).
 * - Words of English and French count as they are spoken: "Team" 1, "Queue" 1.
 * - Capitals that are no word, and words without a vowel, are spelled: "KI" 2, "DSGVO" 5, "GmbH" 4.
 */
export function syllables(word: string): number {
  if (isSpelled(word)) return spelled(word)
  return word
    .split(/[-–‐/'’.]/)
    .map(ofPart)
    .reduce((sum, count) => sum + count, 0)
}

/** "KITA" and "IBAN" can be read as words. */
const isSpelled = (word: string): boolean =>
  /^\p{Lu}{1,5}$/u.test(word) && !(word.length > 3 && /\p{Lu}[AEIOUÄÖÜ]\p{Lu}/u.test(word))

/** The Y is the only letter of the alphabet whose name has more than one syllable. */
const spelled = (word: string): number => [...word].reduce((sum, letter) => sum + (/y/i.test(letter) ? 3 : 1), 0)

/** Sounds of one syllable, the longest first. */
const NUCLEUS = /ieu|äu|au|ei|eu|ai|ay|ey|oy|oi|ou|ie|aa|ee|oo|[aeiouyäöüàáâéèêëíîóôúû]/g
const VOWEL = /[aeiouyäöüàáâéèêëíîóôúû]/

function ofPart(part: string): number {
  if (part === '') return 0
  const lower = part.normalize('NFC').toLowerCase()
  const whole = WHOLE_WORDS.get(lower)
  if (whole !== undefined) return whole
  // The u of "qu" is spoken as a consonant, and so is y before a vowel at the start.
  const word = lower.replaceAll('qu', 'kw').replace(/^y(?=[aeiouäöü])/, 'j')
  const nuclei = [...word.matchAll(NUCLEUS)]
  if (nuclei.length === 0) return spelled(part)
  const glides = nuclei.filter(({ 0: sound, index }) => sound === 'i' && isGlide(word, index)).length
  const corrected = CORRECTIONS.reduce((sum, { piece, more }) => sum + more * (word.match(piece)?.length ?? 0), 0)
  return Math.max(1, nuclei.length - glides + corrected)
}

/** The i of "Nation": behind one consonant, before another vowel, not in the first syllable. */
function isGlide(word: string, at: number): boolean {
  if (!/[aouöüä]/.test(word.charAt(at + 1))) return false
  if (VOWEL.test(word.charAt(at - 1)) || !VOWEL.test(word.slice(Math.max(0, at - REACH), at))) return false
  return !/[bdfgkpt]r$|[bfgkp]l$/.test(word.slice(Math.max(0, at - 2), at))
}

/** No German word has more consonants than this before its first vowel. */
const REACH = 8
