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

const GAP = '[ \\t]?[-_/=:·]?[ \\t]?'
/** Between the words of a long marking the line may break. */
const SPACE = '(?:[ \\t]{1,3}|_|[ \\t]?\\n[ \\t]{0,8})'
const SHORT = 'n\\.?[ ]?f\\.?[ ]?d(?:\\.(?!\\w))?'
const SERVICE = `(?:nur|n\\.)${SPACE}f(?:ür|uer|ur|\\.)[ \\t]?(?:${SPACE}?(?:den|d\\.)[ \\t]?)?${SPACE}?dienstgebr(?:auch|\\.)?`
const KEPT = '(?:[ \\t]?[-,(]?[ \\t]?amtl(?:ich|\\.)[ \\t]?geheim[ \\t-]?(?:gehalten|geh\\.|zu[ \\t]halten)\\)?)'
const END = '(?![\\p{L}\\p{N}])'
const SITTING =
  '(?:sitzung(?:steil)?|teil|beratung|niederschrift|protokoll|(?:beschluss|sitzungs|rats|mitteilungs)?vorlage|anlage|unterlagen?|tagesordnung(?:spunkt)?|top|drucksache|beschluss|beschlüsse|angelegenheit(?:en)?|fassung)'
const CONFIDENTIAL_PAPER =
  '(?:(?:beschluss|sitzungs|rats|mitteilungs)?vorlage|unterlagen?|anlage|mitteilung|niederschrift|notiz|aktennotiz|drucksache|dienstsache|verschlusssache|personalsache|personalangelegenheit|sitzung|information(?:svorlage)?)'

const TLP =
  '(?:tlp|traffic[ -]light[ -]protocol)(?:[ _-](?:einstufung|stufe|label|marking|kennzeichnung|farbe|2\\.0|v2))?[ ]{0,2}[:=_/|-]?[ ]{0,2}'

/** Forms by the word that gives them away, folded. */
export const FORMS: ReadonlyMap<string, readonly MarkingForm[]> = byWord([
  // Grades of federation and states (VSA 2023, Anlage IV), written out or short
  ['vs', `vs${GAP}${SERVICE}`, 'VS', 'grade'],
  ['vs', `vs${GAP}${SHORT}`, 'VS', 'grade'],
  ['vs', `vs${GAP}(?:vertraulich|vertr\\.?)${KEPT}?`, 'VS', 'grade'],
  ['vs', `vs${GAP}(?:(?:streng|str\\.)[ -])?geh(?:eim|\\.)${KEPT}?`, 'VS', 'grade'],
  ['v', `v\\.[ ]?s\\.?${GAP}(?:${SHORT}|${SERVICE})`, 'VS', 'grade'],
  ['v', 'v s[ ]?[-/]?[ ]?n f d', 'VS', 'grade'],
  ['vsnfd', 'vsnfd', 'VS', 'grade'],
  ['nfd', 'nfd', 'VS', 'stamp'],
  ['streng geheim', `(?:streng[ \\t])?geheim${KEPT}`, 'VS', 'grade'],
  ['amtlich amtl', 'amtl(?:ich|\\.)[ \\t]?geheim[ \\t-]?(?:gehalten|geh\\.|zu[ ]halten)', 'VS', 'stamp'],
  ['streng', 'streng[ \\t]geheim', 'VS', 'stamp'],
  ['str', `str\\.?[ \\t]geh\\.?${KEPT}?`, 'VS', 'stamp'],
  ['geheim', 'geheim', 'VS', 'stamp'],
  ['geheime', 'geheime[ ]verschlusssache', 'VS', 'stamp'],
  ['verschlusssache', 'verschlusssache', 'VS', 'alone'],
  ['verschlusssache', '(?<=[ ]als[ ])verschlusssache(?=[ ]eingestuft)', 'VS', 'stamp'],
  // Grades of EU and NATO
  [
    'restreint confidentiel secret',
    '(?:restreint|confidentiel|secret)[ ]?[-/]?[ ]?ue(?:[ ]?[/-]?[ ]?eu[ -](?:restricted|confidential|secret))?',
    'VS',
    'grade',
  ],
  ['tres', 'tr[eè]s[ ]secret[ ]ue(?:[ ]?/?[ ]?eu[ ]top[ ]secret)?', 'VS', 'grade'],
  [
    'eu nato',
    '(?:eu|nato)[ ]?[-_ ][ ]?(?:restricted|confidential|secret|top[ ]secret|vertraulich|geheim)',
    'VS',
    'grade',
  ],
  ['cosmic', 'cosmic[ -]top[ -]secret(?:[ -]atomal)?', 'VS', 'grade'],
  ['top', 'top[ -]secret', 'VS', 'stamp'],
  // TLP 2.0
  ['tlp protocol', `${TLP}(?:red|rot|amber(?:[ ]?[+_/-]?[ ]?strict)?|gelb|orange)`, 'D3', 'grade', 2],
  ['tlp protocol', `${TLP}(?:green|grün|gruen)`, 'D1', 'grade', 2, true],
  // What offices stamp themselves
  [
    'nichtoffentlich nichtoffentliche nichtoffentlicher nichtoffentlichen nichtoffentliches offentlich offentliche offentlicher offentlichen offentliches',
    `nicht[ _-]?(?:ö|oe)ffentlich(?:e[nrs]?)?(?:[ ]${SITTING})?`,
    'D2',
    'heading',
    1,
  ],
  ['nichtoffentl nichtoff offentl off', `nicht[ _-]?(?:ö|oe)ff(?:entl)?\\.(?:[ ]${SITTING})?`, 'D2', 'heading', 1],
  ['ausschluss', 'unter[ ]ausschlu(?:ss|ß)[ ]der[ ]öffentlichkeit', 'D2', 'heading', 1],
  ['o', `n\\.[ ]?ö\\.?(?:[ -]${SITTING})?`, 'D2', 'heading', 1],
  ['no', `nö\\.?[ -]${SITTING}`, 'D2', 'heading'],
  // Cut into syllables, and mirrored
  ['trau', 'ver[ -]trau[ -]lich', 'D2', 'stamp', 1],
  ['fent', 'nicht[ -]?öf[ -]fent[ -]lich(?:e[nrs]?)?', 'D2', 'stamp', 2],
  [
    'mieheg hciluartrev hciltneffothcin ehcaslanosrep',
    'mieheg|hciluartrev|hciltnefföthcin|ehcaslanosrep',
    'D2',
    'grade',
  ],
  ['personlich', 'persönlich(?:[ ]?(?:/|und|u\\.|,|&|-|\\+)[ ]?(?:streng[ ])?vertraulich)', 'D2', 'stamp'],
  ['personlich', 'persönlich', 'D2', 'alone'],
  ['streng vertraulich', '(?:streng[ ])?vertraulich(?:[\\\\/]{1,2}[\\p{L} ]{3,40})?', 'D2', 'stamp'],
  ['vertraul', 'vertraul\\.', 'D2', 'alone'],
  ['dienstlich amtlich', '(?:dienstlich|amtlich)[ ]vertraulich', 'D2', 'stamp'],
  [
    'vertrauliche vertrauliches vertraulicher',
    `(?:streng[ ])?vertrauliche[ ]${CONFIDENTIAL_PAPER}|vertrauliche[sr][ ](?:protokoll|papier|schreiben|dokument|vermerk|teil|bericht)`,
    'D2',
    'heading',
    1,
  ],
  ['personalsache personalangelegenheit', 'personal(?:sache|angelegenheit)', 'D3', 'heading'],
  ['arztsache', '(?:vertrauliche[ ])?arztsache', 'D3', 'stamp', 1],
  [
    'verschlossen',
    'verschlossen(?:[ ]?[-,!][ ]?nur[ ](?:durch|von|vom)[ ](?:de[nm][ ]|die[ ])?empfänger(?:in)?[ ](?:selbst[ ]|persönlich[ ])?zu[ ]öffnen)?',
    'D2',
    'alone',
  ],
  ['verschluss', '(?:dienstlich[ ])?(?:unter|im)[ ]verschluss(?:[ ]halten)?', 'D2', 'alone', 2],
  [
    'empfanger',
    '(?:nur|persönlich)[ ](?:durch|von|vom)[ ](?:de[nm][ ]|die[ ])?empfänger(?:in)?[ ](?:selbst[ ]|persönlich[ ])?zu[ ]öffnen',
    'D2',
    'stamp',
    3,
  ],
  [
    'geschaftsgeheimnis betriebsgeheimnis geschaftsgeheimnisse',
    '(?:betriebs-[ ]und[ ])?(?:geschäfts|betriebs)geheimnis(?:se)?',
    'D2',
    'alone',
    2,
  ],
  ['sperrvermerk', 'sperrvermerk', 'D2', 'alone'],
  [
    'sperrvermerk',
    'sperrvermerk(?=:\\s{1,2}(?:diese|(?:die|der|das)[ ](?:vorliegende|nachfolgende|folgende)))',
    'D2',
    'stamp',
  ],
  ['dienstgebrauch dienstgebr', SERVICE, 'D2', 'stamp', 4],
  ['dienstgebrauch', '(?:nur|ausschließlich)[ ]zum[ ]dienstgebrauch', 'D2', 'stamp', 2],
  [
    'gebrauch verwendung dienstgebrauch',
    '(?:nur|ausschließlich)[ ](?:für|fuer|zum|zur)[ ](?:den[ ]|die[ ])?(?:rein[ ])?(?:(?:verwaltungs|behörden|amts|haus)?interne[nr]?|(?:inner)?dienstliche[nr]?)[ ](?:dienst)?(?:gebrauch|verwendung)',
    'D2',
    'stamp',
    5,
  ],
  ['gebrauch', '(?:für[ ]den|fuer[ ]den|zum)[ ]internen[ ]gebrauch', 'D2', 'stamp', 3],
  [
    'gebrauch dienstgebrauch',
    '(?:nur[ ])?für[ ](?:den[ ])?(?:behörden|verwaltungs|amts)internen[ ](?:dienst)?gebrauch',
    'D2',
    'stamp',
    4,
  ],
  [
    'weitergabe veroffentlichung',
    'nicht[ ](?:zur|für[ ]die)[ ](?:weitergabe|veröffentlichung)(?:[ ](?:bestimmt|freigegeben))?',
    'D2',
    'stamp',
    3,
  ],
  ['strictly confidential', '(?:(?:strictly|company|highly)[ _-])?confidential', 'D2', 'stamp', 1],
  ['restricted', 'restricted', 'D2', 'alone'],
  ['internal official', '(?:for[ ])?(?:internal|official)[ ]use[ ]only', 'D2', 'stamp', 1],
  ['eyes', '(?:for[ ](?:your|internal)[ ])?eyes[ ]only', 'D2', 'stamp', 2],
  ['intern', '(?:nur[ ]|streng[ ])?intern', 'D1', 'alone', 1, true],
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
