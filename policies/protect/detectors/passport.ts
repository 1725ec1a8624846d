import type { Detector } from '../detector.js'
import { ANY_DOCUMENT, documentNumbers } from '../document-numbers.js'

/** Names of the document in German and the languages of those who write to town halls. */
const PASSPORTS = `
  pass passes passnummer* passnr passkopie* passdaten* passdokument* passinhaber* passverlust* passentziehung*
  reisepass* kinderreisepass* nationalpass* diplomatenpass* dienstpass* heimatpass* fremdenpass* expresspass*
  reisedokument* reiseausweis* kinderausweis* passport* passeport* pasaport* passaport* paszport* pasos pasosa
  pasosu putovnic* útlevél* паспорт* загранпаспорт* закордонн* διαβατήρι* جواز جوازي الجواز جوازه جوازات گذرنامه
  پاسپورت chiếu
`

/** Passports: nine signs near their name, ten with a right check digit anywhere; foreign ones directly behind it. */
export const passport: Detector = {
  kind: 'PASSPORT',
  class: 'D2',
  replaceable: 'identifier',
  source: '§ 4 PassG, Anlage PassV Nr. 9; Prüfziffer nach ICAO Doc 9303',
  context: [...PASSPORTS.trim().split(/\s+/), ...ANY_DOCUMENT],
  stage: 'value',
  find: scene => documentNumbers(scene, 'PASSPORT'),
  examples: {
    found: [
      'Reisepass [[H083MT95V]], ausgestellt in Herne',
      'Passnummer: [[J492R6RHZ0]]',
      'Kinderreisepass Nr. [[K672HGV6M]] für Leonie',
      'Pass-Nr. [[J5651T96T]]',
      'Express-Pass beantragt, alte Nummer [[H788PJLX37]]',
      'reisepass [[j5172jryt]] abgelaufen',
      '[[P<D<<MOELLER<<HANNE<<<<<<<<<<<<<<<<<<<<<<<<<]]\n[[C053CMFW65D<<6408125F2702283<<<<<<<<<<<<<<<4]]',
      'Im Umschlag lag [[C345T68R79]] ohne Anschreiben.',
      'Ukrainischer Reisepass [[FE123456]] vorgelegt',
      'Nationalpass Nr. [[N01234567]] (Syrien) eingezogen',
      'Der Pass ([[C1446ZMHM]]) wurde gestohlen gemeldet.',
      'Reisedokument [[G7670T2W6]] verlängert',
      '| Reisepass | [[K704 YN5KM]] |',
      'Passport no. [[C7KP2M9RT]], lost in Vienna',
      'Türkischer Pass [[U21 604 118]], gültig bis 2029',
      'Pass des Kindes: [[P4471902B]] (Philippinen)',
      'Vorläufiger Reisepass für Tomasz, ausgestellt gestern, Nummer [[A0518822]]',
      'Інше: паспорт [[FK604118]]',
      'Name;Pass\nOrtiz;[[CH7K3M9R2]]\nHamdan;[[N4471822]]',
    ],
    ignored: [
      'Reisepass J492R6RHZ1 ist falsch abgeschrieben.',
      'Passnummer C345T68R78 besteht die Prüfung nicht.',
      'Der Reisepass kostet 70 Euro, Express 32 Euro mehr.',
      'Das passt so, Bestellung H083MT95V ist da.',
      'Personalausweis L145MY2NL liegt bereit.',
      'Der Termin zum Reisepass ist am 12. Mai um 10 Uhr.',
      'Kompass K672HGV6M, Inventar der Feuerwehr',
      'Artikelnummer J5651T96T',
      'Reisepässe sind zehn Jahre gültig.',
      'Bypass-Ventil G059GT7H6 undicht',
      'Skipass 2025/26 für 199 Euro',
      'Passbild 35 x 45 mm',
      'Pass: Anruf unter 058 913 427, wenn er da ist',
      'Dienstreise: Reisepass nicht nötig, Zug ICE 123456',
    ],
  },
}
