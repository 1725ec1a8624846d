import type { Candidate, Detector, Scene } from '../detector.js'
import { afterOccupation, afterOffice, afterRelation, afterSalutation, afterTitle } from '../persons/behind-a-cue.js'
import { afterForeignWord, behindLabel, belowGreeting } from '../persons/behind-a-label.js'
import { namesInColumns } from '../persons/columns.js'
import type { Name } from '../persons/name.js'
import { lowerAlone, lowerCase, nameAlone } from '../persons/name-alone.js'
import { afterBorn, beforeBirth, givenAndSurname } from '../persons/name-pairs.js'
import { gap, isInitial } from '../persons/name-words.js'
import { inPublicRole, isNobody } from '../persons/not-a-person.js'
import { givenBehindComma, surnameFirst } from '../persons/surname-first.js'
import type { Way } from '../persons/way.js'
import type { Doc } from '../text/document.js'
import { GIVEN_NAME, GREETING, NAME_LABEL, PUBLIC_ROLE, RELATION, SALUTATION, SURNAME, TITLE } from '../text/flags.js'

/** "Applicant", "Mr", "Mrs" in Cyrillic and Greek letters. */
const FOREIGN_LABELS =
  'заявитель заявительница заявник заявниця господин госпожа пан пані гражданин гражданка громадянин громадянка имя фамилия прізвище κύριος κυρία κύριο όνομα'.split(
    ' ',
  )
const LISTED = GIVEN_NAME | SURNAME
const ANY = -1

/** Tried in this order for every word that has one of the flags; the first that reads a name wins. */
const WAYS: readonly { readonly flags: number; readonly way: Way }[] = [
  { flags: ANY, way: afterForeignWord },
  { flags: SALUTATION, way: afterSalutation },
  { flags: TITLE, way: afterTitle },
  { flags: ANY, way: surnameFirst },
  { flags: GIVEN_NAME, way: givenBehindComma },
  { flags: LISTED, way: givenAndSurname },
  { flags: NAME_LABEL, way: behindLabel },
  { flags: RELATION, way: afterRelation },
  { flags: PUBLIC_ROLE, way: afterOffice },
  { flags: ANY, way: beforeBirth },
  { flags: ANY, way: afterBorn },
  { flags: GREETING, way: belowGreeting },
  { flags: GIVEN_NAME, way: lowerCase },
  { flags: LISTED, way: lowerAlone },
  { flags: SURNAME, way: afterOccupation },
  { flags: LISTED, way: nameAlone },
]

/** Names of people, by lists of given names and surnames and by the ways German texts name somebody. No model. */
export const person: Detector = {
  kind: 'PERSON',
  class: 'D2',
  replaceable: 'identifier',
  source: 'Art. 4 Nr. 1 DSGVO; Namenslisten siehe NOTICE',
  context: FOREIGN_LABELS,
  stage: 'value',
  find: personsIn,
  examples: {
    found: [
      'Guten Morgen, Frau [[Lüttmann]] aus der Siedlung hat schon wieder angerufen.',
      'Herr [[K.]] möchte nicht genannt werden.',
      'Sehr geehrter Herr Dr. [[Benjamin Aschoff]], wir haben Ihr Schreiben erhalten.',
      'Sehr geehrte Frau Prof. Dr. [[von Stellwagen]], anbei der Entwurf.',
      'Familie [[Koch]] wartet seit drei Wochen auf den Bescheid.',
      'Eheleute [[Öztürk]] legen Widerspruch ein.',
      'hallo, herr [[yildirim]] steht am schalter 4 und ist sauer',
      'SEHR GEEHRTER HERR [[NOVAK]], IHR ANTRAG LIEGT VOR.',
      'Die Akte von [[Magdalena Osterloh]] liegt im Schrank.',
      'Vertretung macht diese Woche [[Jan-Hendrik Wübben]].',
      'Der Antrag kam von [[Oleksandr Kowalenko]].',
      '[[Thi Hoa Nguyen]] hat den Termin verschoben.',
      'Rückruf bei [[Amira El-Sayed]] zwischen 9 und 10 Uhr',
      'Bitte an [[Zbigniew Krawczyk]] weiterleiten.',
      '[[August Berger]] hat den Schlüssel abgeholt.',
      'Die Mieterin [[Rose Falkenhagen]] hat gekündigt.',
      '[[Mia L.]] fehlt seit Montag in der Schule.',
      'Unterschrieben hat [[M. Kowalski]] für den Verein.',
      'Kontoinhaberin: [[Cornelia Stegmann]]',
      'Antragsteller: [[Haddad, Samir]], Eingang 3.2.',
      'Name: [[Krahl]]',
      'Nachname: [[Winter]]',
      'Inh. [[Silke Harmsen]], Blumen und Grabpflege',
      '[[Nowak, Dennis]]; Gruppe 4; bezahlt',
      '[[Meyer-Lohkamp, Anna Sophie]] (Klasse 7b)',
      'Mein Sohn [[Fietje]] kommt im Sommer in die Schule.',
      'Unser Nachbar [[Rehbein]] verbrennt abends Laub.',
      'Kollegin [[Hadwiger]] übernimmt ab Montag die Vertretung.',
      'Die Schülerin [[Enisa]] braucht eine Schulbegleitung.',
      'Zeuge [[Tobias Rademacher]] sah den Wagen wegfahren.',
      'Die Taufe von [[Deniz]] ist am Sonntag.',
      '[[Sabine]] hat gesagt, die Frist ist schon um.',
      'Hi [[Giuseppe]], danke für die Zahlen!',
      'kannst du die [[nele]] fragen, ob sie den schlüssel hat',
      'die akte von [[carsten wiegand]] fehlt noch',
      '[[Ludolf Pannhorst]], geb. 03.04.1951, wohnhaft in Celle',
      'Mit freundlichen Grüßen\n[[Ewa Maciejewska]]',
      'i. A.\n[[Trautmann]]',
      'Ausgestellt auf [[ROBERTO CASTELLANI]], gültig bis 2028',
      'Nr.;Nachname;Vorname\n1;[[Hartwig]];Fenja',
      'Es geht um Frau [[Emma Lindholm]]. Später bat [[Lindholm]] um einen Anruf.',
      'Frau [[Bürgel]]s Einwand ist berechtigt.',
      'Bitte Hrn. [[Dragan Petrović]] und seiner Frau absagen.',
      'Заявитель: [[Ирина Левченко]], адрес следует',
      'Hier ist [[M4rkus R3nnhuber]].',
      'Frau Ahlers, geb. [[Winter]], meldet sich.',
      'rückruf bitte, frau [[müller-obeng]] wartet',
    ],
    ignored: [
      'Der Richter fragte, der Bauer antwortete, und der Koch schwieg.',
      'Schneider, Schuster und Müller gehörten früher zu jedem Dorf.',
      'Wir suchen zum 1. August eine Gärtnerin oder einen Gärtner.',
      'Der Förster zeigt der Klasse den Wald.',
      'Im Sommer und im Herbst sind die Fristen länger.',
      'Am Berg wird die Straße erneuert.',
      'Die Konrad-Adenauer-Straße ist bis Freitag gesperrt.',
      'Treffpunkt ist der Willy-Brandt-Platz.',
      'Das Käthe-Kollwitz-Gymnasium feiert sein Jubiläum.',
      'Die Theodor Heuss Schule bekommt eine neue Mensa.',
      'Goethe und Schiller lebten lange in Weimar.',
      'Was schrieb Rosa Luxemburg über Freiheit?',
      'Eine Ausstellung über Käthe Kollwitz wird im Rathaus eröffnet.',
      'Beethoven kam in Bonn zur Welt.',
      'Sehr geehrte Damen und Herren, wir laden Sie herzlich ein.',
      'Beruf und Familie: Vortrag am Donnerstag',
      'Frau und Beruf, Beratungstag in der Bücherei',
      'Liebe Kolleginnen und Kollegen, der Drucker geht wieder.',
      'Die Caritas und die Diakonie beraten kostenlos.',
      'Bosch und Siemens liefern die neuen Geräte.',
      'Nach dem Meldegesetz ist die Anmeldung kostenlos.',
      'Wohngeld, Elterngeld und Kindergeld sind verschiedene Leistungen.',
      'Das Amt bleibt am Freitag geschlossen.',
      'Der Rat beschließt den Haushalt im Dezember.',
      'Sturm „Friederike“ hat den Stadtwald getroffen.',
      'Die Software „Julia“ ist eine Programmiersprache.',
      'Die Vorlage geht in den Ausschuss für Umwelt und Klima.',
      'Bitte formuliere eine Einladung zum Sommerfest.',
      'Die Kosten trägt die Gemeinde, den Rest das Land.',
      'Hannover, Celle und Lüneburg nehmen teil.',
      'Bad Bentheim liegt an der Grenze.',
      'Der Mond ist aufgegangen, singen wir zum Schluss.',
      'Das Heizkraftwerk Nord geht im Mai ans Netz.',
      'Bitte das Wort Mustermann überall durch Kunde ersetzen: Max Mustermann.',
      'Die häufigsten Vornamen waren Emilia, Noah und Leon.',
      'Martin Luther übersetzte die Bibel.',
      'Die Riester-Rente und Hartz IV sind Begriffe aus der Presse.',
      'Die Ritter bewachten das Tor, der Vogt zählte das Korn.',
      'Zum Vergleich: Stein, Papier und Holz im Lager.',
      'Nächste Sitzung: Montag, 14 Uhr, großer Saal.',
      'Wer darf sich Architektin nennen?',
      'Der Wolf ist zurück, sagt der Jäger.',
      'Rose, Iris, Jasmin und Linde: Was blüht zuerst?',
    ],
  },
}

function* personsIn(scene: Scene): Generator<Candidate> {
  const { doc } = scene
  for (const { start, end } of namesInColumns(scene)) yield { start, end, certainty: 'sicher', reason: 'form-field' }
  let done = -1
  for (const word of doc.nameWords) {
    if (word <= done) continue
    const known = doc.flags[word] ?? 0
    for (const { flags, way } of WAYS) {
      if (flags !== ANY && (known & flags) === 0) continue
      const read = way(doc, word)
      if (!read || read.first <= done) continue
      const name = withInitials(doc, read)
      if (isNobody(scene, name.first, name.last)) {
        done = name.last
        break
      }
      done = name.last
      yield candidate(scene, name, way)
      break
    }
  }
}

const MOST_INITIALS = 3

/** "M. Kowalski", "J.-P. Huber": initials before a name belong to it. */
function withInitials(doc: Doc, name: Name): Name {
  let first = name.first
  while (name.first - first < MOST_INITIALS && isInitial(doc, first - 1) && /^\.[ -]?-?$/.test(gap(doc, first - 1)))
    first--
  const free = !/[\d§]/.test(doc.text.slice(Math.max(0, (doc.start[first] ?? 0) - 2), doc.start[first]))
  return free ? { ...name, first } : name
}

const SURE: ReadonlySet<Way> = new Set([afterSalutation, behindLabel, surnameFirst])

function candidate({ doc }: Scene, { first, last, given, surname }: Name, way: Way): Candidate {
  const start = doc.start[first] ?? 0
  const end = (doc.end[last] ?? 0) + (surname === 'initial' ? 1 : 0)
  if (inPublicRole(doc, first, last)) return { start, end, certainty: 'hinweis', reason: 'public-role' }
  const sure = SURE.has(way) || (given > 0 && surname === 'known')
  return {
    start,
    end,
    certainty: sure ? 'sicher' : 'wahrscheinlich',
    reason: given > 0 && surname === 'known' ? 'known-name' : 'name-in-context',
  }
}
