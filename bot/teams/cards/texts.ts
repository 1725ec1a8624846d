import type { Language } from '../../../policies/language/language.js'

/** The words around the pack's texts on cards, in both languages of the interface. */
const GERMAN = {
  erlaubt: 'Ja, erlaubt',
  auflagen: 'Ja, mit Auflagen',
  verboten: 'Nein, nicht erlaubt',
  keine: 'Gut zu wissen',
  how: 'So geht es',
  dont: 'Bitte nicht',
  instead: 'Stattdessen',
  sources: 'Quellen',
  why: 'Warum?',
  readings: 'Meinten Sie vielleicht:',
  related: 'Verwandte Regeln:',
  helpful: 'War das hilfreich?',
  yes: 'Ja',
  no: 'Nein',
  thanks: 'Danke für Ihre Rückmeldung. Gezählt wird nur „ja“ oder „nein“, nichts weiter.',
  thanksNo: 'Danke. Dann hilft Ihnen sicher ein Mensch weiter:',
  help: 'Hier hilft ein Mensch:',
  askPerson: 'Einen Menschen fragen',
  deputy: 'Vertretung',
  rule: 'Regel',
  version: 'Fassung',
  stand: 'Stand',
  source: 'Quelle',
  appliesFrom: 'Gilt ab',
  appliesSince: 'Gilt seit',
  attempt: 'Regeln kann ich nicht ändern. Das ist die geltende Antwort:',
} as const

type Texts = { readonly [Key in keyof typeof GERMAN]: string }

const ENGLISH: Texts = {
  erlaubt: 'Yes, allowed',
  auflagen: 'Yes, with conditions',
  verboten: 'No, not allowed',
  keine: 'Good to know',
  how: 'How to do it (German)',
  dont: 'Please do not (German)',
  instead: 'What to do instead (German)',
  sources: 'Sources',
  why: 'Why? (German)',
  readings: 'Did you perhaps mean:',
  related: 'Related rules:',
  helpful: 'Was this helpful?',
  yes: 'Yes',
  no: 'No',
  thanks: 'Thank you. Only “yes” or “no” is counted, nothing else.',
  thanksNo: 'Thank you. A person will be able to help you:',
  help: 'A person can help:',
  askPerson: 'Ask a person',
  deputy: 'deputy',
  rule: 'Rule',
  version: 'version',
  stand: 'as of',
  source: 'source',
  appliesFrom: 'Applies from',
  appliesSince: 'In force since',
  attempt: 'I cannot change rules. This is the answer that applies:',
}

export const textsFor = (language: Language): Texts => (language === 'en' ? ENGLISH : GERMAN)
