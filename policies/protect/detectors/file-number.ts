import { type Candidate, type Detector, matchNumbers, type Scene, saysNear } from '../detector.js'
import { labelledNumbers, shapeOf } from '../file-number-labels.js'
import { isMeasure, isStructured, SHAPED, UNMISTAKABLE } from '../file-number-shapes.js'
import { endOfSuffix } from '../file-number-writing.js'
import { isInvented, isNamedOtherwise } from '../numbers.js'
import { isQuotedDecision } from '../quoted-decision.js'
import { columnsHeaded } from '../text/tables.js'

/** Names of the number, and of the papers and registers that carry one. */
const NAMES = `
  aktenzeichen* *aktenzeichen aktenz az akz aktz geschäftszeichen* geschäftsz gz geschz gesch zeichen
  ordnungszeichen* kassenzeichen* kassenz buchungszeichen* vorgangszeichen* verwahrungszeichen* schuldnerzeichen*
  abrechnungszeichen* mandatsreferenz* mandatsref mandatsid mandat zahlungsreferenz* zahlungsreferenznummer*
  antragsreferenz* verwendungszweck* debitor* personenkonto* abgabenkonto* steuerkonto* gebührenkonto*
  grundstückskonto* verwahrkonto* vertragskonto* kundenkonto* mieterkonto* abgabennummer* finanzadresse* pers persnr
  pnr vnr kd kdnr jobcenter* kunde kundin bg bgnr bgnummer bedarfsgemeinschaft* vorgang vorgangs antrags antragid
  bauantrag* bauvoranfrage* baugesuch* *bescheid tgb tagebuch tagebuchnr strafanzeige* versicherungsschein*
  versicherungsschaden* schadenfall* schadensfall* widerspruchsverfahren* bußgeldverfahren* ermittlungsverfahren*
  strafverfahren* asylverfahren* klageverfahren* eilverfahren* disziplinarverfahren* vollstreckungsverfahren*
  insolvenzverfahren* mahnverfahren* betreuungsverfahren* gerichtsverfahren* einbürgerungsverfahren* owiverfahren*
  ordnungswidrigkeitenverfahren* erinnerungsverfahren* bußgeldsache* strafsache* betreuungssache* nachlasssache*
  familiensache* fundsache* insolvenzsache* vormundschaftssache* vollstreckungssache* widerspruchssache*
  rechtssache* owisache* unterhaltssache* pflegschaftssache* streitsache* vollstreckungsauftrag*
  vollstreckungsersuchen* pfändungsverfügung* wohnberechtigungsschein* wbs geburtenregister* geburtsregister*
  eheregister* sterberegister* sterbebuch* geburtenbuch* geburtsbuch* heiratsbuch* buchnr geburtseintrag*
  sterbeeintrag* eheeintrag* meldevorgang* familienbuch* sterbefall* geburtsurkunde* sterbeurkunde* eheurkunde*
  heiratsurkunde* registernr registernummer* bamf azr azrnummer ausländerzentralregister* fahrgestell*
  fahrzeugident* identifizierungsnummer* fin vin akte personalakte* ausländerakte* führerscheinakte* bauakte*
  wohngeldakte* jugendhilfeakte* fallakte* gewerbeakte* handakte* leistungsakte* gerichtsakte* betreuungsakte*
  beihilfeakte* vollstreckungsakte* strafakte* ermittlungsakte* sozialakte* bußgeldakte* konzessionsakte* hausakte*
  schülerakte* steuerakte* grundsteuerakte* widerspruchsakte* nachlassakte* vormundschaftsakte* einbürgerungsakte*
  asylakte* waffenakte* elternakte* unterhaltsakte* fall ticket tickets vorfall störungsmeldung* datenschutzvorfall*
  incident vorgangid fallid kundenid bürgerid personenid mitarbeiterid bewacherid antragsid mandantid caseid
  ticketid
`
/** What is numbered: each with "-nummer" and "-nr". */
const NUMBERED = `
  akten geschäfts kassen personal pers kunden mitglieds schüler mitarbeiter beihilfe teilnehmer matrikel mandanten
  mandats patienten klienten bürger fall schaden schadens policen vertrags versicherungsvertrags antrags vorgangs
  bescheid referenz tagebuch urkunden register grundbuch grundbuchblatt buchungs debitoren kreditoren personenkonto
  abgaben objekt zähler zählpunkt liegenschafts grundstücks anschluss listen gefangenenbuch haftbuch standesamts
  geburtenregister sterberegister eheregister einwohner melde meldevorgangs personen ordnungs steuerkonto
  vollstreckungs forderungs mahn kinder kindergeld wohngeld elterngeld unterhalts bafög sozialhilfe hilfefall
  leistungs leistungsempfänger bedarfsgemeinschafts asyl ausländer azr ausländerregister bamf fahrzeugident
  fahrgestell gewerbe gewerberegister waffenbesitzkarten jagdschein hunde hundesteuer hundemarken steuermarken grab
  grabstellen nutzer leser abonnenten bewerber bewerbungs stellen dienst dienstausweis beschäftigten gehalts
  besoldungs versorgungs stamm lieferanten proband proben labor einsatz transport auftraggeber
  wohnberechtigungsschein schwerbehinderten gdb feststellungs bauantrags bauakten baugenehmigungs genehmigungs
  erlaubnis einbürgerungs fundsachen fund strafanzeigen anzeigen owi bußgeld verfahrens prozess rechtsstreit
  insolvenz zahlungs zahlungsreferenz rückmelde beitrags ticket
`
/** In the languages of those who write to town halls; also in English, French and Spanish mail. */
const ABROAD = `
  dossier dossiers référence reference references ref case casenumber claim application applications expediente
  pratica sygnatura sygn sprawa sprawy sprawie wniosek wniosku dosar dosarul dosarului cerere cererii dosya dosyam
  dosyası dosyanın başvuru başvurum başvurusu müşteri müşterinin справи справа справу справою дела дело делу делом
  заявлени* заяви заява заявка заявки договор обращени* клієнта клиента ملف الملف ملفي ملفنا معاملة المعاملة طلب
  القضية پرونده پروندهی پرونده‌ی hồ toán spis predmet predmeta
`
const names = (list: string): string[] => list.trim().split(/\s+/)

/** What the council decides or buys, said behind the number. */
const PUBLIC_PAPER =
  /^[\s(]{1,3}(?:drucksache|drs|ds|vorlage|beschlussvorlage|ratsvorlage|vergabe|ausschreibung|bebauungsplan)/i
/** The plan by which all offices file says nothing about anybody. */
const FILE_PLAN = /^[^.\n]{0,16}aktenplan/i
const MOBILE = /^01[567]\d[/ -]?\d/
const BEHIND = 30
const FOR_EXAMPLE = /z\. ?B\. ?$/

/** Numbers under which an office, a court or a company keeps somebody's matter. */
export const fileNumber: Detector = {
  kind: 'FILE_NUMBER',
  class: 'D2',
  replaceable: 'identifier',
  source: 'Aktenplan der KGSt, AktO der Gerichte, Formen der BA und des BAMF (üblich, nicht abschließend)',
  context: [...names(NAMES), ...names(ABROAD), ...names(NUMBERED).flatMap(name => [`${name}nummer*`, `${name}nr`])],
  stage: 'value',
  *find(scene) {
    const { doc, lists } = scene
    yield* numbersOfColumns(scene)
    for (const own of lists.ownNumbers) {
      for (const { start, end } of matchNumbers(doc, own)) yield { start, end, certainty: 'sicher', reason: 'form' }
    }
    const shapes = new Set<string>()
    for (const { start, end, isDirect } of labelledNumbers(doc)) {
      if (!isPersonal(scene, start, end)) continue
      shapes.add(shapeOf(doc.text.slice(start, end)))
      yield { start, end, certainty: isDirect ? 'sicher' : 'wahrscheinlich', reason: 'form-and-context' }
    }
    for (const { start, end } of matchNumbers(doc, UNMISTAKABLE)) {
      const last = endOfSuffix(doc.text, end)
      if (isPersonal(scene, start, last)) yield { start, end: last, certainty: 'wahrscheinlich', reason: 'form' }
    }
    for (const { start, end, text } of matchNumbers(doc, SHAPED)) {
      if (!isStructured(text) || !isPersonal(scene, start, end)) continue
      if (!saysNear(doc, 'FILE_NUMBER', start, end) && !shapes.has(shapeOf(text))) continue
      yield { start, end, certainty: 'wahrscheinlich', reason: 'form-and-context' }
    }
    if (![...shapes].some(shape => LONG_SHAPE.test(shape))) return
    for (const { start, end, text } of matchNumbers(doc, LONG_DIGITS)) {
      if (!shapes.has(shapeOf(text)) || !isPersonal(scene, start, end)) continue
      yield { start, end, certainty: 'wahrscheinlich', reason: 'form-and-context' }
    }
  },
  examples: {
    found: [
      'Az. [[32.1-12/345]], bitte bei Antwort angeben',
      'Unter [[61-BV-2025-118]] läuft die Bauvoranfrage.',
      'Unser Zeichen: [[50.1.02-2026/0123]]',
      'Kassenzeichen [[5.0103.012345.6]], fällig am 15.08.2026',
      'Personalnummer [[00481234]], Elternzeit ab Juli',
      'Ihre Kundennummer: [[123A456789]] (Agentur für Arbeit)',
      'BG-Nummer [[12345//0001234]]',
      'BAMF-Aktenzeichen [[7654321-423]], Anhörung im März',
      'AZR-Nummer [[241203456789]]',
      'Geschäftszeichen: [[II-4.2/123-Me]]',
      'Klage beim Verwaltungsgericht, [[4 K 123/24]], Termin offen',
      'Staatsanwaltschaft: [[123 Js 4567/24]]',
      'Betreuungssache [[12 XVII 345/23]]',
      'Az.: [[S 12 AS 345/24]] ./. Jobcenter',
      'Vorgangsnummer [[2026-004711]]',
      'Geburtenregister Nr. [[G 123/2026]]',
      'Aktenzeichen der Bußgeldstelle: [[32-OWi-2025-0815]]',
      'Tgb.-Nr. [[ST/0123456/2026]] der Polizei',
      'Antrags-Nr. [[WG-2026/00817]] Wohngeld',
      'Pers.-Nr.: [[4711-08]]',
      'Akte [[10 24 01]] ist beim Kollegen.',
      'Fahrgestellnummer [[WVWZZZ1JZXW000417]]',
      'Aktenzeichen\n[[63.2/BA-0456/2026]]',
      'Das Aktenzeichen lautet [[51-3/2026-17]].',
      'Personalnummern [[4711]], [[4712]] und [[4713]] sind frei.',
      'Ihr Zeichen / unser Zeichen\n01.03.2026 / [[66-14/26]]',
      'Az.;Name\n[[33.1-12/345]];Kowalski\n[[33.1-12/346]];Mertens',
      'Kassenzeichen: [[1234 5678 9012]]',
      'Vertrags-Nr. [[4400128837]] der Musikschule',
      'Betreuung [[XVII 417/24]], Bericht fehlt',
      'Aktenzeichen [[20.4-GrSt-26/1172]]',
      'Vorgang: Elterngeld, Aktenzeichen [[EG 05 417 2026 00113]]',
      'My case number is [[33.1-2026/118]].',
      'Номер справи [[50.3-2026/1188]]',
      'Ticket [[INC-30117]]: Drucker von Frau Sommer',
      'Gerichtsvollzieher-Az. [[DR II 417/26]]',
      'Pers.-Nr.;Name\n[[4417]];Sommer\n[[4418]];Brandt',
      '{"vorgangId":"[[b7c-20261109-00118]]"}',
      'Sterbefall, Register [[S 118/2026]]',
      'Im Betreff steht [[54.1.2-Bü-22]], welche Akte ist das?',
      'Mein Onlineantrag [[BAU-25-11-4K7P2]] fehlt.',
      'unsere [[OWi 31-2/0417]]',
    ],
    ignored: [
      'BGH, Urteil vom 12.03.2024, Az. VI ZR 12/24',
      'Nach OLG Hamm, Beschluss vom 05.06.2023, 4 U 123/22, gilt das nicht.',
      'VG Köln, Urteil vom 05.06.2023 - 4 K 123/22, juris',
      'Vorlage 61-BV-2025-118 steht auf der Tagesordnung.',
      'Drucksache 20/1234 des Landtags',
      'Vergabenummer 65-VG-2025-12',
      'Raum 3.12 und Zimmer 4-117',
      'Haushaltsstelle 1.1110.5260.000',
      'Das Aktenzeichen steht oben rechts.',
      'Az. vom 12.03.2024 fehlt noch',
      'Aktenzeichen folgt bis 2026.',
      'Das Passwort braucht 12 Zeichen, davon 2 Ziffern.',
      'Schuljahr 2025/2026, Akte Schulentwicklung',
      'Bundestagsdrucksache 19/4674, S. 211',
      'Rechnungsnummer 2026-004711',
      'DIN 18040-2 für barrierefreie Wohnungen',
      'Artikelnummer 123A456789 aus dem Katalog',
      'Die Kundennummer finden Sie auf Seite 2.',
      'Musterbrief: Aktenzeichen Muster 12-34/56',
      '§ 9 Abs. 2 Nr. 3 KAG, GV. NRW. 2023 S. 712',
      'Bitte geben Sie kurz Bescheid: 02371/217-2992',
      'Verkehrszeichen: Zeichen 274.1 an der Schule',
      'Bebauungsplan 61-BP-2024-7 liegt aus.',
      'Das OVG Nordrhein-Westfalen (Az. 7 A 118/17, veröffentlicht) sieht das anders.',
      'Urteil des LG Bonn 28 O 118/21, Leitsatz bitte',
      'In diesem Fall 2026/27 gilt die alte Satzung.',
      'Az 10 24 01 steht im Aktenplan für Allgemeines.',
      'CVE-2026-12345 ist geschlossen.',
      'Ticket 49 Euro, Deutschlandticket 2026',
      'Seriennummer AB-25-13-K7X2',
    ],
  },
}

/** Long numbers in one piece, of which one has been named: the others in the text are of the same register. */
const LONG_DIGITS = /(?<![0-9A-Za-zÀ-ÿ+]|[0-9][.,/-])\d{9,14}(?![0-9A-Za-zÀ-ÿ]|[.,/-]\d)/g
const LONG_SHAPE = /^9{9,14}$/

const TITLE =
  /^(?:unser |ihr |dein |mein )?(?:az|aktz|aktenzeichen|akten ?(?:nr|nummer)|gz|geschafts ?(?:zeichen|nr|nummer)|kassenzeichen|buchungszeichen|zeichen|vorgang|(?:personal|pers|kunden|kd|mitglieds?|mandats?|debitor(?:en)?|vertrags?|vorgangs?|antrags?|fall|bescheid|bv|bg|azr|bamf|schuler|teilnehmer|matrikel|fin|registers?|urkunden?|objekt|schaden|policen?|beihilfe|referenz|wohngeld|mandanten|klienten|patienten|burger|einwohner|ticket|buchungs|hilfefall|wbs|abgaben|personenkonto) ?(?:nr|nummer|id|ref|referenz|no)|mandatsreferenz|persnr|pnr|personenkonto|fin|fahrgestell(?:nr|nummer)|aktenzeichen az)$/
/** Letters, digits and their signs, no words. */
const CELL = /^#?(?=(?:[^\d]*\d){3})(?:[A-Za-zÄÖÜ]{0,5}[\d./_-]{1,20}[ ]?){1,6}[A-Za-z]{0,4}$/
const LONGEST_CELL = 36

/** Cells below the name of the number. */
function* numbersOfColumns(scene: Scene): Generator<Candidate> {
  for (const { start, end } of columnsHeaded(scene, title => TITLE.test(title))) {
    const cell = scene.doc.text.slice(start, end)
    if (cell.length > LONGEST_CELL || !CELL.test(cell) || isMeasure(cell, '') || isInvented(scene.doc, start, end))
      continue
    yield { start, end, certainty: 'sicher', reason: 'form-and-context' }
  }
}

/** Not a date, a sum, a quoted decision, a public paper, an example. */
function isPersonal({ doc }: Scene, start: number, end: number): boolean {
  const text = doc.text.slice(start, end)
  const behind = doc.text.slice(end, end + BEHIND)
  if (isMeasure(text, behind) || MOBILE.test(text) || PUBLIC_PAPER.test(behind) || FILE_PLAN.test(behind)) return false
  if (FOR_EXAMPLE.test(doc.text.slice(Math.max(0, start - 6), start))) return false
  return (
    !isNamedOtherwise(doc, 'FILE_NUMBER', start) && !isInvented(doc, start, end) && !isQuotedDecision(doc, start, end)
  )
}
