import type { Day } from '../../policies/pack/terms.js'
import type { Language } from './index.js'

const LOCALES: Readonly<Record<Language, string>> = { de: 'de-DE', en: 'en-GB' }

/** 2026-12-02 → "2. Dezember 2026"; sources know only a month at times: 2024-06 → "Juni 2024". */
export function dayWords(day: Day, language: Language): string {
  const whole = /^\d{4}-\d{2}-\d{2}$/.test(day)
  const at = Date.parse(whole ? day : `${day}-01`)
  if (Number.isNaN(at) || !/^\d{4}-\d{2}/.test(day)) return day
  const look = whole ? ({ dateStyle: 'long' } as const) : ({ year: 'numeric', month: 'long' } as const)
  return new Intl.DateTimeFormat(LOCALES[language], { ...look, timeZone: 'UTC' }).format(at)
}
