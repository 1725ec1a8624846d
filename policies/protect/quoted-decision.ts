import { type Doc, hasFlag, wordAt, wordFrom } from './text/document.js'
import { ADDRESSED, FIRST_PERSON, SALUTATION } from './text/flags.js'

const FEDERAL = /(?<![A-Za-z])(?:BGH|BVerfG|BVerwG|BSG|BAG|BFH|EuGH|EuG|EGMR|RGZ|BGHZ|BVerfGE)(?![a-z])/
const HIGHER =
  /(?<![A-Za-z])(?:OLG|OVG|VGH|LSG|LAG|BayObLG|BayVGH|KG)(?: [A-ZÄÖÜ][A-Za-zÄÖÜäöüß-]{2,30}){0,2},? [(-]? ?(?:Az\.?:? )?[(-]? ?$/
const DECISION =
  /(?:Urteil|Urt\.|Urteile|Beschluss|Beschl\.|Entscheidung|Entsch\.)[^\n]{0,40}?(?:vom|v\.) ?\d[^\n]{0,30}$/
/** "LG München I, 11.11.2025 - 42 O …": court and date are how a decision is quoted. */
const DATED =
  /(?<![A-Za-z])(?:[ALSVF]G|ArbG|[OK]LG|OVG|VGH|L[SA]G|KG) [A-ZÄÖÜ][^\n\d]{1,30}\d{1,2}\.\d{1,2}\.\d{4}[^\n\d]{0,8}$/
/** "Urteil des LG Köln 28 O 142/21": the court as source. */
const SOURCE =
  /(?:Urteil|Beschluss|Entscheidung|Rechtsprechung) (?:des|der|vom) (?:[ALSVF]G|ArbG|[OK]LG|OVG|VGH|L[SA]G|KG|Vergabekammer)(?: [A-ZÄÖÜ][A-Za-zÄÖÜäöüß()-]{2,30}){1,3},? [(-]? ?(?:Az\.?:? )?$/
const LITERATURE = /veröffentlicht|Rechtsprechungsdatenbank|juris|NJW|NVwZ|DÖV|DVBl|BeckRS|ECLI|Rspr|Rn\. ?\d|Leitsatz/
const BEFORE = 100
const AFTER = 40

/** A published decision quoted as law; a person addressed or named in the same sentence makes it that person's case. */
export function isQuotedDecision(doc: Doc, start: number, end: number): boolean {
  const before = doc.text.slice(Math.max(0, start - BEFORE), start)
  const after = doc.text.slice(end, end + AFTER)
  const quoted =
    FEDERAL.test(before) ||
    FEDERAL.test(after) ||
    HIGHER.test(before) ||
    DECISION.test(before) ||
    DATED.test(before) ||
    SOURCE.test(before) ||
    LITERATURE.test(before) ||
    LITERATURE.test(after)
  return quoted && !saysWhose(doc, start)
}

function saysWhose(doc: Doc, start: number): boolean {
  const at = wordFrom(doc, start)
  const sentence = doc.sentence[at]
  for (const step of [-1, 1]) {
    for (let word = at; doc.sentence[word] === sentence && word >= 0 && word < doc.count; word += step) {
      if (Math.abs(word - at) > 30) break
      // "LG München I" is not the English pronoun.
      if (hasFlag(doc, word, SALUTATION | FIRST_PERSON | ADDRESSED) && wordAt(doc, word) !== 'I') return true
    }
  }
  return false
}
