import { germanDate } from '../../../policies/language/german-date.js'
import type { StandingView } from '../../../policies/learning-contract.js'

/** Where one stands with a module, in a few words. */
export function standingWords(standing: StandingView, toLearn: boolean): string {
  switch (standing.kind) {
    case 'open':
      return 'noch offen'
    case 'ended':
      return standing.because
        ? `galt bis ${germanDate(standing.until)}, die Regel „${standing.because}“ hat sich geändert`
        : `galt bis ${germanDate(standing.until)}, bitte auffrischen`
    case 'valid':
      if (standing.because)
        return `gilt noch bis ${germanDate(standing.until)}, die Regel „${standing.because}“ hat sich geändert`
      return toLearn
        ? `gilt bis ${germanDate(standing.until)}, kann jetzt erneuert werden`
        : `bestanden am ${germanDate(standing.since)}`
  }
}

/** The same for a certificate. */
export function certificateWords(title: string, standing: StandingView): string {
  switch (standing.kind) {
    case 'open':
      return `${title}: noch nicht erreicht`
    case 'ended':
      return standing.because
        ? `${title}: galt bis ${germanDate(standing.until)}, weil sich die Regel „${standing.because}“ geändert hat`
        : `${title}: galt bis ${germanDate(standing.until)}`
    case 'valid':
      return standing.because
        ? `${title}: gilt noch bis ${germanDate(standing.until)}, weil sich die Regel „${standing.because}“ geändert hat`
        : `${title}: gilt bis ${germanDate(standing.until)}`
  }
}

export const minutesWords = (minutes: number): string => (minutes === 1 ? '1 Minute' : `${minutes} Minuten`)

export const questionsWords = (count: number): string => (count === 1 ? 'eine Frage' : `${count} Fragen`)
