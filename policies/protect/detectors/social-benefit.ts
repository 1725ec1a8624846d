import { meaningOf } from '../about/meaning.js'
import type { Candidate, Detector, Scene } from '../detector.js'

/**
 * Which help somebody gets, asks for or pays back: benefits, youth welfare, debt advice. The name of a benefit is also
 * the subject of every leaflet, so most words need a person and a statement about it.
 */
export const socialBenefit: Detector = {
  kind: 'SOCIAL_BENEFIT',
  class: 'D3',
  replaceable: 'never',
  source:
    '§ 35 SGB I, § 67 SGB X (Sozialgeheimnis); §§ 61 bis 68 SGB VIII (Jugendhilfe); §§ 18 bis 29 SGB I (Leistungen)',
  context: [],
  stage: 'meaning',
  find: statementsIn,
  examples: {
    found: [
      'Ihr [[Wohngeld]] wird zum 1. März gekürzt, Herr Adamek.',
      'Seit Ostern ist Ben R. in [[Vollzeitpflege]] untergebracht.',
      'Frau Brandes bezieht [[Bürgergeld]] und bittet um Ratenzahlung.',
      'Mein Vater bekommt [[Grundsicherung im Alter]].',
      'Herr Tietze hat den Antrag auf [[Hilfe zum Lebensunterhalt]] zurückgezogen.',
      'Der [[Unterhaltsvorschuss]] für Leni Kopp läuft im Dezember aus.',
      'Familie Yildiz: [[Kinderzuschlag]] bewilligt bis 31.3.',
      'Für Ben Rohde ist eine [[SPFH]] mit acht Stunden eingesetzt.',
      'Gestern Abend [[Inobhutnahme]] von Jason W., Mutter nicht erreichbar.',
      'Antragsteller: Klaus Förster\nLeistungsart: [[Eingliederungshilfe]]',
      '| Name | Leistung |\n|---|---|\n| Nadja Kröger | [[Wohngeld]] |',
      'Die Kindesmutter hat der [[Heimerziehung]] zugestimmt.',
      'Ich beziehe seit Juni [[Bürgergeld]] und kann die Gebühr nicht zahlen. Gruß Petra Lohse',
      'Unsere Nachbarin, Frau Seidl, ist in der [[Schuldnerberatung]].',
      'Herr Omar erhält [[Leistungen nach dem AsylbLG]].',
      'Weil er das Fach gewechselt hat, wurde Herrn Stolz das [[BAföG]] gestrichen.',
      'Frau Gebauer, das [[Pflegegeld]] für Ihre Mutter haben wir nicht berechnet.',
      'Der Schüler Emil Varga braucht eine [[Schulbegleitung]].',
      'Rückforderung [[Elterngeld]] Reinhardt, 1.140 Euro, Widerspruch eingegangen',
      'Thomas Ihle ist [[Sozialhilfeempfänger]], bitte Gebühr erlassen.',
      'Meine Tochter bekommt [[BAföG]], zählt das als Einkommen?',
      'Bei Familie Hornung läuft ein Verfahren wegen [[Kindeswohlgefährdung]].',
      'Vermerk: Frau Ziegler hat ihr [[Arbeitslosengeld]] nicht angegeben.',
      'Der [[Wohngeldbescheid]] von Herrn Masuch ging zurück.',
      'Das [[Hilfeplangespräch]] für Lilly findet am Donnerstag statt.',
      'Herrn Grothe wurde die [[Sozialhilfe]] gekürzt.',
      'Moin, die Frau Behrmann aus der 12 lebt jetzt von [[Hartz IV]], Mahnung bitte aussetzen.',
      'Jonas Kister wohnt seit zwei Jahren bei einer [[Pflegefamilie]].',
      'Die Mieterin, Frau Sokolov, ist [[wohnungslos]].',
      'BuT: Für Amira Saleh ist die [[Lernförderung]] bewilligt.',
      'Hilfeart: [[Erziehungsbeistandschaft]], Kind: Noah Beyer',
      'Er bekommt [[Erwerbsminderungsrente]], sagt die Schwester von Herrn Pauli.',
      'Frau Nowak hat [[Blindengeld]] beantragt.',
      'Für Ihren Sohn Malte wird die [[wirtschaftliche Jugendhilfe]] eingestellt.',
      'Die [[Bedarfsgemeinschaft]] Hübner hat vier Personen.',
      'Zu Frau Lenz: Sie ist [[Aufstockerin]] und zahlt den ermäßigten Beitrag.',
      'Kassenzeichen 4711, Schuldner Jürgen Maas: [[Privatinsolvenz seit 2024]]',
      'Mr Mensah receives [[housing benefit]].',
      'Tarek ist als [[unbegleiteter Minderjähriger]] bei uns, sein Vormund ist Herr Opitz.',
      'Frau Deniz und ihre Kinder [[bekommen Wohngeld]] und zahlen weniger Kita-Beitrag.',
      'Ihr Antrag auf [[Wohngeld]] vom 12.3.2026 wird abgelehnt.',
      'Seit mein Mann arbeitslos ist, [[leben wir vom Amt]].',
      'Herr Abdi bekommt [[Leistungen nach § 3 AsylbLG]].',
      'Die Kollegin [[stockt mit Wohngeld auf]].',
      'Sie erhalten ab dem 01.09.2026 [[Hilfe zum Lebensunterhalt]].',
      'hallo ich krieg [[bürgergeld]] und kann nicht zahlen',
    ],
    ignored: [
      'Wo beantragt man Elterngeld?',
      'Beantragen Sie Ihr Wohngeld online.',
      'Das Wohngeld steigt zum 1. Januar um 15 Prozent.',
      'Wer Bürgergeld bezieht, zahlt für den Ausweis nichts.',
      'Stelle: Sachbearbeitung Wohngeld (m/w/d), Entgeltgruppe 9b',
      'Merkblatt zum Unterhaltsvorschuss',
      'Ansprechpartnerin für Wohngeld: Frau Koch, Zimmer 12',
      'Die Kosten der Heimerziehung belasten den Kreishaushalt mit 4 Millionen Euro.',
      'Infoabend für Pflegeeltern am Dienstag um 19 Uhr',
      'Der Jugendhilfeausschuss tagt am 4. Mai, es berichtet Herr Lorenz.',
      'Gibt es beim Kinderzuschlag eine Höchstgrenze?',
      'Familien mit Kinderzuschlag zahlen keinen Kita-Beitrag.',
      'Frau Busch leitet die Wohngeldstelle.',
      'Erkläre den Unterschied zwischen Grundsicherung und Sozialhilfe.',
      'Die Schuldnerberatung der Caritas hat dienstags geöffnet.',
      'Im Haushalt 2027 stehen 2,1 Mio. Euro für Eingliederungshilfe.',
      '§ 27 SGB XII regelt die Hilfe zum Lebensunterhalt.',
      'Herr Ewald übernimmt ab Mai das Team Bürgergeld.',
      'Leistungsverzeichnis Los 2: Herr Krämer fragt nach Position 14.',
      'Schulung zum BAföG: Frau Thoma meldet sich an.',
      'Die Zahl der Inobhutnahmen stieg bundesweit.',
      'Für das Bildungspaket brauchen Eltern einen Antrag.',
      'Pflegekinder brauchen Verlässlichkeit, heißt es im Konzept.',
      'Kostenübernahme der Dienstreise von Frau Jahn ist genehmigt.',
      'Beim Sommerfest im Heim Sankt Josef spielt die Kapelle von Herrn Witt.',
      'Die Leistungen von Herrn Sommer in der Prüfung waren sehr gut.',
      'Sozialamt und Jobcenter ziehen in die Bahnhofstraße.',
      'Welche Unterlagen brauche ich für BAföG?',
      'Bezieher von Wohngeld haben keinen Anspruch auf Bürgergeld.',
      'Kindergeld wird von der Familienkasse gezahlt.',
      'Der Entwurf der Richtlinie zur Vollzeitpflege liegt im Ausschuss.',
      'Anteil der Haushalte mit Wohngeld: 4,8 Prozent',
      'Muster: Bescheid über Hilfe zur Pflege',
      'Eltern, die Bürgergeld erhalten, legen bitte den Bescheid vor.',
      'Ab wann lohnt sich ein Antrag auf Wohngeld?',
      'Die Fachkraft arbeitet in der sozialpädagogischen Familienhilfe, Bewerbungen bis 1. Juni.',
      'Das Jugendamt sucht Bereitschaftspflegefamilien.',
      'Bürgermeister Hartwig eröffnet die neue Beratungsstelle für Wohngeld.',
      'Newsletter: Was ändert sich 2027 beim Elterngeld?',
      'Mit dem Familienpass kommen alle Kinder kostenlos ins Freibad.',
      'Sie erhalten Wohngeld, wenn Ihr Einkommen gering ist.',
      'Ihr Antrag auf Wohngeld: So füllen Sie das Formular aus.',
      'Antworten auf die Frage „Warum wurde mein Bürgergeld gekürzt?“ für den Chatbot',
      'Haben Sie Bürgergeld bezogen? Dann kreuzen Sie Ja an.',
      'Im Frauenhaus sind 12 Plätze belegt.',
    ],
  },
}

/** Small letters make other words of abbreviations: "but", "Uma". */
const OTHER_WORD = /^[Bb]ut$|^[Uu]ma$/

function* statementsIn(scene: Scene): Generator<Candidate> {
  for (const found of meaningOf('SOCIAL_BENEFIT', scene)) {
    if (!OTHER_WORD.test(scene.doc.text.slice(found.start, found.end))) yield withRest(scene.doc.text, found)
  }
}

const BEFORE =
  /(?<!\p{L})(?:(?:war|bezieht|bezog|bekommt|bekam|kriegt|erhält|beziehen|bekommen|erhalten|lebt von) )?(?:(?:vorher|früher|jahrelang|lange|ergänzend|aufstockend|derzeit) ){1,2}$|(?<!\p{L})(?:beziehen|bekommen|kriegen|kriegt|kriege|Leistungen nach(?: (?:dem|§ ?\d{1,3}[a-z]?))?|seit \p{L}{3,9} in) $/iu
const BEHIND =
  /^ (?:i\. ?A\.|seit (?:\p{L}{3,9} )?\d{4}|von \d[\d.,]{0,8} ?(?:€|Euro)|\d[\d.,]{0,8} ?(?:€|Euro)|(?:wird|wurde) (?:um \d{1,3} ?(?:%|Prozent|€|Euro) )?(?:gemindert|gekürzt|gestrichen|versagt|eingestellt)|nach § ?\d{1,3}[a-z]?(?: Abs\. ?\d)?(?: SGB [IVX]{1,4}| AsylbLG)?)(?![\p{L}\d])/u
const LONGEST_REST = 48

/** "beziehen KiZ", "Bürgergeld wird um 10 % gemindert": verb, time and amount belong to what is told. */
function withRest(text: string, found: Candidate): Candidate {
  const before = BEFORE.exec(text.slice(Math.max(0, found.start - LONGEST_REST), found.start))
  const behind = BEHIND.exec(text.slice(found.end, found.end + LONGEST_REST))
  return { ...found, start: found.start - (before?.[0].length ?? 0), end: found.end + (behind?.[0].length ?? 0) }
}
