import type { DataClass } from '../../pack/terms.js'

/**
 * `grade`: no everyday word, so only talk about markings speaks against it. `stamp`: an everyday word that must stand
 * like a stamp. `alone`: so everyday that it must stand alone or between signs. `heading`: a stamp that may also open
 * the title of a document ("Nichtöffentliche Sitzung des Hauptausschusses").
 */
export type Place = 'grade' | 'stamp' | 'alone' | 'heading'

/** How a marking is written and what it means. */
export type MarkingForm = {
  readonly pattern: RegExp
  readonly class: DataClass
  readonly place: Place
  /** How many words before the one that gives it away the marking may begin: that one is the rarest of them. */
  readonly back: number
  /** Weaker than a real marking. */
  readonly weak?: true
}

const GAP = '[ \\t]?[-_/]?[ \\t]?'
const SERVICE = 'nur[ \\t]f(?:ür|uer|ur|\\.)[ \\t]?(?:den|d\\.)[ \\t]?dienstgebr(?:auch|\\.)'
const KEPT = '(?:[ \\t]?[-,(]?[ \\t]?amtlich[ \\t]geheim[ \\t]?(?:gehalten|zu[ \\t]halten))'
const END = '(?![\\p{L}\\p{N}])'

/** Forms by the word that gives them away, folded. */
export const FORMS: ReadonlyMap<string, readonly MarkingForm[]> = byWord([
  // Grades of federation and states (VSA 2023, Anlage IV), written out or short
  ['vs', `vs${GAP}${SERVICE}`, 'VS', 'grade'],
  ['vs', `vs${GAP}nfd`, 'VS', 'grade'],
  ['vs', `vs${GAP}(?:vertraulich|vertr\\.?)${KEPT}?`, 'VS', 'grade'],
  ['vs', `vs${GAP}(?:(?:streng|str\\.)[ -])?geh(?:eim|\\.)${KEPT}?`, 'VS', 'grade'],
  ['vsnfd', 'vsnfd', 'VS', 'grade'],
  ['nfd', 'nfd', 'VS', 'stamp'],
  ['streng geheim', `(?:streng[ \\t])?geheim${KEPT}`, 'VS', 'grade'],
  ['amtlich', 'amtlich[ \\t]geheim[ \\t]?gehalten', 'VS', 'stamp'],
  ['streng', 'streng[ \\t]geheim', 'VS', 'stamp'],
  ['str', 'str\\.[ \\t]geh\\.?', 'VS', 'stamp'],
  ['geheim', 'geheim', 'VS', 'stamp'],
  ['verschlusssache', 'verschlusssache', 'VS', 'alone'],
  // Grades of EU and NATO
  [
    'restreint confidentiel secret',
    '(?:restreint|confidentiel|secret)[ ]ue(?:[ ]?/[ ]?eu[ ](?:restricted|confidential|secret))?',
    'VS',
    'grade',
  ],
  ['tres', 'tr[eè]s[ ]secret[ ]ue(?:[ ]?/[ ]?eu[ ]top[ ]secret)?', 'VS', 'grade'],
  ['eu nato', '(?:eu|nato)[ -](?:restricted|confidential|secret|top[ ]secret)', 'VS', 'grade'],
  ['cosmic', 'cosmic[ ]top[ ]secret', 'VS', 'grade'],
  // TLP 2.0
  ['tlp', 'tlp[ ]?[:-]?[ ]?(?:red|rot|amber(?:[ ]?\\+[ ]?strict)?|gelb)', 'D3', 'grade'],
  ['tlp', 'tlp[ ]?[:-]?[ ]?(?:green|grün)', 'D1', 'grade', 0, true],
  // What offices stamp themselves
  [
    'nichtoffentlich nichtoffentliche nichtoffentlicher nichtoffentlichen offentlich offentliche offentlicher offentlichen',
    'nicht[ -]?öffentlich(?:e[nrs]?)?(?:[ ](?:sitzung|teil|niederschrift|(?:beschluss|sitzungs)?vorlage|anlage|tagesordnung))?',
    'D2',
    'heading',
    1,
  ],
  ['personlich', 'persönlich(?:[ ]?(?:/|und|,|&|-|\\+)[ ]?vertraulich)', 'D2', 'stamp'],
  ['personlich', 'persönlich', 'D2', 'alone'],
  ['streng vertraulich', '(?:streng[ ])?vertraulich', 'D2', 'stamp'],
  ['vertrauliche', 'vertrauliche[ ]personal(?:sache|angelegenheit)', 'D3', 'heading'],
  ['personalsache personalangelegenheit', 'personal(?:sache|angelegenheit)', 'D3', 'heading'],
  ['arztsache', 'arztsache', 'D3', 'stamp'],
  ['verschlossen', 'verschlossen', 'D2', 'alone'],
  ['dienstgebrauch dienstgebr', SERVICE, 'D2', 'stamp', 4],
  [
    'gebrauch verwendung dienstgebrauch',
    '(?:nur|ausschließlich)[ ](?:für|fuer|zum|zur)[ ](?:den[ ])?(?:rein[ ])?(?:(?:verwaltungs|behörden|amts)?internen?|(?:inner)?dienstlichen?)[ ](?:dienst)?(?:gebrauch|verwendung)',
    'D2',
    'stamp',
    5,
  ],
  ['gebrauch', '(?:für[ ]den|fuer[ ]den|zum)[ ]internen[ ]gebrauch', 'D2', 'stamp', 3],
  ['weitergabe veroffentlichung', 'nicht[ ]zur[ ](?:weitergabe|veröffentlichung)(?:[ ]bestimmt)?', 'D2', 'stamp', 2],
  ['strictly confidential', '(?:strictly[ ])?confidential', 'D2', 'stamp'],
  ['internal', 'internal[ ]use[ ]only', 'D2', 'stamp'],
  ['intern', '(?:nur[ ])?intern', 'D1', 'alone', 1, true],
])

type Row = readonly [words: string, pattern: string, dataClass: DataClass, place: Place, back?: number, weak?: true]

function byWord(rows: readonly Row[]): Map<string, MarkingForm[]> {
  const forms = new Map<string, MarkingForm[]>()
  for (const [words, source, dataClass, place, back = 0, weak] of rows) {
    const form = { pattern: new RegExp(`${source}${END}`, 'iuy'), class: dataClass, place, back, ...(weak && { weak }) }
    for (const word of words.split(' ')) forms.set(word, [...(forms.get(word) ?? []), form])
  }
  return forms
}
