import { meaningOf } from '../about/meaning.js'
import type { Candidate, Detector, Scene } from '../detector.js'

/** Whether one human being belongs to a trade union. A union's name counts only beside a word of belonging. */
export const unionMembership: Detector = {
  kind: 'UNION_MEMBERSHIP',
  class: 'D3',
  replaceable: 'never',
  source: 'Art. 9 Abs. 1 DSGVO (Gewerkschaftszugehörigkeit)',
  context: [],
  stage: 'meaning',
  find: membershipIn,
  examples: {
    found: [
      'Herr Nowak ist [[in die ver.di eingetreten]].',
      'Frau Kern ist [[Gewerkschaftsmitglied]] und fragt nach dem Streiktag.',
      'Ich bin [[Mitglied bei ver.di]] und möchte den Beitrag absetzen.',
      'Die Kollegin vom Bauhof ist [[Vertrauensfrau der IG BAU]].',
      'Name: Jonas Adler\nGewerkschaft: [[komba]]',
      'Herr Sommer ist [[gewerkschaftlich organisiert]], das sollte der Chef nicht wissen.',
      'Lehrerin Anke Ritter ist [[aus der GEW ausgetreten]].',
      'Unser Kollege Petersen zahlt [[Gewerkschaftsbeitrag]], bitte nicht über die Besoldung abrechnen.',
      'Name;Eintritt;Gewerkschaft\nLang, Petra;2014;[[ver.di]]\nKaya, Murat;2019;[[dbb]]',
      'Der Beschäftigte erhielt im März [[Streikgeld]], das wir anrechnen sollen.',
      'Frau Albers [[gehört der Gewerkschaft der Polizei]] als Mitglied an.',
      'Der Azubi ist [[ver.di-Mitglied]] und hat Flugblätter verteilt.',
      'Klage Herr Lohse, [[vertreten durch ver.di]] Rechtsschutz, gegen die Stadt.',
      'Die Bewerberin gab an, seit 2010 [[Mitglied der IG Metall]] zu sein.',
      'Frau Behrens ist als [[Gewerkschafterin]] bekannt, bitte vorsichtig formulieren.',
      'Herr Kahl hat seine [[Mitgliedschaft bei der komba]] gekündigt.',
      'Mein Chef hat mich gefragt, ob ich [[in der Gewerkschaft]] bin; ich bin es.',
      'Unser Hausmeister war 30 [[Jahre bei ver.di]] und bekommt eine Ehrung.',
      'Im Personalgespräch sagte Frau Holm, sie sei [[Mitglied im Marburger Bund]].',
      'Der Feuerwehrmann ist [[bei der DFeuG organisiert]], Näheres im Vermerk.',
      'Wer hat am 14. gestreikt? Liste: Brandt, Thomas ([[ver.di-Mitglied]]), Voss, Lena',
      'Frau Demir ist [[Delegierte der GEW]] und braucht Sonderurlaub.',
      'Er sei wegen seiner [[Gewerkschaftszugehörigkeit]] versetzt worden, schreibt Herr Wolf.',
      'Die Erzieherin hat ihren [[Gewerkschaftsausweis]] am Empfang vergessen, Frau Jansen.',
      'Herr Ohlsen ist [[aktiv in der Gewerkschaft]] und kandidiert für den Personalrat.',
      'Personalakte Seidel, Max: [[Mitgliedsnummer ver.di]] 4711, Eintritt 2008',
      'Beamter Franke ist [[Mitglied im dbb]], Bezirk Süd.',
      'Die Sachbearbeiterin ist im [[Ortsvorstand der GdP]].',
      'Kollege Ernst ist [[kein Mitglied der Gewerkschaft]] und streikt trotzdem.',
      'Our colleague Nina Berg is a [[union member]] and will not come on Friday.',
      'Der Hausarzt Dr. Seidel ist [[Mitglied im Marburger Bund]], sagt die Patientin.',
      'hallo, der neue im archiv, herr yilmaz, ist [[bei ver.di aktiv]]',
      'Meine Kollegin ist [[in der GEW]] und bekommt die Zeitung ins Fach.',
      'Frau Drews war [[Streikposten]] am Tor 2.',
      'Die Busfahrerin ist [[Mitglied der EVG]] und fordert den Tarif.',
      'Herr Vogt hat die [[Beitrittserklärung zur komba]] unterschrieben.',
      'Gewerkschaftszugehörigkeit: [[NGG]] (Bewerbung Timo Haas)',
      'Antrag Frau Marten: Freistellung als [[Vertrauensfrau von ver.di]].',
      'Der Kläger ist [[nicht organisiert]], also gilt der Tarifvertrag nur über die Bezugnahme.',
      'Unser Vorarbeiter will [[aus der Gewerkschaft austreten]], das ist vertraulich.',
      'Lohnabzug\nSchulte, Norbert;[[ver.di]];31,20\nRadu, Mihaela;[[dbb]];24,00',
      'Sie sind [[Mitglied der komba]] und werden in diesem Verfahren vertreten.',
      'Teilnahme am 14.02.: Yvonne Rabe, Carla Moos (beide [[ver.di]])',
      'Der Vermesser, seit Jahren [[IG-Metaller]], wurde fotografiert; es ist Herr Lau.',
    ],
    ignored: [
      'Im Frühjahr verhandelt der Verband wieder mit ver.di über Entgelte.',
      'ver.di ruft für Donnerstag zum Warnstreik auf, Kitas bleiben geschlossen.',
      'Wie werde ich Mitglied in einer Gewerkschaft?',
      'Gewerkschaftssekretärin Petra Lang von ver.di sprach auf dem Marktplatz.',
      'Der DGB lädt zur Kundgebung am 1. Mai ein.',
      'Frau Kern hat die Stellungnahme der komba zur Kenntnis genommen.',
      'Tarifvertrag TVöD in der Fassung vom 1. April, Hinweise von ver.di.',
      'Der dbb fordert sechs Prozent mehr Gehalt.',
      'Herr Nowak verhandelt für die Stadt mit der IG BAU.',
      'Die GEW hat eine Studie zu Lehrkräften vorgelegt.',
      'Gewerkschaften haben ein Zutrittsrecht zum Betrieb.',
      'Wegen des Streiks fallen am Montag die Busse aus, meldet Frau Voss.',
      'Mitglied im Personalrat ist seit Mai Herr Sommer.',
      'Die Europäische Union zahlt Zuschüsse, Ansprechpartnerin: Frau Albers.',
      'Darf der Arbeitgeber nach der Gewerkschaft fragen?',
      'Der Organisationsgrad der Gewerkschaften liegt bei 15 Prozent.',
      'Personalratswahl: Liste 1 ver.di, Liste 2 komba, Liste 3 Freie.',
      'Herr Petersen ist Mitglied im Sportverein und im Förderverein.',
      'Ein Vertreter von ver.di nimmt beratend teil.',
      'Das Urteil des Gerichts zur Tarifeinheit betrifft GDL und EVG.',
      'Frau Ritter organisiert den Betriebsausflug.',
      'Erkläre mir den Unterschied zwischen DGB und Beamtenbund.',
      'Die Feuerwehr war mit 20 Kräften im Einsatz, sagt Herr Kolb.',
      'Oper von Verdi am Samstag in der Stadthalle, Karten bei Frau Holm.',
      'Giuseppe Verdi wurde 1813 geboren.',
      'Der Cockpit-Bereich der Software wird von Herrn Franke getestet.',
      'Streikrecht: Was Beamtinnen und Beamte wissen müssen.',
      'Union Investment Depot der Stadt, Ablage Frau Seidel.',
      'Notdienstvereinbarung zwischen der Stadt und ver.di, gezeichnet Lena Berg, Amtsleiterin.',
      'Die Polizeigewerkschaft kritisiert das neue Gesetz.',
      'Herr Brandt hat den Mitgliedsbeitrag für den Städtetag angewiesen.',
      'Betriebsräte und Gewerkschaften begrüßen den Entwurf.',
      'Schulung: Rechte der Gewerkschaften im Betrieb, Leitung: Max Ernst.',
      'Presse: „Warnstreik legt Nahverkehr lahm“, Rückfragen an Frau Drews.',
      'Der Bezirk der NGG verlegt sein Büro in die Hafenstraße.',
      'Frau Behrens bucht einen Flug, Sitz neben dem Cockpit.',
      'Entgelttabelle der IG Metall, gültig ab Mai, Quelle: Herr Kahl.',
      'Tarifverhandlungen mit ver.di führt Herr Adler für den Arbeitgeberverband.',
      'Vereinbarung mit dem Marburger Bund über Bereitschaftsdienste am Klinikum.',
      'Die Gewerkschaft hat Frau Jansen nicht erreicht.',
      'Mitgliederversammlung des Kleingartenvereins: Herr Vogt ist ausgetreten.',
      'Ein Vertreter der Gewerkschaft GEW berichtet in der Personalversammlung.',
      'Gewerkschaft und Arbeitgeber haben sich geeinigt, teilt Herr Wirth mit.',
    ],
  },
}

const THERE = /(?<!\p{L})dort (?:seit \d{4} |seit \p{L}{3,9} |auch |noch |nicht mehr )?Mitglied(?!\p{L})/u
const UNION = /Gewerkschaft|ver\.?di|GEW|IG [BM]|GdP|komba|dbb|DGB|Marburger Bund/
/** So far behind the name of a union "dort" still means it. */
const REACH = 90

/** "lässt sich von der GEW vertreten, sie ist dort Mitglied": the union was named before. */
function* membershipIn(scene: Scene): Generator<Candidate> {
  yield* meaningOf('UNION_MEMBERSHIP', scene)
  const { text } = scene.doc
  const at = text.indexOf('dort ')
  if (at < 0 || !UNION.test(text.slice(Math.max(0, at - REACH), at))) return
  const there = THERE.exec(text.slice(at, at + REACH))
  if (there?.index !== 0 || !scene.found.some(({ kind }) => kind === 'PERSON')) return
  yield { start: at, end: at + there[0].length, certainty: 'wahrscheinlich', reason: 'about-a-person' }
}
