import { describe, expect, test } from '@jest/globals'
import { replaceFindings } from '../../../../policies/protect/index.js'
import { findingOf, marked, restore, wordOf } from './words.js'

const ROWS: [text: string, replaced: string, why: string][] = [
  ['[[Birgit Krüger]] bat.', '[PERSON 1] bat.', 'full name'],
  ['[[Birgit Krüger]]. Frau [[Krüger]].', '[PERSON 1]. Frau [PERSON 1 NACHNAME].', 'surname later'],
  ['Frau [[Krüger]]. [[Birgit Krüger]].', 'Frau [PERSON 1 NACHNAME]. [PERSON 1].', 'surname first'],
  ['[[Birgit Krüger]]. [[Birgit]] kam.', '[PERSON 1]. [PERSON 1 VORNAME] kam.', 'given name'],
  ['[[Birgit Krüger]]. Frau [[Birgit]].', '[PERSON 1]. Frau [PERSON 1 VORNAME].', 'given name behind Frau'],
  ['[[Birgit Krüger]]; [[Krüger, Birgit]]', '[PERSON 1]; [PERSON 1 NACHNAME, VORNAME]', 'turned'],
  ['[[Birgit Krüger]]. [[Krügers]] Antrag', '[PERSON 1]. [PERSON 1 NACHNAME]s Antrag', 'ending outside'],
  ['[[Birgit Krüger]]. [[Birgits]] Antrag', '[PERSON 1]. [PERSON 1 VORNAME]s Antrag', 'ending of a given name'],
  ['[[Birgit Krüger]]. [[Birgit Krügers]] Kind', '[PERSON 1]. [PERSON 1]s Kind', 'ending of a full name'],
  ['Frau [[Krüger]]. [[Birgit Krügers]] Kind', 'Frau [PERSON 1 NACHNAME]. [PERSON 1]s Kind', 'known by the surname'],
  ['[[Max Grothe]]. [[Grothe’]] Antrag', '[PERSON 1]. [PERSON 1 NACHNAME]’ Antrag', 'apostrophe outside'],
  ['[[Max Grothe]]. [[Grothe]]’ Antrag', '[PERSON 1]. [PERSON 1 NACHNAME]’ Antrag', 'apostrophe was outside'],
  ['Herr [[Peters]] kam.', 'Herr [PERSON 1 NACHNAME] kam.', 'an s that belongs to the name'],
  ['[[Uwe Peters]], [[Jan Peter]]', '[PERSON 1], [PERSON 2]', 'two names'],
  ['[[Birgit Krüger]], [[KRÜGER]]', '[PERSON 1], [PERSON 1 NACHNAME]', 'upper case is the only spelling'],
  ['[[Birgit Krüger]], [[BIRGIT KRÜGER]]', '[PERSON 1], [PERSON 1 SCHREIBWEISE 2]', 'upper case as second spelling'],
  ['[[Birgit Krüger]], [[B. Krüger]]', '[PERSON 1], [PERSON 1 SCHREIBWEISE 2]', 'initial'],
  ['[[Birgit Krüger]], [[Birgit Maria Krüger]]', '[PERSON 1], [PERSON 1 SCHREIBWEISE 2]', 'second given name'],
  ['[[Birgit Krüger]], [[Bernd Krüger]], [[B. Krüger]]', '[PERSON 1], [PERSON 2], [PERSON 3]', 'initial of two'],
  ['[[Birgit Krüger]], [[Hans Krüger]], [[Krüger]]', '[PERSON 1], [PERSON 2], [PERSON 3 NACHNAME]', 'surname of two'],
  [
    'Frau [[Birgit Krüger]], Herr [[Hans Krüger]], Herr Dr. [[Krüger]]',
    'Frau [PERSON 1], Herr [PERSON 2], Herr Dr. [PERSON 2 NACHNAME]',
    'the salutation tells',
  ],
  [
    'Frau [[Krüger]], Herr [[Krüger]], Frau [[Krüger]], [[Krüger]]',
    'Frau [PERSON 1 NACHNAME], Herr [PERSON 2 NACHNAME], Frau [PERSON 1 NACHNAME], [PERSON 3 NACHNAME]',
    'two people without full names, and a doubtful mention',
  ],
  [
    '[[Andrea Krüger]], Frau [[Krüger]], Herr [[Krüger]]',
    '[PERSON 1], Frau [PERSON 2 NACHNAME], Herr [PERSON 3 NACHNAME]',
    'a full name without salutation may be either',
  ],
  ['[[Ahmet]] kam, [[Ahmet]] ging', '[PERSON 1] kam, [PERSON 1] ging', 'a single name'],
  ['[[Ursula von der Aue]], Frau [[von der Aue]]', '[PERSON 1], Frau [PERSON 1 NACHNAME]', 'particles'],
  ['Frau [[Krüß]] und [[KRÜSS]]', 'Frau [PERSON 1 NACHNAME] und [PERSON 1 NACHNAME SCHREIBWEISE 2]', 'ß and SS'],
  ['[[K r ü g e r]], Frau [[Krüger]]', '[PERSON 1 NACHNAME], Frau [PERSON 1 NACHNAME SCHREIBWEISE 2]', 'spaced'],
  ['[[IBAN|DE02 1203]] [[IBAN|DE021203]]', '[IBAN 1] [IBAN 1 SCHREIBWEISE 2]', 'separators do not matter'],
  ['[[PHONE|+49 561 99]] [[PHONE|0561/99]]', '[TELEFON 1] [TELEFON 1 SCHREIBWEISE 2]', 'one line'],
  ['[[LICENSE_PLATE|B-AB 1]] [[LICENSE_PLATE|BA-B 1]]', '[KENNZEICHEN 1] [KENNZEICHEN 2]', 'separators matter'],
  ['[[DATE_OF_BIRTH|1.11.1980]] [[DATE_OF_BIRTH|11.1.1980]]', '[GEBURTSDATUM 1] [GEBURTSDATUM 2]', 'two days'],
  ['[[PHONE|0561 99]][[PHONE|0561 98]]', '[TELEFON 1][TELEFON 2]', 'touching'],
  ['[PERSON 1] und [[Ahmet]]', '[PERSON 1] und [PERSON 2]', 'the number is taken'],
  ['[[Ahmet]], [person 1 Nachname], PERSON 2', '[PERSON 3], [person 1 Nachname], PERSON 2', 'taken in other writing'],
  ['[[Ahmet]], [NAME 1], [PERSON2]', '[PERSON 3], [NAME 1], [PERSON2]', 'taken under another word'],
  ['[PERSON 2]: [[Ahmet]], [[Olga]]', '[PERSON 2]: [PERSON 1], [PERSON 3]', 'a gap is used'],
  ['[ANSCHRIFT 1]: [[Ahmet]]', '[ANSCHRIFT 1]: [PERSON 1]', 'another kind takes nothing'],
  ['Hans [[Fuchs]]s Hut', 'Hans [PERSON 1] Hut', 'a lone s behind it would be taken for a genitive'],
  ['[[HEALTH|Diabetes]] von [[Ahmet]]', 'Diabetes von [PERSON 1]', 'what is said about a person stays'],
  ['[[CLASSIFICATION_MARKING|VS-NfD]] [[Ahmet]]', 'VS-NfD [PERSON 1]', 'a marking stays'],
]

describe('placeholders for what was found', () => {
  test.each(ROWS)('%s → %s: %s', (example, replaced) => {
    const { text, findings } = marked(example)
    const result = replaceFindings(text, findings, wordOf)
    expect(result.text).toBe(replaced)
    expect(restore(result.map, [result.text]).text).toBe(text)
  })
})

describe('secrets', () => {
  test('go for good', () => {
    const { text, findings } = marked('Passwort: [[SECRET|Sommer-24]], [[Ahmet]], Token [[SECRET|abc]]')
    const { text: replaced, map, removed } = replaceFindings(text, findings, wordOf)
    expect(replaced).toBe('Passwort: [ENTFERNT], [PERSON 1], Token [ENTFERNT]')
    expect([...map]).toEqual([['[PERSON 1]', 'Ahmet']])
    expect(removed).toBe(2)
    expect(restore(map, [replaced]).text).toBe('Passwort: [ENTFERNT], Ahmet, Token [ENTFERNT]')
  })

  test('go even if a pack had a word for them', () => {
    const { text, findings } = marked('[[SECRET|abc]]')
    expect(replaceFindings(text, findings, () => 'GEHEIM')).toEqual({ text: '[ENTFERNT]', map: new Map(), removed: 1 })
  })
})

describe('findings as they come', () => {
  test('in any order', () => {
    const { text, findings } = marked('[[Ahmet]], [[Olga]], [[IBAN|DE02]]')
    expect(replaceFindings(text, findings.toReversed(), wordOf).text).toBe('[PERSON 1], [PERSON 2], [IBAN 1]')
  })

  test('hints count', () => {
    const hint = findingOf('PERSON', 0, 5, { certainty: 'hinweis', reason: 'public-role' })
    expect(replaceFindings('Ahmet kam', [hint], wordOf).text).toBe('[PERSON 1] kam')
  })

  test('a pack without the word leaves no value standing', () => {
    const { text, findings } = marked('[[IP_ADDRESS|192.0.2.1]]')
    expect(replaceFindings(text, findings, () => undefined).text).toBe('[IP-ADDRESS 1]')
  })

  test('overlapping against the contract leaves no value standing', () => {
    const findings = [findingOf('PERSON', 0, 5), findingOf('IBAN', 3, 9)]
    const { text, map } = replaceFindings('Ahmet1234.', findings, wordOf)
    expect(text).toBe('[PERSON 1][IBAN 1].')
    expect(restore(map, [text]).text).toBe('Ahmet1234.')
  })

  test('nothing found, nothing changed', () => {
    expect(replaceFindings('[PERSON 1]', [], wordOf)).toEqual({ text: '[PERSON 1]', map: new Map(), removed: 0 })
  })
})
