import { describe, expect, test } from '@jest/globals'
import { answerCard, groupCard } from '../../../../bot/teams/cards/answer-card.js'
import { bytesOf } from '../../../../bot/teams/cards/card.js'
import { NO_TOPIC, Topic } from '../../../../policies/answer/index.js'
import { answerData } from '../../../support/card-examples.js'
import { cardProblems } from '../../../support/card-rules.js'
import { elementsOf, executesOf, textOf, togglesOf } from '../../../support/card-text.js'
import { musterstadt, ruleOf } from '../../../support/musterstadt.js'

const PACK = await musterstadt()
const LABELS = ruleOf(PACK, 'kennzeichnung')
const PASSWORDS = ruleOf(PACK, 'zugangsdaten')

/** What is on show before anything is unfolded, in order. */
function openTexts(card: ReturnType<typeof answerCard>): string[] {
  return card.body.flatMap(element => (element.type === 'TextBlock' ? element.text : []))
}

test.each(['de', 'en'] as const)(
  'every rule of the pack makes a sound card, in full and for a group (%s)',
  language => {
    const problems = PACK.rules.flatMap(rule => {
      const data = answerData(PACK, rule, { language, readings: PACK.rules.slice(0, 2) })
      return [...cardProblems(answerCard(data)), ...cardProblems(groupCard(data))].map(
        problem => `${rule.id}: ${problem}`,
      )
    })
    expect(problems).toEqual([])
  },
)

test('even the heaviest topic a person can ask about fits', () => {
  const ids = (entries: readonly { id: string }[]) => entries.map(entry => entry.id).slice(0, 20)
  const topic = {
    ...NO_TOPIC,
    data: ids(PACK.lexicon.data),
    tools: ids(PACK.tools),
    purposes: ids(PACK.lexicon.purposes),
  }
  const heaviest = [...PACK.rules]
    .map(rule => answerCard(answerData(PACK, rule, { topic })))
    .sort((a, b) => bytesOf(b) - bytesOf(a))[0]
  expect(cardProblems(heaviest)).toEqual([])
})

describe('what stands open', () => {
  test('a no shows what to do instead at once, and not a second time behind a button', () => {
    const card = answerCard(answerData(PACK, PASSWORDS))
    const instead = PASSWORDS.text.instead[0] ?? 'missing'
    expect(openTexts(card).join('\n')).toContain(instead)
    expect(textOf(card).split(instead)).toHaveLength(2)
  })

  test('a yes with conditions keeps it behind a button', () => {
    const rule = PACK.rules.find(({ light, text }) => light === 'auflagen' && text.instead.length > 0)
    const card = answerCard(answerData(PACK, rule ?? LABELS))
    expect(openTexts(card)).not.toContain('Stattdessen')
    expect(togglesOf(card).map(toggle => toggle.title)).toContain('Stattdessen')
  })

  test('rule, version, source and their date stand on every answer', () => {
    expect(openTexts(answerCard(answerData(PACK, PASSWORDS))).join('\n')).toContain(
      `Regel „${PASSWORDS.title}“, Fassung ${PASSWORDS.version} · Quelle: Art. 32 DSGVO · Stand 23.11.2026`,
    )
  })

  test.each([
    { why: 'law to come', id: 'hochrisiko', says: 'Gilt ab 2.12.2027.' },
    { why: 'law in force', id: 'ki-kompetenz', says: 'Gilt seit 2.2.2025.' },
  ])('$why is dated', ({ id, says }) => {
    expect(openTexts(answerCard(answerData(PACK, ruleOf(PACK, id))))).toContain(says)
  })

  test.each([
    { why: 'settled by the pack', id: 'nichtoeffentliche-sitzungen', says: /§ 64 Abs\. 1 NKomVG/ },
    { why: 'open, with the person who settles it', id: 'bewerbungsverfahren', says: /bitte bei Meike Kayser klären/ },
  ])('state law $why', ({ id, says }) => {
    expect(openTexts(answerCard(answerData(PACK, ruleOf(PACK, id)))).join('\n')).toMatch(says)
  })

  test('an attempt to change the rules is named before the answer', () => {
    expect(openTexts(answerCard(answerData(PACK, LABELS, { attempt: true })))[0]).toMatch(
      /^Regeln kann ich nicht ändern/,
    )
  })
})

describe('what buttons carry', () => {
  test('a reading leads to its rule for the same topic, and takes the place of related rules', () => {
    const topic = { ...NO_TOPIC, rules: ['kennzeichnung'], purposes: ['veroeffentlichen'] }
    const card = answerCard(answerData(PACK, LABELS, { readings: [PASSWORDS], topic }))
    expect(executesOf(card).filter(({ verb }) => verb === 'rule')).toEqual([
      {
        type: 'Action.Execute',
        title: PASSWORDS.title,
        verb: 'rule',
        data: { rule: 'zugangsdaten', language: 'de', topic },
      },
    ])
  })

  test('feedback carries ids and marks, never words of the question', () => {
    const [yes, no] = executesOf(answerCard(answerData(PACK, LABELS))).filter(({ verb }) => verb === 'feedback')
    expect(yes?.data).toEqual({
      rule: 'kennzeichnung',
      language: 'de',
      topic: { ...NO_TOPIC, rules: ['kennzeichnung'] },
      helpful: true,
    })
    expect(no?.data).toMatchObject({ helpful: false })
  })

  test('the topic on a button is one the bot takes back', () => {
    const topics = executesOf(answerCard(answerData(PACK, LABELS))).map(({ data }) =>
      'topic' in data ? data.topic : undefined,
    )
    expect(topics.length).toBeGreaterThan(2)
    for (const topic of topics) expect(Topic.safeParse(topic).success).toBe(true)
  })
})

describe('after feedback', () => {
  test.each([
    { feedback: 'yes' as const, says: /Gezählt wird nur/ },
    { feedback: 'no' as const, says: /hilft Ihnen sicher ein Mensch/ },
    { feedback: 'none' as const, says: /Beispielkommune Musterstadt/ },
  ])('$feedback: no second vote is possible', ({ feedback, says }) => {
    const card = answerCard(answerData(PACK, LABELS, { feedback }))
    expect(executesOf(card).map(({ verb }) => verb)).not.toContain('feedback')
    expect(textOf(card)).toMatch(says)
  })

  test('a no names the people to call without unfolding anything', () => {
    const data = answerData(PACK, LABELS, { feedback: 'no' })
    expect(data.people.length).toBeGreaterThan(0)
    expect(openTexts(answerCard(data))).toEqual(expect.arrayContaining([...data.people]))
  })
})

describe('in a group', () => {
  const data = answerData(PACK, ruleOf(PACK, 'bewerbungsverfahren'), { attempt: true, readings: [LABELS] })

  test('nothing personal: no people, no telephone, no buttons', () => {
    const card = groupCard(data)
    expect(elementsOf(card).filter(element => element.type === 'ActionSet')).toEqual([])
    for (const line of data.people) expect(textOf(card)).not.toContain(line)
    expect(JSON.stringify(card)).not.toMatch(/Tel\.|040 66969/)
  })

  test('Ampel, short answer and source are the same as in person', () => {
    const { rule } = data.answer
    expect(textOf(groupCard(data))).toContain(rule.text.short)
    expect(textOf(groupCard(data))).toContain(`Regel „${rule.title}“, Fassung ${rule.version}`)
    expect(groupCard(data).fallbackText).toBe(answerCard(data).fallbackText)
  })
})

describe('in English', () => {
  const card = answerCard(answerData(PACK, LABELS, { language: 'en' }))

  test('title and short answer are English, and what is German says so', () => {
    expect(textOf(card)).toContain(LABELS.en.short)
    expect(card.lang).toBe('en')
    expect(togglesOf(card).map(toggle => toggle.title)).toEqual(
      expect.arrayContaining(['How to do it (German)', 'Please do not (German)', 'Why? (German)', 'Sources']),
    )
  })

  test('its buttons keep the language', () => {
    for (const { data } of executesOf(card)) expect(data).toMatchObject({ language: 'en' })
  })
})
