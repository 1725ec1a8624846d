import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals'
import type { Services } from '../../../../bot/teams/services.js'
import { indexOf } from '../../../../policies/answer/index.js'
import { engineOf } from '../../../../policies/protect/index.js'
import { activity, BOT, edited, invoked, mention, message, USER } from '../../../support/activities.js'
import { type BotHost, hostBot } from '../../../support/bot-host.js'
import { cardProblems } from '../../../support/card-rules.js'
import { type FakeConnector, fakeConnector, PRIVATE_CHAT } from '../../../support/fake-connector.js'
import { freshStore } from '../../../support/fresh-store.js'
import { musterstadt } from '../../../support/musterstadt.js'
import { IBAN, LEAKED, PERSON } from '../../../support/protected.js'
import { servicesFor, TAB, TEXT_PAGE } from '../../../support/scenes.js'

const PACK = await musterstadt()
const SLIP = `Darf ich den Brief von ${PERSON} mit der IBAN ${IBAN} in ChatGPT hochladen?`
const HARMLESS = 'Darf ich einen Lebenslauf in ChatGPT hochladen?'
const ANSWER = 'POST /v3/conversations/conversation-1/activities/message-1'
const FOUND = '1 Name, 1 Kontonummer (IBAN)'

let connector: FakeConnector
let bot: BotHost
let services: Services
const here = (change: object = {}) => ({ serviceUrl: connector.address, ...change })
const steps = () => connector.sent().map(({ method, path }) => `${method} ${path}`)
const summaries = () => connector.sent().map(({ activity: { summary } }) => summary)
const counted = async () => Object.fromEntries(await services.counters.read())

beforeAll(async () => {
  indexOf(PACK)
  engineOf(PACK)
  connector = await fakeConnector()
})
afterAll(() => connector.close())
beforeEach(async () => {
  connector.clear()
  services = servicesFor(PACK)
  bot = await hostBot(services)
})
afterEach(() => bot.close())

describe('a message with protected details', () => {
  test('gets its answer and a card about it, in its own chat', async () => {
    expect((await bot.post(message(SLIP, here()))).status).toBe(200)
    expect(steps()).toEqual([ANSWER, ANSWER])
    expect(summaries()).toEqual([expect.stringMatching(/^Nein, nicht erlaubt/), expect.stringContaining(FOUND)])
    for (const { activity: sent } of connector.sent())
      expect(sent.attachments.flatMap(({ content }) => cardProblems(content))).toEqual([])
  })

  test('that is changed has both renewed, each in its place', async () => {
    await bot.post(message(SLIP, here()))
    await bot.post(edited(`Und mit ${PERSON}?`, here()))
    await bot.post(edited(HARMLESS, here()))
    expect(steps()).toEqual([
      ANSWER,
      ANSWER,
      'PUT /v3/conversations/conversation-1/activities/reply-1',
      'PUT /v3/conversations/conversation-1/activities/reply-2',
      'PUT /v3/conversations/conversation-1/activities/reply-1',
      'PUT /v3/conversations/conversation-1/activities/reply-2',
    ])
    expect(summaries().at(-1)).toMatch(/^Nichts erkannt Nach Ihrer Änderung/)
  })

  test('that was harmless before gets the card about it now', async () => {
    await bot.post(message(HARMLESS, here()))
    await bot.post(edited(SLIP, here()))
    expect(steps()).toEqual([ANSWER, 'PUT /v3/conversations/conversation-1/activities/reply-1', ANSWER])
    expect(summaries().at(-1)).toContain(FOUND)
  })

  test('that stays harmless gets no second card', async () => {
    await bot.post(message(HARMLESS, here()))
    await bot.post(edited('Muss ich KI-Texte kennzeichnen?', here()))
    expect(steps()).toHaveLength(2)
  })

  test('of 100,000 characters is checked, and others are answered meanwhile', async () => {
    const long = bot.post(message(`${PERSON}, ${IBAN}. `.repeat(2400), here()))
    const begun = performance.now()
    expect((await fetch(`${bot.address}/healthz`)).status).toBe(200)
    expect(performance.now() - begun).toBeLessThan(2000)
    expect((await long).status).toBe(200)
    expect(summaries().at(-1)).toContain('2400 Namen')
  })
})

describe('in a channel', () => {
  const channel = { id: 'channel-1', conversationType: 'channel', tenantId: 'tenant-1' }
  const inChannel = (text: string) =>
    message(`<at>KI-Kompass</at> ${text}`, here({ conversation: channel, entities: [mention(BOT)] }))
  const PUBLIC = 'POST /v3/conversations/channel-1/activities/message-1'
  const PRIVATE = `POST /v3/conversations/${PRIVATE_CHAT}/activities`

  test('everybody sees the short answer, the person alone what was recognised', async () => {
    await bot.post(inChannel(SLIP))
    expect(steps()).toEqual([PUBLIC, 'POST /v3/conversations', PRIVATE])
    const [shown, opened, told] = connector.sent()
    expect(JSON.stringify(shown)).not.toMatch(/Kontonummer|Erkannt|geschützte Angaben/)
    expect(opened?.activity).toMatchObject({
      isGroup: false,
      members: [{ id: USER.id }],
      tenantId: 'tenant-1',
      channelData: { tenant: { id: 'tenant-1' } },
    })
    expect(told?.activity.summary).toContain(FOUND)
    expect(told?.activity).toMatchObject({ type: 'message', recipient: { id: USER.id } })
    expect(await counted()).toMatchObject({ 'check.found': 1, 'check.told': 1 })
  })

  test.each([
    { why: 'the person has not added us', refused: { 'POST /v3/conversations': 403 } },
    { why: 'the chat takes nothing', refused: { [PRIVATE]: 403 } },
  ])('$why: nothing is said in public, it is only counted', async ({ refused }) => {
    connector.refuse(refused)
    expect((await bot.post(inChannel(SLIP))).status).toBe(200)
    const shown = connector.sent().filter(({ path }) => path.includes('channel-1'))
    expect(shown).toHaveLength(1)
    expect(JSON.stringify(shown)).not.toMatch(/Kontonummer|Erkannt|geschützte Angaben|geklappt/)
    expect(await counted()).toMatchObject({ 'check.not-told': 1 })
    expect(bot.log()).toContain('"turn"')
  })

  test('a harmless question opens no chat', async () => {
    await bot.post(inChannel(HARMLESS))
    expect(steps()).toEqual([PUBLIC])
  })
})

describe('the message extension', () => {
  const invoke = async (name: string, value: unknown) => {
    const response = await bot.post(invoked(name, value, here()))
    const text = await response.text()
    return { status: response.status, text, body: text ? JSON.parse(text) : undefined }
  }
  const query = (text: string) =>
    invoke('composeExtension/query', { commandId: 'pruefen', parameters: [{ name: 'text', value: text }] })
  const aboutMessage = (content: string) => ({
    commandId: 'pruefen',
    commandContext: 'message',
    messagePayload: { body: { contentType: 'html', content } },
    context: { theme: 'dark' },
  })

  test('search: the card to share opens the page, what was recognised stands beside it only', async () => {
    const { status, text, body } = await query(SLIP)
    expect(status).toBe(200)
    const [result, ...others] = body.composeExtension.attachments
    expect(others).toEqual([])
    expect(body.composeExtension).toMatchObject({ type: 'result', attachmentLayout: 'list' })
    expect(cardProblems(result.content)).toEqual([])
    expect(JSON.stringify(result.content)).toContain(TEXT_PAGE)
    expect(JSON.stringify(result.content)).not.toContain('Kontonummer')
    expect(result.preview.content.text).toContain(FOUND)
    expect(text).not.toMatch(LEAKED)
  })

  test.each([
    { why: 'nothing typed yet', typed: '', says: /^Öffnet die Seite/ },
    {
      why: 'nothing recognised, which is no promise',
      typed: 'Die Sitzung beginnt.',
      says: /^Nichts erkannt\. Das heißt nicht/,
    },
  ])('search: $why', async ({ typed, says }) => {
    const { body } = await query(typed)
    expect(body.composeExtension.attachments[0].preview.content.text).toMatch(says)
  })

  test.each([
    {
      why: 'beside the compose box',
      name: 'composeExtension/fetchTask',
      value: { commandContext: 'compose', context: { theme: 'dark' } },
      theme: 'dark',
    },
    { why: 'from a card', name: 'task/fetch', value: { data: {}, context: { theme: 'contrast' } }, theme: 'contrast' },
    { why: 'without a look', name: 'task/fetch', value: undefined, theme: 'default' },
    {
      why: 'to write, from the card for drafts',
      name: 'task/fetch',
      value: { data: { page: 'schreiben' }, context: { theme: 'dark' } },
      theme: 'dark',
      title: 'Schreiben',
      page: 'schreiben',
    },
    { why: 'a part that is not for dialogs', name: 'task/fetch', value: { data: { page: 'daten' } }, theme: 'default' },
  ])('a dialog with the page: $why', async ({ name, value, theme, title = 'Text prüfen', page = 'pruefen' }) => {
    const { status, body } = await invoke(name, value)
    expect(status).toBe(200)
    expect(body.task.type).toBe('continue')
    expect(body.task.value).toMatchObject({ title, url: `${TAB}?theme=${theme}#/${page}` })
  })

  test.each([
    { why: 'as it opens', name: 'composeExtension/fetchTask' },
    { why: 'as it is handed over', name: 'composeExtension/submitAction' },
  ])('a dialog about a message, $why: what was recognised, nothing of the text', async ({ name }) => {
    const { status, text, body } = await invoke(name, aboutMessage(`<p>${PERSON}</p><p>${IBAN}</p>`))
    expect(status).toBe(200)
    expect(body.task.value.card.contentType).toBe('application/vnd.microsoft.card.adaptive')
    expect(cardProblems(body.task.value.card.content)).toEqual([])
    expect(text).toContain(FOUND)
    expect(text).toContain('Mit Platzhaltern statt der Angaben')
    expect(text).not.toContain('Action.Execute')
    expect(text).not.toMatch(LEAKED)
    expect(connector.sent()).toEqual([])
  })

  test('a form that hands over a text is answered in its dialog', async () => {
    const { text, body } = await invoke('composeExtension/submitAction', { data: { text: SLIP } })
    expect(body.task.type).toBe('continue')
    expect(text).toContain(FOUND)
    expect(text).not.toMatch(LEAKED)
  })

  test('a dialog that only closes is closed', async () => {
    expect(await invoke('composeExtension/submitAction', { data: {} })).toMatchObject({ status: 200, text: '' })
  })

  test.each(['composeExtension/query', 'composeExtension/fetchTask'])(
    '%s of somebody unknown shows the way on',
    async name => {
      const other = await hostBot(servicesFor(PACK, { principalOf: async () => undefined }))
      const response = await other.post(invoked(name, aboutMessage(SLIP), here()))
      await other.close()
      expect(await response.text()).toContain('Ich kenne Sie noch nicht')
      expect(connector.sent()).toEqual([])
    },
  )
})

describe('when the check fails', () => {
  test('the text is held: one card, nothing remembered, nothing logged of it', async () => {
    const keep = jest.fn(freshStore().memory.keep)
    const other = await hostBot(
      servicesFor(PACK, { checkText: async () => ({ kind: 'held' }), memory: { ...freshStore().memory, keep } }),
    )
    await other.post(message(SLIP, here()))
    await other.close()
    expect(summaries()).toEqual([expect.stringMatching(/^Ich konnte Ihre Nachricht nicht prüfen/)])
    expect(keep.mock.calls.map(([, { topic }]) => topic)).toEqual([undefined])
    expect(`${connector.wire()}${other.log()}`).not.toMatch(LEAKED)
  })
})

describe('nothing of a text appears anywhere', () => {
  const DOINGS: readonly { why: string; given: () => unknown }[] = [
    { why: 'a question', given: () => message(SLIP, here()) },
    { why: 'a statement', given: () => message(`${PERSON}, ${IBAN}`, here()) },
    { why: 'an account number without blanks', given: () => message(`DE02120300000000202051 Krüger, Birgit`, here()) },
    { why: 'a breach', given: () => message(`Ich habe ${PERSON}, ${IBAN} in ChatGPT eingegeben`, here()) },
    { why: 'a text to check', given: () => message(`prüfe ${PERSON}, ${IBAN}`, here()) },
    { why: 'a changed message', given: () => edited(SLIP, here()) },
    {
      why: 'in a group',
      given: () => message(SLIP, here({ conversation: { id: 'g', conversationType: 'groupChat' } })),
    },
    { why: 'a long text', given: () => message(`${SLIP} `.repeat(100), here()) },
    {
      why: 'a search',
      given: () => invoked('composeExtension/query', { parameters: [{ name: 'text', value: SLIP }] }, here()),
    },
    { why: 'a form', given: () => invoked('composeExtension/submitAction', { data: { text: SLIP } }, here()) },
    { why: 'an invoke nobody knows', given: () => activity('invoke', { name: 'x', value: SLIP, ...here() }) },
  ]

  test.each(DOINGS)('$why: not in answers, log, console, counters or memory', async ({ given }) => {
    const printed: unknown[] = []
    const watch = (stream: NodeJS.WriteStream) =>
      jest.spyOn(stream, 'write').mockImplementation((...words: unknown[]) => printed.push(words) > 0)
    const spies = [watch(process.stdout), watch(process.stderr)]
    const remembered: unknown[] = []
    const memory = freshStore().memory
    const watched = servicesFor(PACK, {
      memory: {
        ...memory,
        keep: async (...what) => void remembered.push(what, await memory.keep(...what)),
      },
    })
    const other = await hostBot(watched)
    const response = await other.post(given())
    const body = await response.text()
    await other.close()
    for (const spy of spies) spy.mockRestore()
    const counters = [...(await watched.counters.read())]
    const everything = { body, wire: connector.wire(), log: other.log(), printed, remembered, counters }
    for (const [name, part] of Object.entries(everything))
      expect({ name, part: typeof part === 'string' ? part : JSON.stringify(part) }).toEqual({
        name,
        part: expect.not.stringMatching(LEAKED),
      })
  })
})
