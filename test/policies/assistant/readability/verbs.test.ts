import { expect, test } from '@jest/globals'
import { verbOfNoun } from '../../../../policies/assistant/readability/findings/nominal.js'
import { asked, said, verbOfParticiple, verbWithZu } from '../../../../policies/assistant/readability/findings/verbs.js'

test.each([
  ['geprüft', 'Wir prüfen …'],
  ['gearbeitet', 'Wir arbeiten …'],
  ['bearbeitet', 'Wir bearbeiten …'],
  ['beantragt', 'Wir beantragen …'],
  ['eingereicht', 'Wir reichen … ein'],
  ['mitgeteilt', 'Wir teilen … mit'],
  ['durchgeführt', 'Wir führen … durch'],
  ['informiert', 'Wir informieren …'],
  ['gesammelt', 'Wir sammeln …'],
  ['geändert', 'Wir ändern …'],
  ['erweitert', 'Wir erweitern …'],
  ['berechnet', 'Wir berechnen …'],
  ['geöffnet', 'Wir öffnen …'],
  ['ausgezahlt', 'Wir zahlen … aus'],
  ['zugestellt', 'Wir stellen … zu'],
  ['entschieden', 'Wir entscheiden …'],
  ['vorgenommen', 'Wir nehmen … vor'],
  ['bereitgestellt', 'Wir stellen … bereit'],
])('%s → %s', (participle, is) => {
  const verb = verbOfParticiple(participle)
  expect(verb && said(verb, 'Wir')).toBe(is)
})

test.each(['prüfen', 'nicht', 'gesamt', 'bearbeiten', 'gut', 'Antrag', 'geht', 'gegen'])(
  '%s is no participle',
  word => {
    expect(verbOfParticiple(word)).toBeUndefined()
  },
)

test.each([
  ['einzureichen', 'Bitte reichen Sie … ein'],
  ['vorzulegen', 'Bitte legen Sie … vor'],
  ['beizufügen', 'Bitte fügen Sie … bei'],
  ['mitzubringen', 'Bitte bringen Sie … mit'],
])('%s → %s', (word, is) => {
  const verb = verbWithZu(word)
  expect(verb && asked(verb)).toBe(is)
})

test.each([
  ['prüfung', 'prüfen'],
  ['genehmigung', 'genehmigen'],
  ['bearbeitung', 'bearbeiten'],
  ['änderungen', 'ändern'],
  ['förderung', 'fördern'],
  ['verbesserung', 'verbessern'],
  ['ermittlung', 'ermitteln'],
  ['regelung', 'regeln'],
  ['sammlung', 'sammeln'],
  ['zahlung', 'zahlen'],
  ['erklärung', 'erklären'],
  ['berechnung', 'berechnen'],
  ['erweiterung', 'erweitern'],
  ['beteiligung', 'beteiligen'],
  ['speicherung', 'speichern'],
  ['steuerung', 'steuern'],
  ['finanzierung', 'finanzieren'],
  ['verwaltung', undefined],
  ['wohnungen', undefined],
])('%s → %s', (noun, verb) => expect(verbOfNoun(noun)).toBe(verb))
