import { expect, test } from '@jest/globals'
import { asSentence, isSentence } from '../../../../policies/assistant/letters/sentence.js'

test.each([
  { point: 'Der Antrag ist eingegangen', is: true, why: 'an auxiliary' },
  { point: 'Unterlagen fehlen noch', is: true, why: 'a verb in its form of several' },
  { point: 'wir prüfen die Unterlagen', is: true, why: 'wir and a verb' },
  { point: 'nächste Woche melden wir uns', is: true, why: 'a verb before wir' },
  { point: 'rufen Sie uns gern an', is: true, why: 'a verb before Sie' },
  { point: 'Bitte den Ausweis mitbringen', is: true, why: 'a request' },
  { point: 'Der Ausschuss beriet am Montag', is: true, why: 'an article and a form on t' },
  { point: 'Wann passt es Ihnen?', is: true, why: 'a question' },
  { point: 'Bearbeitung dauert vier Wochen', is: true, why: 'a finite form' },
  { point: 'Antrag vollständig', is: false, why: 'no verb' },
  { point: 'Parkplatz hinter dem Haus', is: false, why: 'no verb, a place' },
  { point: 'Antrag eingegangen am 3.11.', is: false, why: 'a participle alone' },
  { point: 'Unterlagen prüfen', is: false, why: 'an infinitive alone' },
  { point: 'Neue Adresse für Sie', is: false, why: 'Sie without a verb' },
  { point: 'Kosten 3 Euro', is: false, why: 'a noun that looks like a verb' },
  { point: 'möchte die Halle dienstags', is: true, why: 'a verb in front' },
  { point: 'Ausweis', is: false, why: 'one word' },
  { point: 'Der Termin mit Frau Krüger', is: false, why: 'mit is no verb' },
])('$point: $why', ({ point, is }) => expect(isSentence(point)).toBe(is))

test.each([
  { point: 'der Antrag ist da', is: 'Der Antrag ist da.' },
  { point: 'der Antrag ist da,', is: 'Der Antrag ist da.' },
  { point: 'Ist der Antrag da?', is: 'Ist der Antrag da?' },
  { point: 'er sagt „ja.“', is: 'Er sagt „ja.“' },
  { point: 'wir brauchen:', is: 'Wir brauchen:' },
])('$point → $is', ({ point, is }) => expect(asSentence(point)).toBe(is))
