/** Shapes of file numbers. They have no check digit: some are known by their form alone, the others only near a name. */

const NOT_BEFORE = String.raw`(?<![0-9A-Za-zÀ-ÿ]|\d[.,/-])`
const NOT_BEHIND = String.raw`(?![0-9A-Za-zÀ-ÿ]|[.,/-]\d)`
const oneOf = (shapes: readonly string[]): RegExp =>
  new RegExp(`${NOT_BEFORE}(?:${shapes.join('|')})${NOT_BEHIND}`, 'g')

/** Registers of civil, family, guardianship, criminal, administrative, social and labour courts. */
const REGISTERS =
  '(?:[ABCFKLMNOSTUWX]|OH|HKO|UF|WF|IN|IK|IV|VI|XVII|AS|SO|AL|AY|KR|SB|Js|Ds|Cs|Ls|KLs|Gs|Ks|Ns|Qs|Ss|Ws|Bs|OWi|Ca|Sa|Ta|Ga|BV)'

/** Shapes nothing else has. */
export const UNMISTAKABLE = oneOf([
  // office, letters, year, number: 61-BV-2025-118; also with the year last
  String.raw`\d{1,3}(?:\.\d{1,2})?[-/][A-ZÄÖÜ][A-Za-z]{0,3}[-/](?:(?:19|20)\d\d[-/]\d{1,6}|\d{1,6}[-/]20\d\d)`,
  // criminal court with the number of the prosecutor: 73 Ds-456 Js 123/25-45/25
  String.raw`\d{1,3} (?:Ds|Ls|Cs|KLs|Gs|Ns|Qs)[ -]{1,3}\d{1,4} Js \d{1,6}\/\d\d(?:[ -]{1,3}\d{1,4}\/\d\d)?`,
  // court or prosecutor: 4 K 123/24, S 12 AS 345/24, 123 Js 4567/24
  String.raw`(?:[SL] |[IVX]{1,4}-)?\d{1,3} ${REGISTERS} \d{1,5}\/\d\d(?:\.A)?|\d{1,3} XVII [A-ZÄÖÜ] ?\d{1,5}|XVII \d{1,5}\/\d\d`,
  // household at the job centre, child benefit
  String.raw`\d{5}(?:\/\/|BG)\d{7}|\d{3}FK\d{6}`,
  // letters of the subject, year, running number; no invoices, offers, orders, papers of the council, weak points of software
  String.raw`(?!(?:RE|RG|AN|AB|LS|PO|BE|CVE|BP|DS|VL|VO|BV|TOP|GR|KW|ISO|DIN|EN|INV|VG)-)[A-Z][A-Za-z]{0,3}-20\d\d-\d{4,8}`,
  // police, regulatory offences
  String.raw`[A-Z]{2}\/\d{6,7}\/20\d\d|OWi[- /]20\d\d[-/]\d{1,6}|OWi[- ]\d{1,3}[-.]\d{1,3}\/\d{2,6}`,
  // portals: letters of the subject, year, month, letters and digits mixed: WOG-25-12-7Q4K9
  String.raw`[A-Z]{2,4}-2\d-(?:0[1-9]|1[0-2])-(?=[A-Z0-9]{0,5}[A-Z])(?=[A-Z0-9]{0,5}\d)[A-Z0-9]{4,6}`,
  // vehicle whose maker fills up with Z
  'W[A-Z0-9]{2}ZZZ[A-HJ-NPR-Z0-9]{11}',
])

/** Shapes that count near a name of theirs. */
export const SHAPED = oneOf([
  // groups of digits with signs between, letters in front, in the middle or at the end; no telephone number
  String.raw`(?!0\d{2,5}[-/])(?:[A-Z]{1,4}[-/])?\d{1,6}(?:\.\d{1,4}){0,4}(?:[-/][A-Za-zÄÖÜäöü]{1,3}(?=[-/]))?(?:[-/]\d{1,8}){1,3}(?:[-/][A-ZÄÖÜ][A-Za-zäöü]{0,2})?`,
  // letters of the subject first or in the middle: S-26-104822-H, SB-50-118.442, 2026-GS-0417, III/3-6024.0-118, F-0311/26
  String.raw`(?:[A-Z]{1,4}|[A-Z][a-z]{1,3}[A-Z]?)[-/]\d{1,6}(?:[-/.]\d{1,8}){1,3}(?:-[A-Z]{1,3})?|\d{2,4}-[A-Z]{1,4}-\d{2,8}|[EGS] \d{1,5}\/20\d\d`,
  // groups of digits with full stops, but no date
  String.raw`(?!\d\d?\.\d\d?\.\d{2,4}(?![.\d]))\d{1,6}(?:\.\d{1,6}){2,5}`,
  // client of the employment agency, vehicle
  String.raw`\d{3}[A-Z]\d{6}|[A-HJ-NPR-Z0-9]{17}`,
])

/** BAMF: seven digits and the key of the country; 17 signs of a vehicle; the register and number of a certificate. */
const WHOLE = /^(?:\d{7}-\d{3}|[A-HJ-NPR-Z0-9]{17}|[EGS] \d{1,5}\/\d{4})$/
/** Three joined groups, or letters among the digits. */
const PARTS = /\d[A-Z]\d|^[A-Z]+[-/]|[-/.]\d+[-/.]|[-/][A-Za-zÄÖÜäöü]|\d [A-Za-z]+ \d/

/** Whether the number looks like a file number and not just like any number. */
export const isStructured = (text: string): boolean => WHOLE.test(text) || PARTS.test(text)

const DATE = /^\d{1,2}\.\d{1,2}\.(?:\d{2}|\d{4})?$|^(?:19|20)\d\d-\d\d-\d\d$|^(?:19|20)\d\d(?:[-/](?:\d\d|20\d\d))?$/
const TIMES = /^\d{1,2}\.\d\d-\d{1,2}\.\d\d$/
/** What stands behind a quantity. */
const UNIT =
  /^(?:,\d| ?(?:€|EUR|Euro|%|Prozent|Uhr|Seiten|Tage|Wochen|Monate|Jahre|Stück|km|m²|qm|kWh|Zeichen|Ziffern|Stellen)(?![a-z]))/i

/** Whether the stretch is a date, hours or a quantity. */
export const isMeasure = (text: string, behind: string): boolean =>
  DATE.test(text) || TIMES.test(text) || UNIT.test(behind)
