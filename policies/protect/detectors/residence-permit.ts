import type { Detector } from '../detector.js'
import { ANY_DOCUMENT, documentNumbers } from '../document-numbers.js'

/** Names of the titles and of the cards they are printed on, also in other languages. */
const PERMITS = `
  aufenthaltstitel* aufenthaltserlaubnis* aufenthaltskarte* aufenthaltsgestattung* aufenthaltsdokument*
  aufenthaltsbewilligung* aufenthaltsgenehmigung* aufenthaltsberechtigung* aufenthaltsbescheinigung*
  daueraufenthalt* niederlassungserlaubnis* fiktionsbescheinigung* fiktion duldung* duldungsbescheinigung*
  ankunftsnachweis* grenzübertrittsbescheinigung* ausweisersatz* zusatzblatt* visum visums visa eat atnummer* atnr
  eatnr eatnummer* chipkarte* ausländerbehörde* abh residence permit permits residency séjour titre permesso
  soggiorno residencia pobyt* ședere oturma oturum* ikamet* kart kartı kartım kartımın проживан* посвідк* внж
  жительств* вид إقامة الإقامة إقامتي بطاقة البطاقة بطاقتي اقامت کارت trú
`

/** Electronic residence permits and the papers of the foreigners' office, numbered like identity cards. */
export const residencePermit: Detector = {
  kind: 'RESIDENCE_PERMIT',
  class: 'D2',
  replaceable: 'identifier',
  source: '§ 78 AufenthG (eAT); Prüfziffer nach ICAO Doc 9303',
  context: [...PERMITS.trim().split(/\s+/), ...ANY_DOCUMENT],
  stage: 'value',
  find: scene => documentNumbers(scene, 'RESIDENCE_PERMIT'),
  examples: {
    found: [
      'Aufenthaltstitel [[Y118WX4VJ7]], gültig bis 30.06.2027',
      'eAT-Nummer: [[Y8840P2CN6]]',
      'Aufenthaltserlaubnis nach § 25 AufenthG, Nr. [[Y078623VV]]',
      'Niederlassungserlaubnis [[Y233XT8703]] verloren',
      'Fiktionsbescheinigung [[Y440349R7]] bis März verlängert',
      'eat [[y4661pn0f2]] liegt zur Abholung bereit',
      'Duldung Nr. [[Y3570LTWF]] (Herr Sesay)',
      'Aufenthaltsgestattung\n[[Y028PG37G]]',
      'Aufenthaltskarte [[Y112 J9VG0]] der Ehefrau',
      '[[ARD<<Y518WHP411<<<<<<<<<<<<<<<]] Aufenthaltstitel',
      'Elektronischer Aufenthaltstitel, Dokumentennummer [[Y8209T9CZ]]',
      '| Aufenthaltstitel | [[Y691TC7697]] | Abholung 9 Uhr |',
      'Ankunftsnachweis [[Y324H3TY0]] eingescannt',
      'My residence permit [[YK5V273WJ]] expires in May.',
      'Carte de séjour n° [[Y4K7M2P9R]]',
      'Fiktionsbescheinigung Nr. [[P4820733]], drei Monate',
      'Seriennummer;Titel;Name\n[[Y2HV7N9K3]];§ 18b;Nair\n[[YF81C6XM4]];§ 28;Costa',
      'Aufenthaltstitel, Nr. [[Y8 RK 36 ZF 4]]',
    ],
    ignored: [
      'Aufenthaltstitel Y118WX4VJ8 wird nicht erkannt.',
      'eAT Y8840P2CN7 ist falsch.',
      'Die Aufenthaltserlaubnis kostet 100 Euro.',
      'Aufenthaltstitel nach § 18b AufenthG, Fassung 2024',
      'Personalausweis L951445VN',
      'Der Aufenthaltsraum hat die Nummer 233.',
      'Duldung einer Überfahrt, Flurstück 440/349',
      'Reisepass C5359VTW5 liegt bei.',
      'eAT-Gebühr: Buchungsstelle 1.2.2.01',
      'Bestellnummer Y078623VV',
      'Fiktionsbescheinigungen: Wartezeit 6 Wochen, Zimmer 112',
      'Niederlassungserlaubnis ab 60 Monaten Beiträgen',
      'Titel: Satzung 2026/118 über Karten und Pläne',
      'Karte im Maßstab 1:25000, Blatt 4711',
    ],
  },
}
