import { contextWords } from '../context-words.js'
import { type Candidate, type Detector, matchNumbers, type Scene, saysNear } from '../detector.js'
import { isInvented, isNamedOtherwise, namedValue } from '../numbers.js'
import { wordFrom } from '../text/document.js'
import { columnsHeaded } from '../text/tables.js'

/**
 * As on notices, by state: FF/BBB/UUUUP, FFF/BBB/UUUUP, FFF/BBBB/UUUP and FFBBB/UUUUP; then the same without signs
 * between, and the 13 digits of ELSTER. Districts 000, 998 and 999 do not exist.
 */
const PATTERN =
  /(?<![0-9A-Za-zÀ-ÿ+])(?<![0-9][.,/-])(?:(\d{2,3})(\s?[/.-]\s?| )(?:(?!000|99[89])\d{3}\2\d{5}|(?!0000|099[89])\d{4}\2\d{4})|(\d{5})(\s?\/\s?| )\d{5}|(\d{10,13}))(?![0-9A-Za-zÀ-ÿ]|[/,-]\d)/g
/** ELSTER: number of the federal tax office, always 0 in the fifth place. */
const ELSTER = /^(?:1[01]|2[1-46-8]|3[0-2]|4[01]|5\d|9\d)\d\d0(?!000|99[89])\d{8}$/
/** Without signs between, tax office and district first; eleven digits begin with the leading digit of a state. */
const PLAIN = /^(?:\d{2}(?!000|99[89])\d{8}|[0-3]\d{2}(?!000|99[89])\d{8})$/
/** How the number is made, not somebody's number: "haben die Form 12/345/67890". */
const IN_GENERAL = /(?:form|format|aufbau|schema|muster)[\s:=(„"]{1,3}$/i
const IN_GENERAL_LENGTH = 12
/** The name of the number, without other digits between. */
const LABEL = /(?<![A-Za-zÀ-ÿ])St(?:euer)?[.\s-]{0,3}(?:Nr|Nummer|Num)(?![A-Za-zÀ-ÿ])([^\d\n]{0,30}\n?[^\d\n]{0,4})$/i
const LABEL_LENGTH = 50
/** Digits in one piece may be any number: only directly behind the name. */
const DIRECT = /^[\s.:=|"']{0,4}(?:lautet|ist)?[\s:]{0,2}$/

const TITLE = /^(?:st|steuer) ?(?:nr|nummer|num)$/
/** As printed, with strokes: enough where taxes are spoken of. */
const STROKES = /^\d{2,3}\/\d{3,4}\/\d{4,5}$/
/** So far may the talk of taxes be from a number in strokes. */
const TALK = 40

/** Tax numbers: every state calculates its check digit differently, so the form and the name must be there. */
export const taxNumber: Detector = {
  kind: 'TAX_NUMBER',
  class: 'D3',
  replaceable: 'identifier',
  source: 'ELSTER, „Prüfung der Steuer- und Steueridentifikationsnummer“ (Formen der Länder)',
  context: [
    'steuernummer*',
    'steuernr',
    'stnr',
    'finanzamt*',
    'steuerbescheid*',
    'einkommensteuer*',
    'einkommenssteuer*',
    'umsatzsteuer*',
    'gewerbesteuer*',
    'grunderwerbsteuer*',
    'elster',
    'steuerlich*',
    'steuernummern',
    'gewerbesteuermess*',
    'lohnsteuer*',
    'körperschaftsteuer*',
    'steuerberater*',
    'steuererklärung*',
    'fa',
    'vergnügungssteuer*',
    'zerlegung*',
    'vergi',
    'podatk*',
    'fiscal*',
    'налогов*',
    'податков*',
  ],
  stage: 'value',
  *find(scene) {
    const { doc } = scene
    yield* numbersOfColumns(scene)
    for (const { start, end, text, groups } of matchNumbers(doc, PATTERN, 'many')) {
      const plain = groups[4]
      if (IN_GENERAL.test(doc.text.slice(Math.max(0, start - IN_GENERAL_LENGTH), start))) continue
      const label = LABEL.exec(doc.text.slice(Math.max(0, start - LABEL_LENGTH), start))
      if (plain !== undefined && isNumberOfOffice(scene, start, end, plain)) {
        yield { start, end, certainty: 'wahrscheinlich', reason: 'form-and-context' }
        continue
      }
      if (plain !== undefined && (!isPlain(plain) || !DIRECT.test(label?.[1] ?? 'no label'))) continue
      // Groups with a space between are also sums and telephone numbers.
      if (/^[\d ]+$/.test(text) && !label) continue
      if (!label) {
        const value = namedValue(doc, 'TAX_NUMBER', start, end) ?? numberInTalk(scene, start, end)
        if (value) yield value
      } else if (!isInvented(doc, start, end)) {
        yield { start, end, certainty: 'wahrscheinlich', reason: 'form-and-context' }
      }
    }
  },
  examples: {
    found: [
      'Steuernummer [[181/815/08155]], Finanzamt Dachau',
      'St.-Nr.: [[133/8150/8159]]',
      'Meine Steuernummer lautet [[93815/08152]].',
      'St.Nr. [[21 815 08150]] auf dem Bescheid',
      'Finanzamt Leipzig II, geführt unter [[201/123/12340]]',
      'Steuer-Nr [[2893081508152]]',
      'StNr. [[151-815-08156]] (Herr Dudek)',
      'Steuernummer der Antragstellerin: [[027 815 08159]]',
      'Gewerbesteuermessbescheid zu [[29/815/08150]] ist eingegangen.',
      'Steuernummer: [[13308158159]]',
      'steuernummer [[11/ 815/ 08154]]',
      '| Steuernummer | [[043/815/08153]] |',
      'Umsatzsteuervoranmeldung, St.-Nummer [[5133081508159]], fehlt noch',
      'fa;stnr;name\n2841;[[2841067803117]];Ganter',
      'Gewerbesteuer: neu beim FA Soest, die alte war [[34/512/60118]].',
      '{"stnr":"[[2265081201118]]"}',
      'Laut Finanzamt gilt die Nummer [[2893081508152]] weiter.',
    ],
    ignored: [
      'Die Steuernummer steht oben links auf dem Bescheid.',
      'Steuernummer 4151181508156 hat an der fünften Stelle keine Null.',
      'Telefon 181/815/08155',
      'Steuernummer: 136695978',
      'Bezirk 000 gibt es nicht: Steuernummer 181/000/08155',
      'Finanzamt, Zimmer 181, Telefon 0231 81508155',
      'Rechnung 133/8150/8159 der Druckerei',
      'Der Hebesatz stieg auf 412/520/00000 nicht.',
      'Finanzamt: Sprechzeiten 08:00-12:00, 13:30-16:00',
      'Grundsteuer 2025: 12.345.67890 Euro? Nein.',
      'Haushaltsstelle 111/815/08155 deckt das ab.',
      'Das Finanzamt bestätigt 86095742718 als Aktenseite.',
      'Steuernummern haben die Form 12/345/67890.',
      'Das Amt nennt die Nummer 2893081508152.',
    ],
  },
}

function* numbersOfColumns(scene: Scene): Generator<Candidate> {
  for (const { start, end } of columnsHeaded(scene, title => TITLE.test(title))) {
    const cell = scene.doc.text.slice(start, end)
    PATTERN.lastIndex = 0
    const whole = PATTERN.exec(cell)
    if (whole?.[0] !== cell || (whole[5] !== undefined && !isPlain(cell))) continue
    yield { start, end, certainty: 'wahrscheinlich', reason: 'form-and-context' }
  }
}

function numberInTalk({ doc }: Scene, start: number, end: number): Candidate | undefined {
  if (!STROKES.test(doc.text.slice(start, end)) || isNamedOtherwise(doc, 'TAX_NUMBER', start)) return undefined
  const at = wordFrom(doc, start)
  for (const word of contextWords(doc, 'TAX_NUMBER')) {
    if (Math.abs(word - at) > TALK) continue
    return isInvented(doc, start, end)
      ? undefined
      : { start, end, certainty: 'wahrscheinlich', reason: 'form-and-context' }
  }
  return undefined
}

/** "Das Finanzamt teilt mit, dass die Nummer 2127035018264 …": thirteen digits of ELSTER, called a number. */
const isNumberOfOffice = ({ doc }: Scene, start: number, end: number, digits: string): boolean =>
  ELSTER.test(digits) &&
  /(?<!\p{L})(?:Nummer|Nr\.?):? $/u.test(doc.text.slice(Math.max(0, start - 9), start)) &&
  saysNear(doc, 'TAX_NUMBER', start, end) &&
  !isInvented(doc, start, end)

const isPlain = (digits: string): boolean => ELSTER.test(digits) || PLAIN.test(digits)
