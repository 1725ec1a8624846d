import { contextWords } from '../context-words.js'
import { type Candidate, type Detector, type Scene, saysNear } from '../detector.js'
import { ALL_CAPITALS, type Doc, wordAt } from '../text/document.js'
import { columnsHeaded } from '../text/tables.js'

const COUNTRIES = new Set(
  'AD AE AL AT AU BA BE BG BR BY CA CH CN CY CZ DE DK EE EG ES FI FR GB GE GI GR HR HU IE IL IN IQ IS IT JP LB LI LT LU LV MA MC MD ME MK MT NL NO PL PT RO RS RU SE SI SK SM TN TR UA US VA XK'.split(
    ' ',
  ),
)
/** Where only the account number speaks for the code, words in capitals must not pass for one ("POSTBANK" is not Bosnian). */
const NEAR_COUNTRIES = new Set(['DE', 'AT', 'CH', 'LI', 'LU'])
/** ISO 9362: institution, country, place, branch. */
const FORM = /^[A-Z]{6}[A-Z2-9][A-NP-Z0-9](?:[A-Z0-9]{3})?$/
/** Directly behind its label the code may be cut into groups or written small. */
const BEHIND_LABEL =
  /^(?:[-\s./(]{0,3}(?:SWIFT|BIC|Code|Nr|lautet|ist)\b\.?\)?){0,2}[\s:=|]{0,3}([A-Z]{4}[ -]?[A-Z]{2}[ -]?[A-Z0-9]{2}(?:[ -]?[A-Z0-9]{3})?)(?![0-9A-Za-zÀ-ÿ])/i
const FAR_ENOUGH = 60
const LENGTHS = new Set([8, 11])
/** Names of the code itself; behind the name of a bank any word may follow. */
const LABEL = /^(?:bic|swift|bankcode)/i

const speaksOfBank = (doc: Doc, word: number): boolean =>
  doc.info(word).context.some(kind => kind === 'BIC' || kind === 'IBAN')

/** Bank codes have no check digit and look like words in capitals: country and context must be right. */
export const bic: Detector = {
  kind: 'BIC',
  class: 'D2',
  replaceable: 'identifier',
  source: 'ISO 9362 (Aufbau), ISO 3166-1 (Länder); ohne Prüfziffer',
  context: [
    'bic',
    'swift*',
    'bankcode*',
    'bankidentifi*',
    'bankverbindung*',
    'kontoverbindung*',
    'empfängerbank*',
    'bank',
    'banken',
    'hausbank*',
    'volksbank*',
    'sparkasse*',
    'raiffeisenbank*',
    'commerzbank',
    'postbank',
    'bankadı',
    'банк*',
    'banque',
    'banca',
    'بنك',
    'البنك',
  ],
  stage: 'value',
  *find(scene) {
    const { doc } = scene
    if (!doc.contextWords.some(word => speaksOfBank(doc, word))) return
    yield* codesOfColumns(scene)
    for (const word of contextWords(doc, 'BIC')) {
      const value = LABEL.test(wordAt(doc, word)) ? valueBehind(doc, doc.end[word] ?? 0) : undefined
      if (value) yield value
    }
    for (const word of doc.capitalWords) {
      const length = (doc.end[word] ?? 0) - (doc.start[word] ?? 0)
      if (!LENGTHS.has(length) || ((doc.shape[word] ?? 0) & ALL_CAPITALS) === 0) continue
      if (isNamed(doc, word)) yield found(doc.start[word] ?? 0, doc.end[word] ?? 0)
    }
  },
  examples: {
    found: [
      'IBAN DE02 1203 0000 0000 2020 51, BIC [[BYLADEM1001]]',
      'BIC: [[WELADED1HAG]] (Sparkasse)',
      'SWIFT-Code [[COBADEFFXXX]] für die Auslandsüberweisung',
      'BIC [[MARKDEF1100]], Kontoinhaber Herr Wieczorek',
      'BIC/SWIFT: [[GENODEM1IS1]]',
      'bic: [[pbnkdeff]] reicht das?',
      'Der BIC lautet [[DORT DE 33 XXX]].',
      'Die Bank hat den BIC [[OBKLAT2L]], Sitz in Linz.',
      'BIC = [[NOLADE21SWB]]',
      '| BIC | [[HYVEDEMM430]] |',
      'Lohnkonto IBAN CH31 8431 9587 2311 4447 9, [[POFICHBEXXX]]',
      'Kontonummer alt, jetzt BIC [[BPKOPLPWXXX]] (polnische Bank)',
      'name;bic\nDierks;[[GENODEF1NDR]]',
      'Bankverbindung neu: [[COBADEFF370]]',
      'Konto in Spanien: [[CAIXESBB]], IBAN ES91 2100 0418 4502 0005 1332',
    ],
    ignored: [
      'Bitte IBAN und BIC angeben.',
      'Die BIC ist seit 2016 im Inland entbehrlich.',
      'GEMEINDE und KREISTAG tagen gemeinsam.',
      'Zahlung bei der POSTBANK, IBAN folgt.',
      'ACHTUNG: STUNDENPLAN geändert!',
      'BIC: bitte nachreichen',
      'Die Überschrift HANDBUCH steht in Großbuchstaben.',
      'COBADEFFXXX stand auf dem Plakat im Foyer.',
      'Konto der SPARKASSE, BIC unbekannt',
      'BIC XXXXXXXX als Platzhalter stehen lassen',
      'SWIFT ist ein Netz der Banken.',
      'Feld BIC: ________',
      'Die Bank hat geschlossen, ABENDKASSE am Eingang',
    ],
  },
}

const found = (start: number, end: number): Candidate => ({
  start,
  end,
  certainty: 'wahrscheinlich',
  reason: 'form-and-context',
})
const countryOf = (code: string): string => code.slice(4, 6)

const TITLE = /^(?:bic|swift|bic swift|swift bic|(?:bic|swift) ?(?:code|nr)|bankcode)$/

function* codesOfColumns(scene: Scene): Generator<Candidate> {
  for (const { start, end } of columnsHeaded(scene, title => TITLE.test(title))) {
    const code = scene.doc.text.slice(start, end)
    if (FORM.test(code) && COUNTRIES.has(countryOf(code))) yield found(start, end)
  }
}

/** The account number beside the code is of the same country: "CAIXESBB / ES50 2100 …". */
function isBesideAccount({ text }: Doc, start: number, end: number): boolean {
  const country = countryOf(text.slice(start, end))
  const before = text.slice(Math.max(0, start - BESIDE), start)
  const after = text.slice(end, end + BESIDE)
  return COUNTRIES.has(country) && new RegExp(`(?<![A-Z0-9])${country}\\d\\d ?[A-Z0-9]{2}`).test(`${before} ${after}`)
}
const BESIDE = 50
/** With branch, or with digits: no word in capitals looks so. */
const NO_WORD = /^(?:.{8}XXX|(?=.*\d).{11}|(?=.*\d).{8}|.{6}FF.{0,3})$/

/** A code in one piece, with its name or an account number near. */
function isNamed(doc: Doc, word: number): boolean {
  const code = wordAt(doc, word)
  if (!FORM.test(code)) return false
  const start = doc.start[word] ?? 0
  const end = doc.end[word] ?? 0
  if (isBesideAccount(doc, start, end)) return true
  if (!NEAR_COUNTRIES.has(countryOf(code))) return false
  // A bank is spoken of somewhere, or nobody would ask (see `find`).
  if (NO_WORD.test(code)) return true
  return saysNear(doc, 'BIC', start, end) || saysNear(doc, 'IBAN', start, end)
}

function valueBehind(doc: Doc, label: number): Candidate | undefined {
  const behind = BEHIND_LABEL.exec(doc.text.slice(label, label + FAR_ENOUGH))
  const [whole = '', value = ''] = behind ?? []
  const code = value.replaceAll(/[ -]/g, '').toUpperCase()
  if (!FORM.test(code) || !COUNTRIES.has(countryOf(code))) return undefined
  // Small letters are a code only where a word could not stand: beyond the neighbours that would be guessing.
  if (value !== value.toUpperCase() && !NEAR_COUNTRIES.has(countryOf(code))) return undefined
  const end = label + whole.length
  return found(end - value.length, end)
}
