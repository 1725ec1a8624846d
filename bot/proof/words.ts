import { germanDate } from '../../policies/language/german-date.js'
import type { Course } from '../../policies/pack/training-schema.js'
import { COURSE_TITLES } from '../learning/texts.js'
import type { Basis, Certificate } from './certificate.js'

/** What a certificate says in German, for page and credential alike. */
export const issuerWords = ({ name, example }: Certificate['municipality']): string =>
  example ? `Beispielkommune ${name}` : name

export const EXAMPLE_MARK = 'Beispielkommune'

export const exampleWords = (name: string): string =>
  `Beispielkommune ${name}: Menschen und Freigaben sind erfunden, dieser Nachweis dient nur zum Ausprobieren.`

export const basisWords = (basis: Basis): string =>
  basis.kind === 'here' ? `Fassung ${basis.version}` : `Schulung bei ${basis.provider}`

/** What the holder did: follows the name. */
export const achievedWords = ({ course, provider }: Certificate): string =>
  provider === undefined
    ? `hat den ${COURSES[course]} abgeschlossen.`
    : `hat den ${COURSES[course]} durch eine anerkannte Schulung bei ${provider} abgeschlossen.`

const COURSES: Readonly<Record<Course, string>> = {
  grundkurs: `${COURSE_TITLES.grundkurs} zum Arbeiten mit generativer KI`,
  lotsen: COURSE_TITLES.lotsen,
}

export const criteriaWords = ({ course, provider }: Certificate): string =>
  provider === undefined
    ? `Wer den ${COURSE_TITLES[course]} abschließt, hat zu jedem Modul die Lektion gelesen und die Fragen dazu bestanden. Schulungen bei anderen Stellen können anerkannt sein; dann sind sie als solche genannt.`
    : `Der ${COURSE_TITLES[course]} wurde durch eine Schulung bei ${provider} ersetzt, die hier anerkannt ist.`

export const SPARING_WORDS =
  'Festgehalten sind nur Person, Modul, Fassung und Datum, keine Antworten und keine Ergebnisse.'

export const periodWords = ({ issued, until }: Pick<Certificate, 'issued' | 'until'>): string =>
  `Ausgestellt am ${germanDate(issued)}, gültig bis ${germanDate(until)}`
