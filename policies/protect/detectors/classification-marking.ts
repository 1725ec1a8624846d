import { fold } from '../../language/fold.js'
import { contextWords } from '../context-words.js'
import type { Candidate, Detector } from '../detector.js'
import { FORMS, type MarkingForm } from '../markings/forms.js'
import { officeLabelAt } from '../markings/office-labels.js'
import { standsAsStamp } from '../markings/position.js'
import { isTalkAboutMarkings, speaksOfPaper } from '../markings/talk.js'
import { ALL_CAPITALS, type Doc, wordAt, wordFrom } from '../text/document.js'

/** Grades and stamps on papers; talk about them ("Was bedeutet VS-NfD?") and everyday use ("geheime Wahl") is nothing. */
export const classificationMarking: Detector = {
  kind: 'CLASSIFICATION_MARKING',
  class: 'VS',
  replaceable: 'never',
  source:
    'VSA des Bundes 2023, Anlage IV; Beschluss 2013/488/EU; TLP 2.0 (FIRST); MS-OFFCRYPTO/MIP-Metadaten; daten-arten.md § 5',
  context: [...FORMS.keys(), 'msip', 'clbl'],
  stage: 'value',
  *find({ doc }) {
    let done = 0
    for (const word of contextWords(doc, 'CLASSIFICATION_MARKING')) {
      const start = doc.start[word] ?? 0
      if (start < done) continue
      const found = markingAt(doc, word, done) ?? officeLabelAt(doc, start)
      if (!found) continue
      done = found.end
      yield found
    }
  },
  examples: {
    found: [
      '[[VS-NfD]]\nEvakuierungsplan Klinikum, Stand Mai',
      '[[VS-NUR FÜR DEN DIENSTGEBRAUCH]]\n\nLagebild der Kreiseinsatzleitung',
      '[[VS – Nur für den Dienstgebrauch]] Seite 3 von 11',
      '[[VS NfD]] | Objektschutz Wasserwerk',
      'Betreff: [[VS-NfD]] – Sitzung des Krisenstabs',
      'Az. 32-17/25 [[VS-NfD]]',
      '[[VS-Nur f. d. Dienstgebr.]], Ausfertigung 2',
      '[[vs-nfd]] schichtplan leitstelle, bitte kürzen',
      'Der beigefügte Plan ist als [[VS-NfD]] eingestuft.',
      'Notstromkonzept_[[VS-NfD]]_v3.docx',
      '[[VS-VERTRAULICH]]\namtliche Fassung',
      '[[VS-VERTRAULICH – amtlich geheim gehalten]]',
      '[[STRENG GEHEIM]]\nAusfertigung 1 von 2',
      '[[GEHEIM – amtlich geheim gehalten]]\nTagebuch-Nr. 4/25',
      '[[G E H E I M]]\nLageskizze',
      'Einstufung: [[Geheim]]',
      '[[NATO RESTRICTED]]\nHost nation support, Bahnhof',
      '[[RESTREINT UE/EU RESTRICTED]]',
      '[[EU CONFIDENTIAL]] Council paper on ports',
      '[[TLP:RED]]\nNur für die Teilnehmenden der Runde',
      'Die Warnmeldung des CERT ist [[TLP:AMBER]], Frist heute.',
      '[[TLP:AMBER+STRICT]] – Schwachstelle im Fachverfahren',
      'Weitergabe: [[TLP:GREEN]]',
      '[[Nichtöffentlich]]\nVorlage 2025/088',
      '[[Nichtöffentliche Sitzung]] des Verwaltungsausschusses am 03.06.2025',
      'II. [[Nichtöffentlicher Teil]]',
      'TOP 11 ([[nichtöffentlich]]) Erwerb einer Fläche',
      'Beschlussvorlage 44/2025 – [[nicht öffentlich]] –',
      'Fasse die Niederschrift der [[nichtöffentlichen Sitzung]] vom 4. März zusammen.',
      'Sitzungsart: [[nichtöffentlich]]',
      '[[Vertraulich]]\n\nSehr geehrte Frau Dezernentin,',
      '[[STRENG VERTRAULICH]]!',
      '[[Vertraulich]] – nur für die Mitglieder des Personalrats',
      'Betreff: [[Vertraulich]]: Nachbesetzung der Leitung',
      'Hier mein Entwurf, er ist [[VERTRAULICH]], bitte kürzen.',
      'Dieser Vermerk ist [[vertraulich]].',
      '[[Bitte vertraulich behandeln]], es geht um Frau K.',
      '[[Personalsache]]\nAbmahnung, Entwurf',
      '[[Vertrauliche Personalsache]] – nur vom Empfänger zu öffnen',
      '[[Persönlich/Vertraulich]]\nHerrn Amtsleiter',
      '[[Nur für den internen Gebrauch]]',
      'Preisliste, [[nur für den internen Gebrauch]]',
      '[[Nur für den Dienstgebrauch]] – Schließplan',
      '- [[verschlossen]] -',
      'Status: [[intern]]',
      'msip_labels: [[MSIP_Label_0a1b2c3d-1111-4222-8333-944455556666_Name=Streng vertraulich]];',
      'Sensitivity: [[Confidential]]',
      '[[V.S.-N.f.D.]]\nAlarmplan',
      '[[VS-NUR FÜR DEN\nDIENSTGEBRAUCH]]\nAlarmplan',
      '[[STRENG GEHEIM]] Plan B des Stabs liegt bei',
      '[[n.ö. Sitzung]] VA 12.05., Grundstückstausch',
      'Auf dem Deckblatt: [[Nichtöffentlich]] – Vergaben',
      'Haushalt_[[VERTRAULICH]]_v2.xlsx',
      '[[tlp : amber+strict]] nicht weiterleiten',
      'Hab den Plan vom Kreis bekommen, steht [[VS-NfD]] drauf, darf der ins Ratsinfo?',
      'Notiz, [[vertraulich zu behandeln]]: Der Bieter springt ab.',
      '[[Vertrauliche Vorlage]] 2025/17',
      'Lagebericht [[VS-NfD]] Stand 12.05., kann bis Freitag kommentiert werden',
      'Entwurf, [[dienstlich vertraulich]]. Ergebnis der Prüfung: zwei Mängel',
      'Niederschrift der [[nichtöffentl. Sitzung]] des Rates',
      'Stichwörter: [[VS_NUR_FUER_DEN_DIENSTGEBRAUCH]]; Autor: Stab',
      '„Beratung [[unter Ausschluss der Öffentlichkeit]] – Verkauf Schulhof“',
      '[[Sperrvermerk]]: Diese Bachelorarbeit enthält interne Daten.',
      'Sensitivity: [[Company-Confidential]]',
      '[[GEHE1M]]\nLageplan',
      '[[VS=NfD]] Alarmplan',
      'Der beigefügte Plan ist als [[Verschlusssache]] eingestuft.',
      '[[Nichtöff. Sitzung]] des Rates, Niederschrift',
      '[[Vertraul.]]\nHerrn Amtsleiter',
    ],
    ignored: [
      'Worin unterscheiden sich die Grade VS-NfD und GEHEIM?',
      'Was bedeutet VS-NfD eigentlich?',
      'Darf ich ein VS-NfD-Dokument zusammenfassen lassen?',
      'VS-NfD ist die niedrigste von vier Stufen.',
      'Es gibt VS-NfD, VS-VERTRAULICH, GEHEIM und STRENG GEHEIM.',
      'Das Notebook ist für VS-NfD zugelassen.',
      'Die Schulung „Umgang mit VS-NfD“ ist am 12. Mai.',
      'Verschlusssachen werden als GEHEIM eingestuft, wenn der Bestand des Staates gefährdet ist.',
      'Wann muss eine Sitzung nichtöffentlich sein?',
      'In nichtöffentlicher Sitzung werden Personalfragen beraten.',
      'Wer darf Niederschriften nichtöffentlicher Sitzungen einsehen?',
      'Die Sitzung ist öffentlich, Gäste sind willkommen.',
      'Es findet eine geheime Wahl statt.',
      'Auf Antrag wird geheim abgestimmt.',
      'Die vertrauliche Geburt regelt das Schwangerschaftskonfliktgesetz.',
      'Ihre Angaben werden vertraulich behandelt.',
      'Wir beraten Sie kostenlos und vertraulich.',
      'Kann ich vertraulich mit jemandem sprechen?',
      'Wie speichere ich vertrauliche Unterlagen richtig?',
      'Diese E-Mail kann vertrauliche Informationen enthalten.',
      'Persönlich, schriftlich oder telefonisch erreichen Sie uns täglich.',
      'Die Leiterin begrüßte uns persönlich.',
      'Das Fundfahrrad war verschlossen.',
      'Intern, extern und online ausgeschrieben',
      'Intern haben wir das schon geklärt.',
      'Der Aufzug ist nur für den internen Gebrauch zugelassen.',
      'Das Dienstrad darf nur für den Dienstgebrauch genutzt werden.',
      'TLP:CLEAR',
      'Was heißt TLP:AMBER?',
      'TLP kennt die Farben RED, AMBER, GREEN und CLEAR.',
      'TLP:GREEN bedeutet: Weitergabe in der Gemeinschaft.',
      'Unser Geheimtipp: das Freibad am Morgen.',
      'Das Betriebsgeheimnis der Firma bleibt gewahrt.',
      'Bayern vs. Hamburg endete 2:2.',
      'MSIP_Label_0a1b2c3d-1111-4222-8333-944455556666_Name=Öffentlich',
      'Die EU-Richtlinie und das NATO-Truppenstatut gelten.',
      'Die Personalsachen der Ausstellung sind versichert.',
      'Nach der VSA sind Grade auszuschreiben, zum Beispiel VS-NUR FÜR DEN DIENSTGEBRAUCH.',
      'Der Ausschuss tagt zunächst nicht öffentlich.',
      'Das Vertrauliche daran war der Ton.',
      'Geheimnisse gehören nicht in den Chat.',
      'Ist das Protokoll vertraulich?',
      'VS-NfD Dokumente dürfen nicht ins Internet.',
      'Nichtöffentliche Sitzungen sind die Ausnahme.',
      'Nicht öffentlich zugängliche Wege',
      'VERTRAULICH, KOSTENLOS, ANONYM: DIE BERATUNG',
      'Vertrauliche Beratung: Dienstag 10 Uhr',
      'Die Verhandlung fand unter Ausschluss der Öffentlichkeit statt.',
      'Wann wird ein Dokument als Verschlusssache eingestuft?',
      'Sperrvermerk: Ansatz 12.000 Euro im Haushalt',
    ],
  },
}

function markingAt(doc: Doc, word: number, done: number): Candidate | undefined {
  for (const form of FORMS.get(fold(wordAt(doc, word))) ?? []) {
    for (let first = Math.max(0, word - form.back); first <= word; first++) {
      const start = doc.start[first] ?? 0
      form.pattern.lastIndex = start
      if (start < done || !form.pattern.test(doc.text)) continue
      const found = marked(doc, start, form.pattern.lastIndex, form)
      if (found) return found
    }
  }
  return undefined
}

function marked(
  doc: Doc,
  start: number,
  end: number,
  { place, class: dataClass, weak }: MarkingForm,
): Candidate | undefined {
  const stamp = standsAsStamp(doc, start, end, place)
  const grade = place === 'grade'
  if (!stamp && place === 'alone') return undefined
  const base = { start, end, reason: 'stamp', class: dataClass } as const
  const request = requestAround(doc.text, start, end)
  const asked = request !== undefined && (stamp || request.start < start)
  const inCapitals = dataClass !== 'VS' && standsOutInCapitals(doc, start, end)
  if (!stamp && !grade && !asked && !inCapitals && !speaksOfPaper(doc, start, end)) return undefined
  if (isTalkAboutMarkings(doc, start, end, stamp)) return undefined
  if (asked) return { ...base, ...request, certainty: 'wahrscheinlich' }
  return { ...base, certainty: (stamp || grade || inCapitals) && !weak ? 'sicher' : 'wahrscheinlich' }
}

/** In capitals among words that are not. */
function standsOutInCapitals(doc: Doc, start: number, end: number): boolean {
  const first = wordFrom(doc, start)
  const last = wordFrom(doc, end - 1)
  const inCapitals = (word: number): boolean => ((doc.shape[word] ?? 0) & ALL_CAPITALS) !== 0
  if (!inCapitals(first) || !inCapitals(last)) return false
  return !(first > 0 && inCapitals(first - 1)) && !(last + 1 < doc.count && inCapitals(last + 1))
}

/** "Bitte vertraulich behandeln!", "Notiz, vertraulich zu behandeln: …" */
function requestAround(text: string, start: number, end: number): { start: number; end: number } | undefined {
  const after = /^ (?:zu )?behandeln/.exec(text.slice(end, end + 14))
  if (!after) return undefined
  const before = /(?:^|[^\p{L}])(bitte (?:streng |absolut |unbedingt )?)$/iu.exec(
    text.slice(Math.max(0, start - 25), start),
  )
  return { start: start - (before?.[1]?.length ?? 0), end: end + after[0].length }
}
