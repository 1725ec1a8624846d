import type { Detector } from '../detector.js'
import { ANY_DOCUMENT, documentNumbers } from '../document-numbers.js'

/** Names of the card, also in other languages. */
const CARDS = `
  ausweis ausweises ausweise ausweisnummer* ausweisnr ausweisdokument* ausweiskopie* ausweisdaten* personalausweis*
  perso persos personalausweisnr kinderausweis* bundespersonalausweis* identitätskarte* identitätsnachweis*
  identitätsdokument* lichtbildausweis* idkarte eid eidkarte passdokument* ausgewiesen legitimiert legitimation* pa
  identity identité identità identidad identitate kimlik* dowód dowodu dowodem dowodzie osobist* buletin* cédula dni
  nie cnp посвідчен* удостоверен* личности هوية الهوية هويتي بطاقة البطاقة شناسنامه
`

/** Identity cards: nine signs near their name, ten with a right check digit anywhere. */
export const idCard: Detector = {
  kind: 'ID_CARD',
  class: 'D2',
  replaceable: 'identifier',
  source: '§ 2 Abs. 8 PAuswG, Anlage PAuswV Nr. 9; Prüfziffer nach ICAO Doc 9303',
  context: [...CARDS.trim().split(/\s+/), ...ANY_DOCUMENT],
  stage: 'value',
  find: scene => documentNumbers(scene, 'ID_CARD'),
  examples: {
    found: [
      'Personalausweis [[P7709MFFG]], gültig bis 2031',
      'Ausweisnummer: [[X014JRWTH]]',
      'Ausweis-Nr. [[L878VY22X4]] (mit Prüfziffer)',
      'Der Bürger hat sich mit [[M883X9LZR]] ausgewiesen.',
      'Perso [[R027R7XNZ]] liegt im Fundbüro.',
      'Verlustmeldung: Ausweis Nummer [[X823 KX5L4]]',
      'Dokumentennummer [[T702FF5WR]], ausgestellt von der Stadt',
      'personalausweis [[m590m67wk]] hab ich verloren',
      'Auf der Kopie erkennt man [[V017J0FT62]] und das Foto.',
      '[[IDD<<M815P3RWG3<<<<<<<<<<<<<<<]]\n[[6408125<2702283D<<<<<<<<<<<<<<4]]',
      'Alter Personalausweis [[1220001297]], abgelaufen 2012',
      'Vorläufiger Personalausweis [[B1234567]]',
      '| Name | Ausweis |\n| Tschernow | [[P705G7CN6]] |',
      'PA-Nr. [[R141YVC1X]], Anmeldung zum 1. Juli',
      'ID-Karte Nr. [[DBX604118]] (Polen)',
      "Carta d'identità [[CA60418HK]], Lecce",
      'Dowód osobisty [[LH41RM57Y]] zgubiony',
      'Dokument: Personalausweis\nSeriennummer: [[L4R7PX9M1]]',
    ],
    ignored: [
      'Personalausweis L878VY22X5 stimmt nicht.',
      'Ausweisnummer V017J0FT63 ist falsch abgelesen.',
      'Ausweis A22000129 kann es nicht geben, T22O00129 auch nicht.',
      'Der Personalausweis kostet 37,00 Euro.',
      'Büchereiausweis 20481133 verlängern',
      'Artikelnummer L01X00T47 im Ersatzteilkatalog',
      'Modell P7709MFFG der Spülmaschine',
      'Personalausweise liegen nach 14 Tagen bereit.',
      'Reisepass C053CMFW6 liegt zur Abholung bereit.',
      'Parkausweis für Zone 3, Gebühr 30,70 Euro',
      'Seriennummer M883X9LZR am Kopierer',
      'Ausweis, Termin 12.03.2026, Schalter 4, Tel. 0231 5000000',
      '<td>L01X00T47</td><td>Dichtung</td>',
      'Lizenzschlüssel XC7F9-KL2MN-PRT45',
      'Karte 123456789 im Katalog, Titel unbekannt',
    ],
  },
}
