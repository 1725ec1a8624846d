import { describe, expect, test } from '@jest/globals'
import type { Pack } from '../../../../policies/pack/pack-schema.js'
import { executesOf, headingOf, textOf, togglesOf } from '../../../support/card-text.js'
import { musterstadt } from '../../../support/musterstadt.js'
import { cardsOf, converse, onlyCard, servicesFor } from '../../../support/scenes.js'
import { learned, packWith, toolWith } from '../../../support/tool-cards.js'

const PACK = await musterstadt()
const TITLE = 'Ihre Werkzeuge'
const said = async (pack: Pack, text = 'werkzeuge') =>
  onlyCard(await converse(servicesFor(pack, { house: learned(pack) })).say(text))

describe('what people type', () => {
  test.each([
    'werkzeuge',
    'Werkzeuge?',
    'Welche Werkzeuge',
    'tools',
    'Tools!',
    'freigegebene Werkzeuge',
    'meine Werkzeuge',
    'Meine Tools',
    'werkzuege',
    'wekzeuge',
    'werrkzeuge',
    'Welche Tools habe ich?',
    'Welche Werkzeuge kann ich nutzen?',
    'zeige mir meine Werkzeuge',
    'KI-Werkzeuge',
    'my tools',
    'Toolliste',
  ])('„%s“', async text => {
    expect(headingOf(await said(PACK, text))).toBe(TITLE)
  })

  test.each([
    { text: 'Welche Werkzeuge sind freigegeben?', why: 'the rule answers it, with sources' },
    { text: 'Welche Werkzeuge sind für Personalakten erlaubt?', why: 'a question about data' },
    { text: 'Werkzeuge für den Bauhof', why: 'other tools' },
    { text: 'Darf ich Werkzeuge ausprobieren?', why: 'a question of permission' },
    { text: 'neues Werkzeug beantragen', why: 'how to get one' },
  ])('„$text“ is a question: $why', async ({ text }) => {
    expect(headingOf(await said(PACK, text))).not.toBe(TITLE)
  })
})

describe('who has learned', () => {
  test('sees the writing aid first, then what is theirs with all there is to know', async () => {
    const words = textOf(await said(PACK))
    expect(words).toMatch(/^Ihre Werkzeuge\n\*\*Schreibhilfe aus Textbausteinen\*\*/)
    expect(words).toContain(
      '**Was hinein darf:** öffentliches und internes Material; mit Namen nur für das Verfahren „Beschwerden und Hinweise aus der Bürgerschaft“, sonst mit Platzhaltern statt Namen und Nummern',
    )
    expect(words).toContain('**Freigegeben bis:** 30.6.2027')
    expect(words).toContain('**Kosten:** Für Sie kostenlos; die Stadt zahlt den Betrieb nach Rechenzeit')
  })

  test('unfolds what is not theirs, each with why', async () => {
    const card = await said(PACK)
    expect(togglesOf(card).map(({ title }) => title)).toEqual(['Werkzeuge, die Sie gerade nicht haben'])
    expect(textOf(card)).toMatch(/Microsoft 365 Copilot[^\n]*freigegeben, aber noch nicht für Sie/)
    expect(textOf(card)).toMatch(/DeepL[^\n]*Geplant, aber noch nicht freigegeben/)
    expect(textOf(card)).not.toContain('ChatGPT')
  })

  test.each([
    { changes: { status: 'abgelehnt' } as const, words: /\*\*MUCGPT:\*\* Geprüft und abgelehnt/ },
    { changes: { status: 'ausgelaufen' } as const, words: /\*\*MUCGPT:\*\* Die Freigabe ist beendet/ },
    { changes: { approved_until: '2026-11-22' }, words: /\*\*MUCGPT:\*\* Die Freigabe von MUCGPT ist abgelaufen/ },
    {
      changes: { avv: 'unbekannt' } as const,
      words: /\*\*MUCGPT:\*\* Die Freigabe von MUCGPT ist noch nicht vollständig/,
    },
    { changes: { status: 'pilot' } as const, words: /\*\*Erprobung:\*\*/ },
    {
      changes: { highest: 'D0' } as const,
      words: /nur öffentliches Material; mit Namen|nur öffentliches Material; nichts/,
    },
  ])('a tool with $changes', async ({ changes, words }) => {
    expect(textOf(await said(packWith(PACK, toolWith(PACK, 'mucgpt', changes))))).toMatch(words)
  })
})

test('a newcomer has the lesson one press away', async () => {
  const talk = converse(servicesFor(PACK))
  const card = onlyCard(await talk.say('werkzeuge'))
  const lesson = executesOf(card).find(({ title }) => title === 'Lektion beginnen')
  expect(headingOf(onlyCard(await talk.press('lesson', lesson?.data)))).toMatch(/\S/)
  expect(textOf(card)).toContain('kurze Lektion „Was ein Sprachmodell tut“ und 3 weitere')
})

test('where nothing is approved: who decides, and how to ask for one', async () => {
  const none: Pack = { ...PACK, tools: PACK.tools.map(tool => ({ ...tool, status: 'beispiel' })) }
  const card = await said(none)
  expect(textOf(card)).toContain('Darüber entscheidet Ihr KI-Team')
  expect(textOf(card)).toContain('Jonas Wiebe')
  expect(executesOf(card).map(({ data }) => data)).toContainEqual(
    expect.objectContaining({ rule: 'neues-werkzeug-beantragen' }),
  )
})

describe('the KI-Team', () => {
  const team = async (pack: Pack) => {
    const talk = converse(servicesFor(pack))
    talk.services.local?.become('ki-team')
    return textOf(onlyCard(await talk.say('werkzeuge')))
  }

  test('sees what an approval lacks and what ends soon', async () => {
    const words = await team(
      packWith(
        PACK,
        toolWith(PACK, 'f13', { avv: 'nein', vvt: undefined }),
        toolWith(PACK, 'mucgpt', { approved_until: '2026-12-23' }),
      ),
    )
    expect(words).toContain('**F13:** es fehlt noch AVV, VVT-Nummer')
    expect(words).toContain('**MUCGPT:** Freigabe endet am 23.12.2026')
  })

  test('hears that nothing is to do; nobody else sees the part', async () => {
    expect(await team(PACK)).toContain('Alle Freigaben sind vollständig')
    expect(textOf(await said(PACK))).not.toContain('Für das KI-Team')
  })

  test('an end 31 days off is no news', async () => {
    const later = packWith(PACK, toolWith(PACK, 'mucgpt', { approved_until: '2026-12-24' }))
    expect(await team(later)).toContain('Alle Freigaben sind vollständig')
  })
})

test('in a group only the person is told where to look', async () => {
  const group = converse(servicesFor(PACK), 'group')
  const outcome = await group.say('werkzeuge')
  expect(cardsOf(outcome)).toEqual([])
  expect(outcome.privately && headingOf(outcome.privately)).toBe('Ihre Werkzeuge zeige ich Ihnen allein')
  expect(textOf(onlyCard(await group.press('tools')))).not.toMatch(/MUCGPT|Lektion/)
})
