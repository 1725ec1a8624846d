import { describe, expect, test } from '@jest/globals'
import { summarise } from '../../../../policies/assistant/index.js'

const PARKING = `Neuordnung des Parkens in der Innenstadt

Sachverhalt
In der Innenstadt fehlen werktags zwischen 9 und 18 Uhr viele Stellplätze, z. B. rund um den Marktplatz und die Mühlenstraße. Die Verwaltung hat deshalb die Auslastung der Stellplätze gezählt. Die Zählung ergab eine Auslastung von 94 Prozent. Das Wetter war an beiden Tagen trocken.

Vorschlag
Die Verwaltung schlägt vor, das Bewohnerparken auf drei weitere Straßen auszudehnen. Die Parkgebühr soll ab dem 1. Juli 2027 von 1,20 Euro auf 1,80 Euro je Stunde steigen. Ausgenommen sind Menschen mit Behinderung; sie parken weiter kostenlos.
Dazu gehören:
- neue Schilder in der Mühlenstraße
- zwölf Automaten

Das wird begrüßt. Der Ausschuss für Mobilität muss bis zum 15.02.2027 entscheiden, sonst verschiebt sich der Beginn der Parkgebühr.`

const texts = (text: string, sentences: number): string[] =>
  summarise(text, { sentences }).sentences.map(({ text }) => text)

describe('what a summary keeps', () => {
  test('the proposal, the fee and the deadline, in the order of the text', () => {
    const kept = texts(PARKING, 4)
    expect(kept).toHaveLength(4)
    expect(kept.join(' ')).toContain('Die Verwaltung schlägt vor')
    expect(kept.join(' ')).toContain('Die Parkgebühr soll ab dem 1. Juli 2027')
    expect(kept.join(' ')).toContain('bis zum 15.02.2027')
    const places = kept.map(sentence => PARKING.indexOf(sentence.slice(0, 30)))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })

  test('not what leads nowhere', () => {
    expect(texts(PARKING, 5).join(' ')).not.toMatch(/Wetter|Das wird begrüßt/)
  })

  test('every sentence stands in the text, word by word, where it says', () => {
    for (const { start, end, text } of summarise(PARKING, { share: 1 }).sentences)
      expect(PARKING.slice(start, end).replaceAll(/\s+/g, ' ')).toBe(text.replaceAll(/\s+/g, ' '))
  })

  test('a list comes with the line that announces it', () => {
    expect(texts(PARKING, 99)).toContain('Dazu gehören:\n- neue Schilder in der Mühlenstraße\n- zwölf Automaten')
  })

  test('greeting and closing of a letter are left out', () => {
    const letter = `Sehr geehrte Frau Krüger,\n\nvielen Dank für Ihren Brief.\nDie Straße wird ab dem 3. Mai gesperrt. Die Sperrung der Straße dauert bis zum 9. Mai. Busse fahren eine Umleitung über die Straße am Wall.\n\nMit freundlichen Grüßen\nIm Auftrag`
    expect(texts(letter, 2).join(' ')).not.toMatch(/geehrte|Grüße|Auftrag|Dank/)
  })

  test('what says the same is kept once', () => {
    const twice = `Die Halle bleibt im Mai wegen Bauarbeiten geschlossen. Der Verein trainiert in der Schule. Im Mai bleibt die Halle geschlossen wegen der Bauarbeiten. Der Verein freut sich über neue Mitglieder im Sommer. Die Schule stellt Schlüssel für den Verein bereit.`
    expect(texts(twice, 3).filter(sentence => /Halle/.test(sentence))).toHaveLength(1)
  })
})

describe('how much', () => {
  test('a short text comes back whole', () => {
    const { sentences, whole, of } = summarise('Das ist da. Es fehlt nichts.', { sentences: 3 })
    expect([sentences.length, whole, of]).toEqual([2, true, 2])
  })

  test('nothing has no sentence', () => {
    expect(summarise('', { sentences: 3 })).toEqual({ sentences: [], of: 0, whole: true })
  })

  test.each([
    { extent: { share: 0.3 }, count: 3 },
    { extent: { share: 0 }, count: 1 },
    { extent: { sentences: 0 }, count: 1 },
    { extent: { sentences: 2.9 }, count: 2 },
  ])('$extent → $count', ({ extent, count }) => {
    expect(summarise(PARKING, extent).sentences).toHaveLength(count)
  })

  test('300 pages in less than two seconds', () => {
    const topics = ['Parken', 'Wohngeld', 'Kita', 'Radweg', 'Haushalt', 'Friedhof', 'Bücherei']
    const sentence = (at: number) =>
      `Der Ausschuss${at % 83} berät über ${topics[at % 7]} in der Straße${at % 311} und die Kosten${at % 57} von ${at} Euro${at % 29 === 0 ? '' : ` mit Blick auf Anlage${at % 1009}`}.`
    const text = Array.from({ length: 9000 }, (_, at) => sentence(at)).join(' ')
    expect(text.length).toBeGreaterThan(700_000)
    const before = performance.now()
    expect(summarise(text, { share: 0.1 }).of).toBe(9000)
    expect(performance.now() - before).toBeLessThan(2000)
  })
})
