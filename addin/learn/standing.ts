import type { ModuleView, StandingView } from '../../policies/learning-contract.js'
import { dayWords } from '../texts/days.js'
import { type Language, TODAY } from '../texts/index.js'

export type StandingWords = { readonly sign: 'done' | 'again' | 'open' | 'held'; readonly text: string }

/** Where one stands with a module: a sign, and in words what it means. */
export function standingWords({ standing, read, toLearn, locked }: ModuleView, language: Language): StandingWords {
  const { standing: words } = TODAY[language]
  const say = (day: string): string => dayWords(day, language)
  if (locked) return { sign: 'held', text: words.locked }
  switch (standing.kind) {
    case 'open':
      return { sign: 'open', text: read ? words.reading : words.open }
    case 'ended':
      return {
        sign: 'again',
        text: standing.because
          ? words.changedEnded(standing.because, say(standing.until))
          : words.ended(say(standing.until)),
      }
    case 'valid':
      if (standing.because) return { sign: 'again', text: words.changed(standing.because, say(standing.until)) }
      return toLearn
        ? { sign: 'again', text: words.renew(say(standing.until)) }
        : { sign: 'done', text: words.passed(say(standing.since)) }
  }
}

/** The same for a certificate. */
export function certificateWords(title: string, standing: StandingView, language: Language): string {
  const { certificate } = TODAY[language]
  return standing.kind === 'open'
    ? certificate.open(title)
    : certificate[standing.kind](title, dayWords(standing.until, language))
}
