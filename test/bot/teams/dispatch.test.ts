import { describe, expect, test } from '@jest/globals'
import { NO_TOPIC } from '../../../policies/answer/index.js'
import type { Principal } from '../../../policies/tools/principal.js'
import { executesOf, headingOf, textOf } from '../../support/card-text.js'
import { musterstadt, ruleOf } from '../../support/musterstadt.js'
import { converse, onlyCard, servicesFor } from '../../support/scenes.js'

const PACK = await musterstadt()
const LABELS = ruleOf(PACK, 'kennzeichnung')
const CV = 'Darf ich einen Lebenslauf in ChatGPT hochladen?'
const chat = () => converse(servicesFor(PACK))
const group = () => converse(servicesFor(PACK), 'group')
const counted = async ({ services }: ReturnType<typeof converse>) => Object.fromEntries(await services.counters.read())

describe('a conversation', () => {
  test('a follow-up leans on the turn before', async () => {
    const talk = chat()
    expect(headingOf(onlyCard(await talk.say(CV)))).toBe('Nein, nicht erlaubt')
    await talk.say('Und wenn ich die Namen schwärze?')
    expect(await counted(talk)).toEqual({ 'answer.rule': 2 })
  })

  test('after the bot is removed nothing of it is left', async () => {
    const talk = chat()
    await talk.say(CV)
    expect((await talk.happen({ kind: 'removed' })).messages).toEqual([])
    expect(await talk.services.memory.recall('conversation-1', talk.services.now())).toEqual([])
  })

  test.each([
    { why: 'from their own chat: nobody can be reached there any more', where: chat, reachable: false },
    { why: 'from a group: their own chat stays', where: group, reachable: true },
  ])('the bot is removed by somebody $why', async ({ where, reachable }) => {
    const talk = where()
    const person = talk.services.local?.current().person.id ?? ''
    await talk.services.store.conversations.save(person, '{}', '2026-11-23')
    await talk.happen({ kind: 'removed' })
    expect((await talk.services.store.conversations.of(person)) !== undefined).toBe(reachable)
  })

  test('being added brings a welcome', async () => {
    expect(headingOf(onlyCard(await chat().happen({ kind: 'joined' })))).toBe('Willkommen beim KI-Kompass')
  })

  test.each([
    { what: 'file' as const, heading: 'Dateien kann ich hier nicht prüfen' },
    { what: 'image' as const, heading: 'Bilder kann ich hier nicht prüfen' },
    { what: 'voice' as const, heading: 'Sprachnachrichten kann ich hier nicht prüfen' },
  ])('a $what is not opened, and says so', async ({ what, heading }) => {
    const card = onlyCard(await chat().happen({ kind: 'attachment', what }))
    expect(headingOf(card)).toBe(heading)
    expect(textOf(card)).toContain('Ich habe nichts geöffnet und nichts gespeichert.')
  })

  test.each([{ kind: 'other' } as const, { kind: 'unknown-invoke', name: 'fileConsent/invoke' } as const])(
    'silence for $kind',
    async event => {
      expect(await chat().happen(event)).toEqual({ messages: [] })
    },
  )
})

describe('buttons', () => {
  const data = { rule: LABELS.id, language: 'de', topic: NO_TOPIC }

  test('a rule comes as a new message, and the next question may lean on it', async () => {
    const talk = chat()
    const outcome = await talk.press('rule', data)
    expect(outcome.replacement).toBeUndefined()
    expect(textOf(onlyCard(outcome))).toContain(LABELS.text.short)
    expect(await talk.services.memory.recall('conversation-1', talk.services.now())).toEqual([
      { ...NO_TOPIC, rules: [LABELS.id] },
    ])
  })

  test('an English rule names the stand-in in English', async () => {
    const words = textOf(onlyCard(await chat().press('rule', { ...data, language: 'en' })))
    expect(words).toContain(LABELS.en.short)
    expect(words).toContain('deputy: ')
    expect(words).not.toContain('Vertretung')
  })

  test.each([
    { helpful: true, counts: 'feedback.kennzeichnung.yes', says: 'Danke für Ihre Rückmeldung' },
    { helpful: false, counts: 'feedback.kennzeichnung.no', says: 'hilft Ihnen sicher ein Mensch weiter' },
  ])('feedback turns the card over and counts it for the rule: $counts', async ({ helpful, counts, says }) => {
    const talk = chat()
    const { messages, replacement } = await talk.press('feedback', { ...data, helpful })
    expect(messages).toEqual([])
    expect(replacement && textOf(replacement)).toContain(says)
    expect(await counted(talk)).toEqual({ [counts]: 1 })
  })

  test.each([
    { why: 'one area', data: { area: 'daten' }, heading: 'Was darf hinein?' },
    { why: 'back to all', data: {}, heading: 'Alle Regeln nach Themen' },
    { why: 'an area that is gone: all', data: { area: 'raumfahrt' }, heading: 'Alle Regeln nach Themen' },
  ])('areas turn in place: $why', async ({ data: area, heading }) => {
    const { messages, replacement } = await chat().press('area', area)
    expect(messages).toEqual([])
    expect(replacement && headingOf(replacement)).toBe(heading)
  })

  test.each([
    { why: 'an unknown verb', verb: 'gone', data: {} },
    { why: 'no verb', verb: '', data: undefined },
    { why: 'a verb every object has', verb: 'constructor', data: {} },
    { why: 'a rule that no longer exists', verb: 'rule', data: { ...data, rule: 'gone' } },
    { why: 'no data', verb: 'rule', data: undefined },
    { why: 'data of another kind', verb: 'feedback', data: 'kennzeichnung' },
    { why: 'feedback of an older card, without yes or no', verb: 'feedback', data },
    { why: 'a topic of an older card', verb: 'rule', data: { ...data, topic: { rules: [LABELS.id], words: ['x'] } } },
    {
      why: 'a topic heavier than any of ours',
      verb: 'rule',
      data: { ...data, topic: { ...NO_TOPIC, data: Array(21).fill('x') } },
    },
  ])('$why: the button is not current any more', async ({ verb, data: given }) => {
    const talk = chat()
    expect(headingOf(onlyCard(await talk.press(verb, given)))).toBe('Diese Schaltfläche ist nicht mehr aktuell')
    expect(await counted(talk)).toEqual({})
  })

  test('ids nobody knows on a button are neither remembered nor carried on: they may be any word', async () => {
    const talk = chat()
    const topic = { ...NO_TOPIC, tools: ['frau-schneider'], data: ['frau-schneider'], purposes: ['frau-schneider'] }
    const card = onlyCard(await talk.press('rule', { ...data, topic }))
    expect(textOf(card)).toContain(LABELS.text.short)
    const remembered = await talk.services.memory.recall('conversation-1', talk.services.now())
    expect(JSON.stringify([card, remembered])).not.toContain('frau-schneider')
  })
})

describe('in a group', () => {
  test.each([
    { why: 'an answer', run: () => group().say(CV) },
    { why: 'a rule by name', run: () => group().say('regel bewerbungsverfahren') },
    { why: 'a rule by button', run: () => group().press('rule', { rule: 'bewerbungsverfahren' }) },
    { why: 'no rule', run: () => group().say('Wie wird das Wetter am Sonntag?') },
  ])('$why shows nobody’s name or number', async ({ run }) => {
    expect(JSON.stringify(onlyCard(await run()))).not.toMatch(/Tel\.|040 66969-\d+ /)
  })

  test('a breach asks to write nothing there', async () => {
    expect(textOf(onlyCard(await group().say('panne')))).toContain(
      'Bitte schreiben Sie hier in der Gruppe nichts zum Inhalt.',
    )
  })
})

describe('who is not known or not allowed', () => {
  const program: Principal = {
    kind: 'program',
    id: 'p',
    municipality: 'm',
    tools: [],
    purposes: [],
    procedure: undefined,
    declared: 'D0',
    answersFor: '',
  }
  const noRole: Principal = { kind: 'person', id: 'p', municipality: 'm', roles: [] }
  const as = (principal: Principal | undefined) => converse(servicesFor(PACK, { principalOf: async () => principal }))

  test.each([
    { why: 'nobody known', principal: undefined, heading: 'Ich kenne Sie noch nicht' },
    { why: 'a program', principal: program, heading: 'Ich kenne Sie noch nicht' },
    { why: 'a person without role', principal: noRole, heading: 'Das ist für Sie nicht freigeschaltet' },
  ])('$why gets a way on, but no answer', async ({ principal, heading }) => {
    for (const outcome of [
      await as(principal).say(CV),
      await as(principal).say('regeln'),
      await as(principal).press('area', {}),
      await as(principal).say('lernen'),
      await as(principal).press('learn', {}),
      await as(principal).press('erase', { sure: true }),
    ]) {
      expect(headingOf(onlyCard(outcome))).toBe(heading)
      expect(executesOf(onlyCard(outcome))).toEqual([])
    }
  })
})
