import type { Reader } from './remark.js'

const MOST_LETTERS = 20

/** Words in which long German compounds of offices end. */
const TAILS =
  'verfahren bescheinigung genehmigung verordnung ordnung ausschuss antrag bescheid steuer gebühr gesetz vertrag nachweis erklärung amt stelle behörde verwaltung bearbeitung sachbearbeitung prüfung sitzung satzung abrechnung anmeldung planung maßnahme vereinbarung beauftragte beauftragter beauftragten versicherung berechtigung erlaubnis pflicht beitrag kosten leistung leistungen unterlagen konzept förderung betreuung versorgung entsorgung sicherung schutz recht plan zeit verzeichnis bericht angelegenheiten angebot untersuchung unterbrechung verhältnis'.split(
    ' ',
  )
const LEAST_HEAD = 6

/** Words that need two looks; a hyphen shows what they are made of. */
export const longWord: Reader = ({ words }) =>
  words.flatMap(({ text, lower, start, end }) => {
    if (!/^\p{L}+$/u.test(text) || text.length <= MOST_LETTERS) return []
    const tail = TAILS.filter(word => lower.endsWith(word) && lower.length - word.length >= LEAST_HEAD).sort(
      (a, b) => b.length - a.length,
    )[0]
    const hint =
      tail === undefined
        ? 'Teilen Sie es mit Bindestrichen, oder sagen Sie es mit mehreren Wörtern.'
        : `Leichter zu lesen: „${text.slice(0, -tail.length)}-${upperFirst(tail)}“.`
    return [{ kind: 'long-word', start, end, suggestion: `Ein sehr langes Wort. ${hint}` }]
  })

const upperFirst = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
