import { meaningOf } from '../about/meaning.js'
import { type Candidate, type Detector, matchNumbers, type Scene, saysNear } from '../detector.js'
import type { Doc } from '../text/document.js'

/** "F32.1", "C50.9", "G35": codes of the international list of diseases. */
const ICD = /(?<![\p{L}\p{N}])[A-TV-Z]\d{2}(?:\.\d{1,2})?(?![\p{L}\p{N}])/gu

/**
 * What a text tells about the body or mind of one human being: illness, injury, disability, care, treatment, addiction,
 * pregnancy. The words stand in the list; whether somebody is meant, the sentence tells. Codes of diseases count beside
 * the word "Diagnose" or "ICD".
 */
export const health: Detector = {
  kind: 'HEALTH',
  class: 'D3',
  replaceable: 'never',
  source: 'Art. 4 Nr. 15 und Art. 9 Abs. 1 DSGVO; Schlüssel der Krankheiten: ICD-10-GM (BfArM)',
  context: ['diagnose*', '*diagnose', '*diagnosen', 'icd'],
  stage: 'meaning',
  *find(scene) {
    for (const candidate of meaningOf('HEALTH', scene)) yield withPeriod(scene.doc, withDegree(scene.doc, candidate))
    yield* diseaseCodes(scene)
  },
  examples: {
    found: [
      'Frau K. ist wegen [[Depression krankgeschrieben]].',
      'Hallo Sabine, der Kollege aus der Poststelle ist bis Ende Mai [[arbeitsunfähig]], kannst du die Tour übernehmen?',
      'Herr Yıldırım ist [[schwerbehindert mit GdB 70]] und beantragt einen Parkplatz am Haus.',
      'Vermerk: Bei der Antragstellerin wurde im März [[Brustkrebs]] festgestellt, sie bittet um Ratenzahlung.',
      'Meine Tochter Mila ist [[Diabetikerin]] und braucht in der Kita jemanden, der misst.',
      'Name: Thorsten Bielefeldt\nDiagnose: [[rezidivierende Migräne]]\nKrankenkasse: offen',
      'Bin heute leider [[krank]], bitte den Termin im Trauzimmer absagen.',
      'Laut Arztbrief leidet Herr Hollmann an [[Multipler Sklerose]] und kann keine Treppen mehr steigen.',
      'Wir haben Frau Okafor wegen ihrer [[Schwangerschaft]] vom Außendienst befreit.',
      'Die neue Auszubildende hat mir erzählt, dass sie [[magersüchtig]] war.',
      'Name;Abteilung;Fehlgrund\nKrüger, Birgit;Bauhof;[[Bandscheibenvorfall]]\nNowak, Piotr;Kasse;Urlaub',
      'Pflegegutachten Frau Wehrmann: [[Pflegegrad 3]], Sturzgefahr, Hilfe beim Anziehen.',
      'Der Hausmeister der Grundschule kommt seit Wochen [[alkoholisiert]] zum Dienst.',
      'Unser Nachbar ist [[dement]] und irrt nachts durch den Park.',
      'Bitte die Unterlagen für Frau Petersen faxen, sie liegt nach einem [[Schlaganfall]] in Neustadt.',
      'Ich habe [[Epilepsie]] und darf deshalb nicht mehr am Steuer sitzen.',
      'Der Schüler Enno Brandt hat [[ADHS]] und bekommt eine Schulbegleitung.',
      'Kind: Lotta Fuhrmann, geb. 04.02.2021, Allergien: [[Erdnüsse]], abholberechtigt: beide Eltern',
      'Sie war letztes Jahr ein halbes Jahr [[in der Psychiatrie]], das weiß hier jeder im Haus. Gemeint ist Frau Drews.',
      'Frau Lindqvist geht ab August [[in Mutterschutz]]; die Stelle muss befristet besetzt werden.',
      'Herr Abdi nimmt seit der Flucht [[Sertralin]] und schläft kaum.',
      '☒ [[schwerbehindert]]  ☐ gleichgestellt (Bewerbung Jonas Trautmann)',
      'Kollege Bruhns wurde am Montag [[am Knie operiert]] und fällt sechs Wochen aus.',
      'Anruf von Frau Bartels: Sohn hat [[Windpocken]], war gestern noch in der Gruppe.',
      'Die Mieterin im Erdgeschoss sitzt [[im Rollstuhl]], die Rampe muss vor dem Winter fertig sein.',
      'Der Bewerber gab im Gespräch an, er sei [[HIV-positiv]].',
      'Der Klient ist seit 2019 [[heroinabhängig]] und wird substituiert.',
      'Betreff: Wiedervorlage Frau Sander. Nach der [[Chemotherapie]] ist sie noch sehr schwach.',
      'Unsere Kollegin aus dem Standesamt hatte eine [[Fehlgeburt]], bitte nicht darauf ansprechen.',
      'Sehr geehrter Herr Dahmen, Sie sind seit dem 3. Februar [[arbeitsunfähig erkrankt]]. Wir laden Sie zu einem Gespräch ein.',
      'Mein Vater hat [[Parkinson]] und braucht einen Schwerbehindertenausweis.',
      'Protokoll Hausbesuch Familie Wolf: Die Mutter wirkt [[depressiv]], der Vater war nicht da.',
      'Der Kläger macht geltend, er sei wegen seiner [[Angststörung]] nicht erschienen.',
      'Frau Jansen, Sachgebiet 2, hat sich gestern [[krankgemeldet]].',
      'My colleague Petra Lang has [[breast cancer]] and will be away until autumn.',
      'Bei Erik Sommerfeld wurde ein [[GdB von 50]] mit [[Merkzeichen G]] anerkannt.',
      'Diagnose Marquardt, Silke: [[F32.1]], Dauer unklar.',
      'chat: hat jemand was von melanie gehört? – ja, melanie hat [[corona]], kommt frühestens donnerstag',
      'Die Schulleiterin aus Niederau ist [[an MS erkrankt]] und will kürzertreten.',
      'Der Feuerwehrmann ist seit dem Einsatz [[traumatisiert]].',
      'Schulanmeldung: Das Kind ist [[gehörlos]] und braucht eine Gebärdensprachdolmetscherin.',
      'Ihr Widerspruch, Herr Seidel: Die [[Erwerbsminderung]] ist nachgewiesen, wir helfen dem Widerspruch ab.',
      'Sie leiden nach dem Gutachten vom 3.4.2026 an einer [[schweren Depression]] und sind dauerhaft nicht dienstfähig.',
      'Ihnen wurde mit Bescheid vom 2.2.2026 das [[Merkzeichen aG]] zuerkannt.',
      'Frau Sieg hat sich beim Umzug den [[Oberschenkel gebrochen]].',
      'Vermerk: Frau Holm sieht [[auf dem linken Auge fast nichts mehr]].',
      'Herr Krug war gestern wieder [[betrunken im Dienst]].',
      'Der Bewerber gab an, an [[Narkolepsie]] zu leiden.',
      'Ich habe [[MS]] und kann die Treppe nicht nehmen.',
      'Der Schulhausmeister Olaf Prinz: [[AU vom 03.02. bis 14.02.]], danach Urlaub.',
    ],
    ignored: [
      'Das Gesundheitsamt informiert über Grippe und bietet Termine an.',
      'Diabetes-Tag in der Stadthalle: Eintritt frei, Einlass ab 10 Uhr.',
      'Wie beantrage ich einen Schwerbehindertenausweis?',
      'Was muss ich tun, wenn ich krank bin?',
      'Selbsthilfegruppe Depression, jeden ersten Dienstag im Monat, Leitung: Petra Holm.',
      'Schwerbehinderte Menschen werden bei gleicher Eignung bevorzugt. Fragen beantwortet Frau Kern.',
      'In Deutschland leben rund 1,8 Millionen Menschen mit Demenz.',
      '§ 2 SGB IX: Menschen sind schwerbehindert, wenn bei ihnen ein Grad der Behinderung von wenigstens 50 vorliegt.',
      'Dr. Anna Weber hält einen Vortrag über Depression im Alter.',
      'Frau Krebs aus der Kämmerei hat die Vorlage freigegeben.',
      'Beschäftigte legen ab dem vierten Tag eine Bescheinigung über die Arbeitsunfähigkeit vor.',
      'Erkrankt ein Kind während der Betreuung, rufen wir die Eltern an.',
      'Die Stadtbücherei bleibt wegen einer Grippewelle bis Freitag geschlossen.',
      'Bitte schreibe mir einen Text über Multiple Sklerose für unser Mitarbeitermagazin.',
      'Erkläre mir, was Long Covid ist.',
      'Der Krankenstand lag 2025 bei 6,1 Prozent.',
      'Am Bahnhof entsteht ein neuer Behindertenparkplatz.',
      'Die Baustelle führt zu Behinderungen im Verkehr, sagt Herr Nowak vom Tiefbauamt.',
      'Frau Schulz kümmert sich um die Dienstvereinbarung zur Suchtprävention.',
      'Ich brauche Hilfe bei einem Flyer zum Thema Pflegegrad.',
      'Kurs: Erste Hilfe bei Herzinfarkt, Anmeldung bei Herrn Petersen.',
      'Unsere Kitas nehmen Kinder mit Behinderung auf.',
      'Der Server ist mit einem Virus infiziert, Ticket an Herrn Lang.',
      'Masern: Impfpflicht in Gemeinschaftseinrichtungen seit 2020.',
      'Wer an Tuberkulose erkrankt, wird dem Gesundheitsamt gemeldet.',
      'Herr Lohse besucht am Montag einen Kurs in Excel.',
      'Die Stadt krankt an fehlenden Lehrkräften, meinte Frau Albers.',
      'Frau Voss sucht eine größere Wohnung für drei Personen.',
      'Die Kastanie an der Schule ist krank und muss gefällt werden.',
      'Konzept Inklusion: Barrierefreiheit für blinde und sehbehinderte Menschen, Ansprechpartner: Jens Adler.',
      'Die Verletzung der Aufsichtspflicht prüft Frau Ritter vom Rechtsamt.',
      'Programm der Gesundheitswoche: Montag Rückenschule, Dienstag Herzinfarkt erkennen, Mittwoch Stress.',
      'Zahl der Grippefälle: 2023 412, 2024 388, 2025 501.',
      'Darf ich mit Fieber ins Büro kommen?',
      'Wie gehe ich mit einer Mitarbeiterin um, die alkoholkrank ist?',
      'Ab welchem GdB gibt es Zusatzurlaub?',
      'Der Nachbar füttert täglich Tauben auf dem Balkon.',
      'Die Krankenhausgesellschaft hat Dr. Martin Seidel zum Geschäftsführer bestellt.',
      'Während Corona haben Frau Behrens und Herr Kahl im Wechsel gearbeitet.',
      'Falls Sie schwanger sind, informieren Sie bitte Ihre Vorgesetzte.',
      'Bauteil F32.1 und Filter C50 bitte nachbestellen.',
      'Sind Sie schwanger? Dann melden Sie sich beim Personalamt.',
      'Wird Ihr Kind krank, rufen Sie die Kita an.',
      'Buchtipp: „Meine Depression und ich“ von Carla Nettel, 312 Seiten.',
      'Er hat als Vertreter der Stadt unterschrieben, Herr Krull.',
      'Kooperation mit dem Sportverein: Frau Jost koordiniert.',
    ],
  },
}

const DEGREE =
  /(?<![\p{L}])(?:chronisch|akut|schwer|schwerst|leicht|mittelschwer|mittelgradig|bösartig|gutartig|angeboren|beidseitig|linksseitig|rechtsseitig|fortgeschritten|rezidivierend|ausgeprägt|unheilbar|offen|ansteckend|beginnend|frühkindlich|paranoid|arteriell|seelisch|psychisch|halbseitig|zweit|dritt|viert)(?:e|en|er|es|em)? $|(?<!\p{L})(?:(?:rechte|linke)[rsmn]? \p{L}{3,9}|beid(?:er)?seits|Z\. ?n\.|Zustand nach|im [\p{L}\d.]{2,9} Monat|seit [\p{L}\d]{1,8} (?:Tagen|Wochen|Monaten|Jahren?)|länger als \p{L}{2,6} Wochen|V\. ?a\.|Verdacht auf|nicht(?: gegen)?|schlecht) $/iu
const LONGEST_DEGREE = 28

/** "chronische Migräne": the degree belongs to what is told. */
function withDegree({ text }: Doc, candidate: Candidate): Candidate {
  const degree = DEGREE.exec(text.slice(Math.max(0, candidate.start - LONGEST_DEGREE), candidate.start))
  return degree ? { ...candidate, start: candidate.start - degree[0].length } : candidate
}

const PERIOD =
  /^(?:AU|krank\w{0,13}|arbeitsunfähig) (?:vom|seit|ab|bis)(?: dem)? ?\d{1,2}\.[\d.]{0,8}(?: ?(?:bis|-) ?(?:zum )?\d{1,2}\.[\d.]{0,8})?/u
const LONGEST_PERIOD = 60

/** "AU vom 02.11. bis 13.11.": the dates belong to what is told. */
function withPeriod({ text }: Doc, candidate: Candidate): Candidate {
  const period = PERIOD.exec(text.slice(candidate.start, candidate.start + LONGEST_PERIOD))
  const end = candidate.start + (period?.[0].length ?? 0)
  return end > candidate.end ? { ...candidate, end } : candidate
}

function* diseaseCodes({ doc }: Scene): Generator<Candidate> {
  for (const { start, end } of matchNumbers(doc, ICD)) {
    if (saysNear(doc, 'HEALTH', start, end, 8, 0))
      yield { start, end, certainty: 'wahrscheinlich', reason: 'form-and-context' }
  }
}
