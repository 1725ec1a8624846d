import { fold } from '../../language/fold.js'
import { before, behind, LISTED, NAMED, nextInList, starred } from '../births/beside-markers.js'
import { datesBesideNames } from '../births/beside-names.js'
import { FOREIGN, MARKER, MARKER_WORDS, TITLE } from '../births/markers.js'
import {
  type BirthDate,
  beforeForeign,
  behindForeign,
  birthDateAt,
  cameToWorld,
  compactBehind,
  misreadBehind,
  ofBoth,
  otherVersion,
  spokenAround,
} from '../births/written-forms.js'
import { contextWords } from '../context-words.js'
import type { Candidate, Detector, Scene } from '../detector.js'
import { isHistoricBirth } from '../persons/historic.js'
import { type Doc, wordAt } from '../text/document.js'
import { columnsHeaded } from '../text/tables.js'

/** Dates of birth: any date form beside "geb.", "*" …, in a column with such a title, or right behind a name. */
export const dateOfBirth: Detector = {
  kind: 'DATE_OF_BIRTH',
  class: 'D2',
  replaceable: 'identifier',
  source: 'Art. 4 Nr. 1 DSGVO; § 3 Abs. 1 Nr. 6 BMG; Datumsformen nach DIN 5008 und ISO 8601',
  context: [...MARKER_WORDS, 'geburtsdat*', 'gebdat*', 'welt'],
  stage: 'value',
  *find(scene) {
    for (const { year, ...stretch } of birthDates(scene)) {
      if (!isHistoricBirth(scene, stretch, year)) yield stretch
    }
  },
  examples: {
    found: [
      'Meier, Anna, [[12.03.75]], Widerspruch',
      'geboren am [[zwölften März 1975]] in Husum',
      'Frau Lieselotte Brandhuber, geb. am [[18.02.1963]], hat heute vorgesprochen.',
      'Antragsteller: Jannik Oltrogge\nGeburtsdatum: [[7.11.1998]]\nGeburtsort: Husum',
      'Der Hilfeempfänger ist am [[3. Mai 1957]] in Gdańsk geboren.',
      'Kind Mathilda, geboren am [[18. Dezember 2019]], besucht die Kita Sonnenblume.',
      'Bitte nehmen Sie Herrn Aydın Korkmaz (*[[12.3.80]]) in die Liste auf.',
      'Patient: Wendelin Kaup, * [[1. März 1949]], seit gestern hier.',
      'Name;Vorname;Geb.;Straße\nLohse;Merle;[[14.08.2011]];Am Deich 4\nTamm;Piet;[[02.01.2012]];Siel 9',
      '| Name | Geburtsdatum | Klasse |\n|---|---|---|\n| Ole Wick | [[23.05.2014]] | 4a |\n| Ada Roth | [[1.9.14]] | 4a |',
      'Name\tgeb. am\tEintritt\nSvea Dührkop\t[[1979-12-07]]\t2010-04-01',
      'Date of birth: [[12 March 1984]], nationality: Ghanaian',
      'Die am [[09.09.2001]] geborene Auszubildende hat den Vertrag unterschrieben.',
      'geb.: [[3/4/1980]], ledig, zwei Kinder',
      'Mein Geburtsdatum ist der [[21.06.1972]], falls Sie es brauchen.',
      'Herr Sönke Mahrt\ngeboren am\n[[30.11.1944]] in Tondern',
      'Ihre Kinder Lena (geb. [[03.04.2015]]) und Tom ([[12.08.2017]]) sind angemeldet.',
      'Geburtsdatum des Kindes [[16.10.2022]], Mutter alleinerziehend',
      'Gebdat [[05.05.1955]] laut Ausweis',
      'Unsere Tochter wurde am [[4. Juli 2024]] in Flensburg geboren.',
      'Mustafa K., geb. [[28-01-1991]], ohne festen Wohnsitz',
      'Auf der Warteliste: Lotte ([[15.7.2016]]) und Emil ([[1.3.2015]]).',
      'Herr Krüger, [[19.08.1968]], tauscht den Führerschein um.',
      'Personalien: Haddad, Samir, [[01.01.1994]]. Keine Eintragungen.',
      'Halter: Vera Thoms, GebDat [[19840622]]',
      'anruf von der tochter, gebdatum [[080741]]. nichts gesagt',
      'Geboren bin ich am [[dritten Februar neunzehnhundertsechsundfünfzig]] in Stettin.',
      'Bin am [[3.4.59]] in Ihrem alten Krankenhaus zur Welt gekommen.',
      'Ad soyad: Emre Çelik\nDoğum tarihi: [[14.08.1979]]',
      'Дата рождения: [[22.11.1984]], гражданство указано',
      'Beata K., ur. [[30.06.1988]] w Opolu',
      'Je suis née le [[15 septembre 1961]] à Lyon.',
      'Er [[4.2.1949]], sie [[7. Juni 1951]], beide geboren in Celle.',
      'Frau Ahlers geb. Timm am [[120456]] in Husum',
      'geb. [[l4.o3.l958]] laut Fax',
      'Als Geburtstag [[03/04/1987]] notiert, im Pass steht [[03.12.1987]].',
      'Sie kam am [[zweiten Mai anno zweiundsiebzig]] zur Welt.',
    ],
    ignored: [
      'Vertrag vom 18.02.2019, gekündigt zum 31.12.2024.',
      'Das Urteil vom 3. Mai 2018 ist rechtskräftig.',
      'Anspruch haben Kinder, die nach dem 31.12.2011 geboren sind.',
      'Die Regelung gilt für vor dem 01.01.1964 geborene Versicherte.',
      'Der Verein wurde am 12.03.1980 gegründet.',
      'Geburtsdatum bitte im Format TT.MM.JJJJ eintragen.',
      'Jahrgang 1963, Hauptfach Mathematik',
      'Immanuel Kant, geboren am 22. April 1724 in Königsberg, war Philosoph.',
      'Die Straße ist nach der Dichterin benannt, geboren am 5. Mai 1912 in Lübeck.',
      '* 12.03.2024: Sitzung des Hauptausschusses\n* 19.03.2024: Sitzung des Rates',
      'Errechneter Geburtstermin ist der 24.12.2025, der Mutterschutz beginnt vorher.',
      'Wir geben am 12.05.2025 das neue Formular heraus.',
      'Frau Anna Schulz geb. Kranz hat am 12.03.2024 vorgesprochen.',
      'Name;Geburtsname;Eintritt\nVoss;Harms;01.02.2010\nBohn;Reuter;01.08.2015',
      'Frist: Abgabe bis 30.06.2025, spätestens 14 Uhr.',
      'Feier zum 80. Geburtstag am 14.09.2025 im Rathaus',
      'Software-Version 12.3.80 wurde am 01.02.2024 eingespielt.',
      'Die *12.03.2024* verschickte Einladung gilt weiter.',
      'Nachweis der Geburt: Urkunde vom 02.02.2023 beifügen.',
      'Schreiben von Frau Müller, 12.03.2019, liegt vor.',
      'Meier, Anna, 12.03.25, Rückruf',
      'gez. Hans Krüger, 12.03.2019',
      'Gespräch mit Herrn Schulz (12.03.2021) ohne Ergebnis',
      'NATO 12.03.1980, Übung im Kreis',
      'Zum 80. Geburtstag 12.03.2026 gratuliert der Rat.',
      'Alle geboren zwischen den Jahren, Sitzung 3.3.2025.',
    ],
  },
}

type Born = Candidate & { readonly year: number }

function* birthDates(scene: Scene): Generator<Born> {
  const { doc } = scene
  for (const { start, end } of columnsHeaded(scene, title => TITLE.test(title))) {
    const date = firstDate(doc.text, start, end)
    if (date) yield { ...date, certainty: 'wahrscheinlich', reason: 'form-field' }
  }
  for (const word of contextWords(doc, 'DATE_OF_BIRTH')) {
    const marker = fold(wordAt(doc, word))
    const link = marker.endsWith('daten') ? LISTED : NAMED
    for (const found of datesAt(doc, word, marker)) {
      let date: BirthDate | undefined = found
      while (date) {
        yield { ...date, certainty: 'wahrscheinlich', reason: 'form-and-context' }
        const other = otherVersion(doc.text, date)
        if (other) yield { ...other, certainty: 'wahrscheinlich', reason: 'form-and-context' }
        date = nextInList(doc, date.end, link)
      }
    }
  }
  for (const date of starred(doc.text)) yield { ...date, certainty: 'wahrscheinlich', reason: 'form-and-context' }
  for (const date of datesBesideNames(doc)) yield { ...date, certainty: 'wahrscheinlich', reason: 'form-and-context' }
}

/** The dates that a marker leads to, by its language and way of writing. */
function* datesAt(doc: Doc, word: number, marker: string): Generator<BirthDate> {
  if (marker === 'welt') {
    if (!/(?<!\p{L})zur $/iu.test(closeBefore(doc, word))) return
    const date = cameToWorld(doc, word)
    if (date) yield date
    else yield* spokenAround(doc, word)
  } else if (marker === 'geburtsanzeige') {
    const date = doc.text.charAt(doc.end[word] ?? 0) === ':' ? behind(doc, word) : undefined
    if (date) yield date
  } else if (MARKER.test(marker)) {
    if (/^geb(?!urtstag)/.test(marker)) yield* spokenAround(doc, word)
    if (marker === 'geboren') yield* ofBoth(doc, word)
    const date =
      compactBehind(doc.text, doc.end[word] ?? 0) ??
      misreadBehind(doc.text, doc.end[word] ?? 0) ??
      behind(doc, word) ??
      before(doc, word) ??
      beforeForeign(doc, word, /^born$/)
    if (date) yield date
  } else if (FOREIGN.test(marker)) {
    const date = behindForeign(doc, word, marker) ?? beforeForeign(doc, word, FOREIGN)
    if (date) yield date
  }
}

const closeBefore = (doc: Doc, word: number): string =>
  doc.text.slice(Math.max(0, (doc.start[word] ?? 0) - 5), doc.start[word])

function firstDate(text: string, start: number, end: number): BirthDate | undefined {
  for (let at = start; at < end; at++) {
    const date = /[\p{L}\p{N}]/u.test(text.charAt(at)) ? birthDateAt(text, at) : undefined
    if (date) return date.end <= end ? date : undefined
  }
  return undefined
}
