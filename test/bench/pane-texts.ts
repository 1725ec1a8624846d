import { pick, type Random, seeded, validFileNumber, validIban, validTaxId } from '../support/valid-numbers.js'

const GIVEN = ['Aylin', 'Bernd', 'Charlotte', 'Dariusz', 'Elif', 'Friederike', 'Gökhan', 'Hannelore', 'Ines', 'Jörg']
const SURNAMES = ['Krahwinkel', 'Öztürk', 'Lüdemann', 'Nowak', 'Petersen', 'Schlüter', 'Tiedemann', 'Yıldız', 'Voß']
const STREETS = ['Lindenstraße', 'Am Markt', 'Gartenweg', 'Bahnhofstraße', 'Kirchplatz', 'An der Mühle']
const PLACES = ['21335 Lüneburg', '29221 Celle', '38100 Braunschweig', '48143 Münster', '99084 Erfurt']
const PLAIN = [
  'Die Unterlagen liegen in Zimmer 214 im Rathaus aus und können während der Öffnungszeiten eingesehen werden.',
  'Bitte beachten Sie, dass der Antrag erst bearbeitet werden kann, wenn alle Nachweise vorliegen.',
  'Der Winterdienst beginnt ab sechs Uhr mit den Hauptstraßen; danach folgen die Wege zu Schulen und Kitas.',
  'Im Ausschuss wurde über den Entwurf des Haushalts beraten, eine Entscheidung fällt in der nächsten Sitzung.',
  'Für die Nutzung der Sporthalle gelten die Regeln, die der Rat im vergangenen Jahr beschlossen hat.',
  'Wir haben Ihr Schreiben an die zuständige Stelle weitergegeben und melden uns, sobald es etwas Neues gibt.',
]

const PERSONAL: readonly ((random: Random) => string)[] = [
  random => `Frau ${nameOf(random)} wohnt ${addressOf(random)} und bittet um einen Termin.`,
  random => `Die Erstattung geht an ${nameOf(random)}, IBAN ${validIban(random)}.`,
  random => `Herr ${pick(random, SURNAMES)} ist unter 04131 ${300_000 + random(600_000)} zu erreichen.`,
  random => `Aktenzeichen ${validFileNumber(random)}, Steuer-ID ${validTaxId(random)}.`,
  random =>
    `${nameOf(random)}, geboren am ${1 + random(28)}.0${1 + random(9)}.19${50 + random(49)}, war nicht anwesend.`,
]

const nameOf = (random: Random): string => `${pick(random, GIVEN)} ${pick(random, SURNAMES)}`
const addressOf = (random: Random): string => `${pick(random, STREETS)} ${1 + random(90)}, ${pick(random, PLACES)}`

/** A text of an office as long as wished: every fourth sentence is about somebody. The same seed, the same text. */
export function officeText(seed: number, length: number): string {
  const random = seeded(seed)
  const pieces: string[] = []
  for (let written = 0; written < length; ) {
    const sentence = random(4) === 0 ? pick(random, PERSONAL)(random) : pick(random, PLAIN)
    const piece = sentence + (random(5) === 0 ? '\n\n' : ' ')
    pieces.push(piece)
    written += piece.length
  }
  return pieces.join('').slice(0, length)
}
