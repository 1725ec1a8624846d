import { describe, expect, test } from '@jest/globals'
import type { Services } from '../../../bot/teams/services.js'
import { executesOf, headingOf, textOf } from '../../support/card-text.js'
import { finding } from '../../support/findings.js'
import { musterstadt } from '../../support/musterstadt.js'
import { IBAN, LEAKED, PERSON } from '../../support/protected.js'
import { cardsOf, converse, onlyCard, servicesFor, TEXT_PAGE } from '../../support/scenes.js'

const PACK = await musterstadt()
const SLIP = `Darf ich den Brief von ${PERSON} mit der IBAN ${IBAN} in ChatGPT hochladen?`
const TITLE = 'In Ihrer Nachricht stehen geschützte Angaben'
const REPORT = 'Bitte nichts löschen, erst melden'
const HELD = 'Ich konnte Ihre Nachricht nicht prüfen und habe sie deshalb nicht verarbeitet'

/** A conversation whose check recognises this, whatever is said: detectors have their own tests. */
const recognising = (
  findings: readonly Readonly<Parameters<typeof finding>>[] = [],
  uncovered = false,
  changes: Partial<Services> = {},
) =>
  servicesFor(PACK, {
    checkText: async () => ({
      kind: 'checked',
      found: { findings: findings.map(given => finding(...given)), uncovered },
    }),
    ...changes,
  })
const held = () => servicesFor(PACK, { checkText: async () => ({ kind: 'held' }) })
const counted = async ({ counters }: Services) => Object.fromEntries(await counters.read())
const SECRET = ['SECRET', { class: 'SECRET', replaceable: 'never' }] as const
const MARKING = ['CLASSIFICATION_MARKING', { class: 'VS', replaceable: 'never' }] as const

describe('a message with protected details', () => {
  test('is answered, and beside it stands what was recognised, which rule, and where to go on', async () => {
    const services = servicesFor(PACK)
    const [answer, check, ...others] = cardsOf(await converse(services).say(SLIP))
    expect(others).toEqual([])
    expect(answer && headingOf(answer)).toBe('Nein, nicht erlaubt')
    expect(check && headingOf(check)).toBe(TITLE)
    const words = check ? textOf(check) : ''
    expect(words).toContain('1 Name, 1 Kontonummer (IBAN)')
    expect(words).toContain('lief schon über Microsoft und bleibt im Chatverlauf von Teams')
    expect(words).toContain('Dann können Sie Ihre Nachricht löschen.')
    expect(JSON.stringify(check)).toContain(`"url":"${TEXT_PAGE}"`)
    expect(check && executesOf(check).map(({ verb, data }) => [verb, data])).toEqual([
      ['rule', expect.objectContaining({ rule: 'personenbezogene-daten' })],
      ['breach', {}],
    ])
    expect(JSON.stringify([answer, check, await services.memory.recall('conversation-1', services.now())])).not.toMatch(
      LEAKED,
    )
    expect(await counted(services)).toEqual({ 'answer.rule': 1, 'check.found': 1 })
  })

  test.each([
    { why: 'no rule', said: `Wo wohnt ${PERSON}?` },
    { why: 'small talk', said: `Guten Morgen, ${PERSON} hat die IBAN ${IBAN}` },
    { why: 'too long for a question', said: `${PERSON}, ${IBAN}. `.repeat(200) },
    { why: 'a rule by name', said: `regel ${PERSON}` },
    { why: 'a rule question in English', said: `May I upload the letter of Mrs Birgit Krüger, ${IBAN}, to ChatGPT?` },
    { why: 'something else than a person to be', said: `ich bin ${PERSON} ${IBAN}` },
  ])('$why: two cards, nothing repeated', async ({ said }) => {
    const services = servicesFor(PACK)
    const cards = cardsOf(await converse(services).say(said))
    expect(cards).toHaveLength(2)
    expect(JSON.stringify([cards, [...(await services.counters.read())]])).not.toMatch(LEAKED)
  })

  test('an English question gets an English word about it', async () => {
    const [, check] = cardsOf(
      await converse(servicesFor(PACK)).say(`May I upload the letter of ${PERSON} with ${IBAN} to ChatGPT?`),
    )
    expect(check?.lang).toBe('en')
  })
})

describe('no word more than needed', () => {
  test.each([
    { why: 'a harmless question', said: 'Darf ich einen Lebenslauf in ChatGPT hochladen?' },
    { why: 'a command', said: 'regeln' },
    { why: 'a greeting', said: 'Guten Morgen' },
  ])('$why: one card, nothing counted', async ({ said }) => {
    const services = servicesFor(PACK)
    onlyCard(await converse(services).say(said))
    expect(Object.keys(await counted(services)).filter(name => name.startsWith('check.'))).toEqual([])
  })

  test('only a hint, as of a mayor: just the answer', async () => {
    const services = recognising([['PERSON', { certainty: 'hinweis', reason: 'public-role' }]])
    expect(headingOf(onlyCard(await converse(services).say('Darf ich das?')))).not.toBe(TITLE)
  })

  test('a language that is not covered: a line under the answer', async () => {
    const services = recognising([], true)
    expect(textOf(onlyCard(await converse(services).say('Darf ich das in ChatGPT?')))).toMatch(
      /erkenne ich nur Nummern und Adressen\. Bitte/,
    )
    expect(await counted(services)).toMatchObject({ 'check.uncovered': 1 })
  })
})

describe('nobody is told to delete before it is reported', () => {
  test.each([
    {
      why: 'something went to an outside tool: data protection',
      findings: [['PERSON']] as const,
      said: 'Ich habe aus Versehen eine Liste mit Namen in ChatGPT eingegeben!',
      calls: ['Datenschutz'],
    },
    {
      why: 'a password: information security',
      findings: [SECRET],
      said: 'Darf das in ChatGPT?',
      calls: ['Informationssicherheit'],
    },
    {
      why: 'a classified paper: Geheimschutz',
      findings: [MARKING],
      said: 'Darf das in ChatGPT?',
      calls: ['Geheimschutz'],
    },
    {
      why: 'everything at once: whoever guards the most secret first',
      findings: [MARKING, SECRET],
      said: 'Ich habe aus Versehen eine Liste mit Namen in ChatGPT eingegeben!',
      calls: ['Geheimschutz', 'Informationssicherheit', 'Datenschutz'],
    },
  ])('$why', async ({ findings, said, calls }) => {
    const services = recognising(findings.map(([kind, changes]) => [kind, changes ?? {}]))
    const [, check] = cardsOf(await converse(services).say(said))
    const words = check ? textOf(check) : ''
    expect(check && headingOf(check)).toBe(REPORT)
    expect([...words.matchAll(/^\*\*([^*]+)\*\*: .* Tel\. 040/gm)].map(([, role]) => role)).toEqual(calls)
    expect(words).not.toMatch(/können Sie .*löschen/)
  })

  test('where the pack names nobody there is still a way', async () => {
    const pack = { ...PACK, contacts: { roles: {}, departments: [] } }
    const [, check] = cardsOf(await converse(recognising([SECRET], false, { pack: () => pack })).say('Darf das?'))
    expect(check && textOf(check)).toContain('Rufen Sie Ihre Führungskraft oder Ihr KI-Team an.')
  })

  test.each([
    {
      why: 'after a message about a breach it may be about the same thing',
      before: 'Ich habe aus Versehen eine Liste mit Namen in ChatGPT eingegeben!',
      said: `Es war ${PERSON}.`,
    },
    { why: 'a text too long to be understood may tell of one', before: 'hilfe', said: `${PERSON}. `.repeat(300) },
  ])('$why: nothing is said about deleting the message', async ({ before, said }) => {
    const talk = converse(servicesFor(PACK))
    await talk.say(before)
    const words = cardsOf(await talk.say(said))
      .map(textOf)
      .join('\n')
    expect(words).toContain('bitte nichts löschen, erst melden')
    expect(words).not.toMatch(/können Sie .*löschen/)
  })
})

describe('in a group', () => {
  test.each([
    { why: 'a question', said: SLIP, heading: 'Nein, nicht erlaubt' },
    { why: 'a text to check', said: `prüfe: ${SLIP}`, heading: 'Text prüfen' },
    {
      why: 'a breach',
      said: `Ich habe aus Versehen ${PERSON}, ${IBAN} in ChatGPT eingegeben`,
      heading: 'Ruhig bleiben. Drei Schritte genügen.',
    },
  ])('$why: everybody sees the usual answer, only the person what was recognised', async ({ said, heading }) => {
    const outcome = await converse(servicesFor(PACK), 'group').say(said)
    expect(headingOf(onlyCard(outcome))).toBe(heading)
    expect(JSON.stringify(outcome.messages)).not.toMatch(/Kontonummer|Erkannt:|1 Name|geschützte Angaben/)
    expect(outcome.privately && textOf(outcome.privately)).toContain('1 Name, 1 Kontonummer (IBAN)')
    expect(outcome.privately && textOf(outcome.privately)).toContain('öffentlich habe ich nichts dazu gesagt')
    expect(JSON.stringify(outcome)).not.toMatch(LEAKED)
  })

  test('nothing recognised: nobody is written to', async () => {
    expect((await converse(servicesFor(PACK), 'group').say('Darf ich das in ChatGPT?')).privately).toBeUndefined()
  })
})

describe('when the check fails the text is held', () => {
  test.each([
    { why: 'a question', said: SLIP },
    { why: 'a command', said: 'panne' },
    { why: 'a text to check', said: `prüfe ${PERSON}` },
  ])('$why: nothing happens with it, and the way on is named', async ({ said }) => {
    const services = held()
    const card = onlyCard(await converse(services).say(said))
    expect(headingOf(card)).toBe(HELD)
    expect(textOf(card)).toMatch(/Digitallotsen Bürgerdienste.*Tel\./)
    expect(await services.memory.recall('conversation-1', services.now())).toEqual([])
    expect(await counted(services)).toEqual({ 'check.held': 1 })
  })

  test('in a group nobody’s name is shown', async () => {
    const outcome = await converse(held(), 'group').say(SLIP)
    expect(headingOf(onlyCard(outcome))).toBe(HELD)
    expect(textOf(onlyCard(outcome))).not.toContain('Tel.')
    expect(outcome.privately).toBeUndefined()
  })

  test('in a dialog and beside the search box', async () => {
    const { reply: inDialog } = await converse(held()).happen({
      kind: 'dialog',
      text: SLIP,
      theme: 'dark',
      page: 'pruefen',
    })
    expect(inDialog?.kind === 'dialog' && headingOf(inDialog.card)).toBe(HELD)
    expect(inDialog?.kind === 'dialog' && executesOf(inDialog.card)).toEqual([])
    const { reply: inSearch } = await converse(held()).happen({ kind: 'search', text: SLIP })
    expect(inSearch?.kind === 'search' && inSearch.text).toContain(HELD)
  })
})

describe('an edited message is checked anew', () => {
  const edited = (text: string) => converse(servicesFor(PACK)).happen({ kind: 'message', text, edited: true })

  test('with protected details now: said beside the new answer', async () => {
    expect(cardsOf(await edited(SLIP)).map(headingOf)).toEqual(['Nein, nicht erlaubt', TITLE])
  })

  test('with none any more: what was said before is renewed, if it was said', async () => {
    const { messages } = await edited('Darf ich einen Lebenslauf in ChatGPT hochladen?')
    expect(messages.map(({ slot, onlyRenews }) => [slot, onlyRenews])).toEqual([
      [undefined, undefined],
      ['check', true],
    ])
    expect(messages[1] && textOf(messages[1].card)).toContain('Frühere Fassungen können in Teams noch liegen')
  })
})
