import { meaningOf } from '../about/meaning.js'
import type { Candidate, Detector, Scene } from '../detector.js'

/**
 * Suspicion, trial, sentence, prison and what a police record says of somebody. The offence alone may have been suffered
 * or reported by the person named, so it counts only beside a word of the proceedings (`group` and `bond` in the list).
 */
export const criminalRecord: Detector = {
  kind: 'CRIMINAL_RECORD',
  class: 'D3',
  replaceable: 'never',
  source: 'Art. 10 DSGVO; §§ 4, 5 BZRG (Inhalt des Registers); § 46 StGB und § 152 StPO (Strafe, Verdacht)',
  context: [],
  stage: 'meaning',
  find: statementsIn,
  examples: {
    found: [
      'Herr Dornseifer wurde 2019 [[wegen Unfallflucht verurteilt]].',
      'Führungszeugnis Kolbe, Anna: [[Sachbeschädigung, 30 Tagessätze]]',
      'Unser Bewerber Tim Hagedorn ist [[vorbestraft]], das Führungszeugnis liegt vor.',
      'Der Bruder von Frau Wessling sitzt seit März [[in Untersuchungshaft]].',
      'Gegen die Kollegin läuft ein [[Ermittlungsverfahren wegen Untreue]].',
      'Betreuter: Heiko Lammers, seit 3.2. [[in der JVA]], Taschengeld bitte dorthin.',
      'Mein Sohn hat eine [[Jugendstrafe]] bekommen und braucht danach eine Wohnung.',
      'Gegen Ihren Mandanten Uwe Petersen wurde ein [[Strafbefehl]] erlassen.',
      'Mia Hollenberg hat [[drei Jahre auf Bewährung]] bekommen.',
      'Hallo Jens, der neue Hausmeister Grabowski hat wohl eine [[Vorstrafe wegen Körperverletzung]].',
      'Frau Sander meldet sich [[aus der Haft]] und bittet um Stundung.',
      'Er wurde [[wegen Betrugs angezeigt]], sagt seine Schwester, Frau Ilgner.',
      'Name: Ruppert, Kai\nVorstrafen: [[gefährliche Körperverletzung 2017]]',
      '| Name | Vorstrafen |\n|---|---|\n| Lars Behnke | [[Diebstahl 2015]] |',
      'Die Beschäftigte Ivonne Taubert soll [[wegen Unterschlagung angeklagt]] werden.',
      'Der Antragsteller ist [[einschlägig vorbestraft]].',
      'Gewerbeuntersagung Kaya: rechtskräftig [[wegen Steuerhinterziehung verurteilt]].',
      'Laut BZR-Auskunft hat Herr Mehlhorn zwei [[Eintragungen wegen Diebstahls]].',
      'Azubi Finn wurde gestern [[beim Ladendiebstahl erwischt]].',
      'Mein Vater ist seit vier Wochen [[inhaftiert]], deshalb kam keine Antwort.',
      'Frau Oelze, Ihr [[Bewährungshelfer]] hat sich heute bei uns gemeldet.',
      'Der Kindsvater wurde letzte Woche [[aus der Haft entlassen]].',
      'Vermerk: Herr Quast verbüßt eine [[Ersatzfreiheitsstrafe]] von 40 Tagen.',
      'Jugendhilfe im Strafverfahren, Luca M.: [[Raub, sechs Monate Jugendstrafe]]',
      'Waffenbesitzkarte Riedl: [[Trunkenheit im Verkehr, Geldstrafe]] von 1.200 Euro, unzuverlässig',
      'Herr Pohl hat [[Sozialstunden]] auf dem Bauhof zu leisten.',
      'Die Staatsanwaltschaft hat gegen Bernd Schrader [[Anklage erhoben]].',
      'Ich bin [[vorbestraft]], darf ich trotzdem Schöffe werden? Gruß, Rolf Neumeier',
      'Sein Ausbilder weiß, dass Murat D. [[wegen Drogenbesitzes verurteilt]] wurde ist.',
      'Frau Kern steht [[unter Bewährung]], eine Zusage ist deshalb nicht möglich.',
      'Zum Fall Ebeling: Er wurde [[freigesprochen]].',
      'Erzieher Jonas Wittig: [[Verdacht des sexuellen Missbrauchs]], sofort freigestellt',
      'Die Mieterin im 2. OG, Frau Zoller, hat [[Haftantritt]] am 12. Mai.',
      'Herr Abel wurde am Samstag [[vorläufig festgenommen]].',
      'Ms Okafor was [[convicted of theft]] in 2018.',
      'Gegen Herrn Lindner liegt ein [[Haftbefehl]] vor.',
      'Zur Einbürgerung von Samir Haddad: [[Geldstrafe, 60 Tagessätze]], steht noch im Register.',
      'Unsere Nachbarin Gisela Böhm hat [[Anzeige gegen]] ihren Mann erstattet.',
      'Bei Herrn Kuntze fand eine [[Hausdurchsuchung]] statt.',
      'Pflegevater Holger Rahn: [[Führungszeugnis mit Eintrag]], bitte Rücksprache.',
      'Sie wurden am 4.5.2025 wegen [[Fahrens ohne Fahrerlaubnis zu 40 Tagessätzen verurteilt]].',
      'ich war [[ein jahr in haft]] und suche eine wohnung, Ronny Voigt',
      'Helfer Pascal Rusch: [[Eintrag § 184b StGB]]',
      'Er hat erzählt, dass er [[wegen Totschlags gesessen]] hat, der Nachbar Wolfgang Reiher.',
    ],
    ignored: [
      'Wann werden Verurteilungen im Register getilgt?',
      'Das Führungszeugnis kostet 13 Euro und kommt vom Bundesamt für Justiz.',
      'Bewerberinnen und Bewerber legen ein erweitertes Führungszeugnis vor.',
      'Die Zahl der Diebstähle ging laut Kriminalstatistik um vier Prozent zurück.',
      'Wer vorbestraft ist, darf in manchen Vereinen keine Kinder trainieren.',
      'Vortrag der Polizei: So schützen Sie sich vor Betrug am Telefon.',
      'Frau Hinze meldet den Diebstahl ihres Fahrrads am Bahnhof.',
      'Herr Baumann zahlt 25 Euro Verwarnungsgeld für Parken ohne Parkschein.',
      'Sachbeschädigung am Spielplatz Lindenweg, Schaden etwa 800 Euro.',
      'Die Bewährungshilfe sucht Ehrenamtliche.',
      'Der Stufenaufstieg hieß früher Bewährungsaufstieg, erklärt Frau Noll vom Personalamt.',
      'Frau Arndt hat sich in der Probezeit bewährt.',
      'Bitte achten Sie auf die Haftung der Farbe, Herr Strobel.',
      'Eine Haftpflichtversicherung hat Herr Vogt abgeschlossen.',
      '§ 263 StGB regelt den Betrug.',
      'Was droht bei Fahren ohne Fahrerlaubnis?',
      'Im Krimi von Nele Neuhaus geht es um einen Mord im Taunus.',
      'Die JVA Moabit liegt im Bezirk Mitte.',
      'Der Beitrag betrug im letzten Jahr 40 Euro, schreibt Herr Fink.',
      'Vandalismus in der Tiefgarage: Hausmeister Krüll bittet um Kameras.',
      'Ehrenamtliche müssen straffrei sein, so die Richtlinie.',
      'Schöffenwahl: Personen mit einer Freiheitsstrafe von mehr als sechs Monaten sind ausgeschlossen.',
      'Frau Dietz zeigt die Geburt ihres Sohnes an.',
      'Die Gewerbeanzeige von Herrn Olbrich ist vollständig.',
      'Projekt „Haftvermeidung durch soziale Integration“ geht in die zweite Runde.',
      'Stelle: Sozialarbeit (m/w/d) in der Jugendgerichtshilfe, Entgeltgruppe S 12',
      'Vertragsstrafe: 0,2 Prozent je Werktag, höchstens 5 Prozent.',
      'Einbruch der Steuereinnahmen: Kämmerin Vogel legt Zahlen vor.',
      'Graffiti an der Unterführung wurden am Montag entfernt.',
      'Muss ich eine Vorstrafe im Bewerbungsgespräch angeben?',
      'Wir haben den Bebauungsplan im Verdacht, veraltet zu sein.',
      'Die Polizei warnt vor falschen Handwerkern.',
      'Der Rat verurteilt den Angriff auf die Synagoge.',
      'Das Gefängnismuseum öffnet am Sonntag um 10 Uhr.',
      'Der Sicherheitsdienst kontrolliert auf Schwarzfahren und Vandalismus.',
      'Seminar: Umgang mit Beleidigung und Bedrohung am Schalter',
      'Ordnungswidrigkeit: Hundehaufen nicht beseitigt, 35 Euro Bußgeld.',
      'Tempo 38 statt 30: Verwarnung über 30 Euro an Frau Kessel.',
      'Text für die Homepage: Wann ist Hausfriedensbruch strafbar?',
      'Opfer von Straftaten finden Hilfe beim Weißen Ring.',
      'Wenn gegen Jugendliche Anklage erhoben wird, begleiten wir sie und ihre Eltern.',
      'Frau Kern besucht am Montag die JVA als Lernort mit 20 Schülern.',
      '§ 263 StGB erläutert Frau Jahn in der Schulung.',
    ],
  },
}

/** What only numbers and small words part is one statement: "Geldstrafe, 60 Tagessätze", "Raub zu zwei Jahren Haft". */
function* statementsIn(scene: Scene): Generator<Candidate> {
  const { text } = scene.doc
  let open: Candidate | undefined
  for (const found of meaningOf('CRIMINAL_RECORD', scene)) {
    const next = withAmount(text, found)
    if (open && open.reason === next.reason && isOneStatement(text, open.end, next.start))
      open = { ...open, end: Math.max(open.end, next.end), certainty: surer(open, next) }
    else {
      if (open && isMeant(text, open)) yield open
      open = next
    }
  }
  if (open && isMeant(text, open)) yield open
}

const LONGEST_BETWEEN = 40
const NUMBER = '(?:\\d{1,4}|eine[mnrs]?|ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|achtzehn)'
const BETWEEN = new RegExp(
  `^(?:[ ,(]{1,2}(?:und|zu|zur|wegen|auf|über|von|mit|in|der|des|Höhe|Jahre?n?|Monate?n?|${NUMBER})){0,5}[ ,(]{1,2}$`,
)

const isOneStatement = (text: string, from: number, to: number): boolean =>
  to <= from || (to - from <= LONGEST_BETWEEN && BETWEEN.test(text.slice(from, to)))

const surer = (one: Candidate, other: Candidate): Candidate['certainty'] =>
  one.certainty === 'sicher' || other.certainty === 'sicher'
    ? 'sicher'
    : one.certainty === 'hinweis'
      ? other.certainty
      : one.certainty

const COUNTED = /^(?:Tagess|Jahr|Monat|Woche|Sozialstund|Arbeitsstund)/
const AMOUNT = new RegExp(`(?<![\\p{L}\\d])${NUMBER} $`, 'u')
const CONFINED = /^(?:Haft|U-Haft|Strafhaft|Untersuchungshaft|Gefängnis|Zuchthaus|Knast|JVA|Justizvollzug|Bewährung)/i
const BEHIND_BARS = new RegExp(
  `(?<![\\p{L}\\d])(?:${NUMBER} (?:Jahre?n?|Monate?n?|Wochen?) )?(?:in|im|ins|auf|zur|unter)(?: der| die| den)? $`,
  'iu',
)
const INSIDE = /^(?:in|im|auf|aus) /i
const PERIOD = new RegExp(`(?<![\\p{L}\\d])${NUMBER} (?:Jahre?n?|Monate?n?|Wochen?) $`, 'iu')
const PARAGRAPH = /^\d{1,3}[a-z]? /
const LONGEST_AMOUNT = 28

/** "30 Tagessätze", "drei Jahre Haft", "auf Bewährung". */
function withAmount(text: string, candidate: Candidate): Candidate {
  const { start } = candidate
  const words = text.slice(start, start + LONGEST_AMOUNT)
  const before = text.slice(Math.max(0, start - LONGEST_AMOUNT), start)
  if (PARAGRAPH.test(words) && /§ ?$/.test(before)) return { ...candidate, start: text.lastIndexOf('§', start) }
  if (INSIDE.test(words)) {
    const period = PERIOD.exec(before)
    return period ? { ...candidate, start: start - period[0].length } : candidate
  }
  const part = COUNTED.test(words) ? AMOUNT.exec(before) : CONFINED.test(words) ? BEHIND_BARS.exec(before) : null
  return part ? { ...candidate, start: start - part[0].length } : candidate
}

const CLAUSE = 80
const SUFFERED =
  /(?:^|[^\p{L}])(?:wurde[nst]{0,2}|worden|wird|ist|war|sei|bin|bereits|schon|rechtskräftig|zu)(?![\p{L}])/iu

/** Somebody is condemned, but a council also condemns an attack; a fee "betrug" 40 Euro. */
function isMeant(text: string, { start, end }: Candidate): boolean {
  const words = text.slice(start, end)
  if (/(?<!\p{L})betrug(?!\p{L})/u.test(words) && /\p{Lu}/u.test(words)) return false
  if (!/^verurteilt\w{0,2}$/i.test(words)) return true
  return SUFFERED.test(text.slice(Math.max(0, start - CLAUSE), start)) || SUFFERED.test(text.slice(end, end + 10))
}
