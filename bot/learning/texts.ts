import type { Course } from '../../policies/pack/training-schema.js'

/** What courses and certificates are called. */
export const COURSE_TITLES: Readonly<Record<Course, string>> = {
  grundkurs: 'Grundkurs',
  lotsen: 'Aufbaukurs für Digitallotsen',
}

export const CERTIFICATE_TITLES: Readonly<Record<string, string>> = {
  'ki-pass': 'KI-Pass',
  lotsen: 'Nachweis Digitallotsin oder Digitallotse',
}

/** Why a round does not go on as thought, and what to do. */
export const STOPPED = {
  empty: 'Bitte wählen Sie erst eine Antwort. Danach geht es weiter.',
  incomplete: 'Bei einem Teil fehlt noch die Angabe. Bitte ergänzen Sie sie, dann geht es weiter.',
  'same-place': 'Zwei Schritte haben denselben Platz. Bitte geben Sie jeden Platz nur einmal.',
  strange: 'Diese Antwort passt nicht zur Frage. Bitte wählen Sie noch einmal.',
  unknown: 'Diese Runde gehört nicht zu Ihnen oder ist unvollständig angekommen. Bitte beginnen Sie eine neue.',
  stale: 'Diese Frage ist nicht von heute. Damit nichts veraltet ist, beginnen Sie bitte eine neue Runde.',
  changed:
    'Diese Frage wurde inzwischen geändert, Ihre Antwort zählt deshalb weder richtig noch falsch. Bitte beginnen Sie eine neue Runde.',
  locked:
    'Die Fragen dieses Moduls werden gerade geprüft, weil sich eine Quelle geändert hat. Bitte nehmen Sie sich so lange ein anderes Modul vor.',
  'lesson-first': 'Lesen Sie bitte zuerst die kurze Lektion. Danach kommen fünf Fragen dazu.',
  'nothing-due': 'Heute ist nichts zu wiederholen. Schön, dass Sie nachgesehen haben.',
  'not-open': 'Der Aufbaukurs baut auf dem Grundkurs auf: Bitte machen Sie zuerst den KI-Pass.',
  'no-module': 'Dieses Modul gibt es nicht (mehr). Bitte wählen Sie eines aus der Liste.',
} as const
