import { type Doc, wordFrom } from '../text/document.js'

/** Who speaks about markings asks, defines, teaches, or names several of them. */
const TALK =
  /\?|(?<!\p{L})(?:was ist|was sind|bedeute\w*|heißt|unterschied\w*|abkürzung|steht für|definier\w*|definition|begriff\w*|erklär\w*|glossar|stufen|geheimhaltungsgrade\w*|verschlusssachengrade\w*|einstufungen|grade|ampel\w*|traffic light|merkblatt|schulung\w*|richtlinie\w*|leitfaden|anweisung|vsa|verschlusssachenanweisung|grundsätzlich|generell|allgemein|beispiel\w*|z\. ?b\.|wenn|falls|sofern|niemals|keine?n?|wann|wie|welche\w*|wer|umgang|zugelassen\w*|zulassung|konform|zertifizier\w*|gilt für|gelten|regel\w*|vorschrift\w*|eingestufte[nmrs]?|gehör(?:t|en)|erlaubt|verboten|unzulässig|zulässig|tabu)(?!\p{L})/iu
/** Verbs and small words that make a subject or an object of the marking. */
const USED_AS_NOUN =
  /(?<!\p{L})(?:für|mit|von|ab|bis|oder|und|als|zu|über|ohne|unter|wird|werden|sind|ist|mein\w*)\s["„(]?$/iu
const SENTENCE_GOES_ON =
  /^["“”)]?\s(?:ist|sind|darf|dürfen|muss|müssen|kann|können|soll|sollen|sollte|genügt|reicht|wird|werden|hat|haben|oder|und|verlangt|erfordert|gilt)(?!\p{L})/iu
const COMPOUND =
  /^(?:-\p{L}|\s(?:Dokumente|Unterlagen|Informationen|Daten|Schriftstücke|Papiere) (?:sind|dürfen|müssen|werden|können|sollen|gehören)(?!\p{L}))/u
const MODAL =
  /(?<!\p{L})(?:müssen|muss|dürfen|darf|können|kann|sollen|soll|genügt|reicht|oder|ab|bis|gilt|unterlagen|dokumente|informationen)(?!\p{L})/iu
/** … unless a particular paper is meant. */
const PAPERS =
  'dokument|papier|schreiben|datei|unterlagen?|anlagen?|anhang|bericht|vermerk|plan|e-mail|mail|akte|vorlage|liste|entwurf|protokoll|niederschrift|lagebild|konzept|präsentation|tabelle|brief|text|ordner|folien|meldung|warnmeldung'
const THIS_PAPER = new RegExp(
  `(?<!\\p{L})(?:anbei|(?:anliegend|angehängt|angefügt|beigefügt|beiliegend|vorliegend)\\p{L}*|(?:dies|das) (?:ist|hier)|(?:dies\\p{L}*|(?!dem vermerk)de[rmn]|die|das|mein\\p{L}*|unser\\p{L}*)(?: \\p{Ll}+)? (?:\\p{L}{2,15}-)?(?:${PAPERS}))(?!\\p{L})`,
  'iu',
)
/** Somebody has a marked paper before them: "hab das hier vom Kreis, steht VS-NfD drauf". */
const IN_HAND =
  /(?<!\p{L})(?:(?:angehängt|beigefügt|anliegend|beiliegend)\p{L}*|(?:hier|oben|vorne|drauf|obendrauf|darauf) (?:steht|stand)|(?:steht|stand)(?! für)[^.?!]{0,60}(?:drauf|darauf|darüber|drüber|oben)|(?:hab|habe|haben)(?: \p{L}+){0,3} (?:bekommen|erhalten|gefunden|hier)|(?:dem|einem|jedem) (?:deckblatt|umschlag|dokument|blatt|plan) (?:steht|stand|prangt)|aufgedruckt|gestempelt)(?!\p{L})/iu
/** "mit dem Aufdruck …", "trägt den Stempel …": a marking in quotation marks behind it is one. */
const STAMPED =
  /(?<!\p{L})(?:aufdruck|stempel|gestempelt|überschrift|kopfzeile|fußzeile|wasserzeichen|aufschrift|oben (?:steht|stand)|steht oben|deckblatt|umschlag|mit dem (?:vermerk|hinweis)|trägt den (?:vermerk|hinweis))(?!\p{L})[^.?!\n]{0,40}[„"“»]?$/iu
const GRADES =
  /n\.?f\.?d(?!\p{L})|dienstgebr|vs.?vertr|streng geheim|(?<!streng )geheim(?!\p{L})|tlp.{0,2}(?:red|amber|green|clear|white)|(?:nato|eu) \p{L}+/giu
const LONGEST_SENTENCE = 400
const NEAR = 70

/** Whether the sentence speaks about markings instead of bearing one; a stamp is only doubted by its own line. */
export function isTalkAboutMarkings(doc: Doc, start: number, end: number, stamp: boolean): boolean {
  const around = stamp ? lineAround(doc, start, end) : sentenceAround(doc, start, end)
  const named = around.replaceAll(/amtlich geheim/gi, '')
  const grades = new Set(Array.from(named.matchAll(GRADES), ([grade]) => grade.toLowerCase().replace(/[^\p{L}]/gu, '')))
  if (grades.has('dienstgebr')) grades.delete('nfd')
  if (grades.size > 1) return true
  if (IN_HAND.test(around)) return false
  if (stamp)
    return (
      /\bbedeutet\b|unterschied|^was ist/i.test(around) || (around.includes('?') && !isQuestionBehind(doc, start, end))
    )
  if (around.includes('?')) return true
  if (THIS_PAPER.test(around)) return false
  const compound = COMPOUND.test(doc.text.slice(end, end + NEAR))
  if (compound || TALK.test(around)) return true
  const isNoun = USED_AS_NOUN.test(doc.text.slice(Math.max(0, start - NEAR), start))
  return (isNoun && MODAL.test(around)) || SENTENCE_GOES_ON.test(doc.text.slice(end, end + NEAR))
}

/** "VS-NfD: Lageplan Wasserwerk. Kannst du das kürzen?": the question comes in a sentence of its own. */
const isQuestionBehind = (doc: Doc, start: number, end: number): boolean =>
  !sentenceAround(doc, start, end).includes('?') || /^[^\n?]{25,}[.:] [^\n]*\?/.test(doc.text.slice(end, end + 400))

/** Whether the text says of one particular paper that it is marked so: "Dieser Vermerk ist vertraulich." */
export function speaksOfPaper(doc: Doc, start: number, end: number): boolean {
  if (!/(?:lich|sache|gebrauch|geheim)$/i.test(doc.text.slice(start, end))) return false
  const before = doc.text.slice(Math.max(0, start - NEAR), start)
  const sentence = sentenceAround(doc, start, end)
  if (sentence.includes('?')) return false
  if (STAMPED.test(before) && !TALK.test(sentence)) return true
  if (!THIS_PAPER.test(sentence)) return false
  if (
    /(?<!\p{L})als ["„]?$/u.test(before) &&
    /^["“]? (?:gekennzeichnet|markiert|eingestuft|gestempelt)/.test(doc.text.slice(end, end + 16))
  )
    return true
  return !/werden|wird/.test(sentence) && /(?<!\p{L})(?:ist|sind|war|trägt)(?!\p{L})[^.]*$/u.test(before)
}

function lineAround({ text }: Doc, start: number, end: number): string {
  const newline = text.indexOf('\n', end)
  const line = text.lastIndexOf('\n', start - 1) + 1
  return text.slice(
    Math.max(line, start - LONGEST_SENTENCE),
    Math.min(newline < 0 ? text.length : newline, end + LONGEST_SENTENCE),
  )
}

/** The words of the sentence and the sign that ends it. */
function sentenceAround(doc: Doc, start: number, end: number): string {
  let first = wordFrom(doc, start)
  let last = wordFrom(doc, end - 1)
  const sentence = doc.sentence[first]
  while (first > 0 && doc.sentence[first - 1] === sentence && start - (doc.start[first - 1] ?? 0) < LONGEST_SENTENCE)
    first--
  while (
    last + 1 < doc.count &&
    doc.sentence[last + 1] === sentence &&
    (doc.end[last + 1] ?? 0) - end < LONGEST_SENTENCE
  )
    last++
  const to = doc.end[last] ?? end
  return doc.text.slice(doc.start[first], to) + doc.text.slice(to, to + 3).replace(/\n[\s\S]*/, '')
}
