import { describe, expect, test } from '@jest/globals'
import { executesOf, headingOf, textOf } from '../../../support/card-text.js'
import { FILLED, valueIn } from '../../../support/drafting.js'
import { musterstadt } from '../../../support/musterstadt.js'
import { converse, onlyCard, servicesFor } from '../../../support/scenes.js'
import { POINTS } from '../../../support/tool-cards.js'

const PACK = await musterstadt()
const newcomer = () => converse(servicesFor(PACK))

describe('from building blocks', () => {
  test('the letter comes as a message, with its gaps; no word of AI, no AI label, nothing of the text in a button', async () => {
    const outcome = await newcomer().press('write', FILLED)
    const card = onlyCard(outcome)
    const words = textOf(card)
    expect(words).toContain('Runder Tisch Radverkehr')
    expect(words).toContain('20. Januar 2027')
    expect(words).toContain('Aus Textbausteinen, bitte prüfen')
    expect(words).toMatch(/\*\*Bitte ergänzen:\*\* [^\n]*Ort/)
    expect(words.replace(/KI-Kompass/, '')).not.toMatch(/\bKI\b/)
    expect(outcome.messages[0]?.ai).toBeUndefined()
    expect(outcome.replacement).toBeUndefined()
    expect(JSON.stringify(executesOf(card))).not.toContain('Radverkehr')
  })

  test('names are welcome', async () => {
    const card = onlyCard(await newcomer().press('write', { letter: 'einladung', points: 'An: Frau Birgit Krüger' }))
    expect(textOf(card)).toContain('Sehr geehrte Frau Birgit Krüger')
  })

  test('a person’s Markdown stays what was typed', async () => {
    const card = onlyCard(
      await newcomer().press('write', { letter: 'einladung', points: 'Thema: [Hier](https://x.example)' }),
    )
    const marked = JSON.stringify(card.body.filter(({ type }) => type === 'TextBlock'))
    expect(marked).not.toContain('x.example')
    expect(textOf(card)).toContain('[Hier](https://x.example)')
  })

  test.each([
    { why: 'a classified paper', points: 'VS-NUR FÜR DEN DIENSTGEBRAUCH\nThema: Alarmplan' },
    { why: 'a password', points: 'Thema: Zugang\nPasswort: Sommer2026!xY' },
  ])('$why is held with the way on, and not repeated', async ({ points }) => {
    const card = onlyCard(await newcomer().press('write', { letter: 'einladung', points }))
    expect(headingOf(card)).toBe('Bitte nichts löschen, erst melden')
    expect(JSON.stringify(card)).not.toMatch(/Alarmplan|Sommer2026/)
  })

  test('if the check fails, nothing is written', async () => {
    const talk = converse(servicesFor(PACK, { checkText: async () => ({ kind: 'held' }) }))
    expect(headingOf(onlyCard(await talk.press('write', FILLED)))).toMatch(/^Ich konnte Ihre Nachricht nicht prüfen/)
  })

  test.each([
    { why: 'no kind', data: { points: POINTS }, notice: 'Wählen Sie bitte noch die Art des Textes' },
    {
      why: 'a kind nobody has',
      data: { ...FILLED, letter: 'gone' },
      notice: 'Wählen Sie bitte noch die Art des Textes',
    },
    { why: 'no words', data: { letter: 'einladung', points: ' \n ' }, notice: 'Nennen Sie bitte noch, worum es geht' },
  ])('$why is said in the form, which keeps what was filled in', async ({ data, notice }) => {
    const outcome = await newcomer().press('write', data)
    expect(outcome.messages).toEqual([])
    const card = onlyCard(outcome)
    expect(textOf(card)).toContain(notice)
    expect(valueIn(card, 'points')).toBe(data.points)
    expect(JSON.stringify(executesOf(card))).not.toContain('Radverkehr')
  })

  test('far too many words lead to the page, and are not repeated', async () => {
    const outcome = await newcomer().press('write', { letter: 'einladung', points: 'x'.repeat(9_000) })
    expect(headingOf(onlyCard(outcome))).toBe('Das schreiben Sie besser auf der Seite')
    expect(JSON.stringify(outcome)).not.toContain('xxx')
  })

  test('a password is not put back into the form either', async () => {
    const outcome = await newcomer().press('write', { points: 'Passwort: Sommer2026!xY' })
    expect(JSON.stringify(outcome)).not.toContain('Sommer2026')
  })
})
