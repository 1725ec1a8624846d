import { describe, expect, test } from '@jest/globals'
import { Inbound, toTurn } from '../../../../bot/teams/sdk/inbound.js'
import { BOT, mention, message, USER } from '../../../support/activities.js'

const COLLEAGUE = { id: '29:user-2', name: 'Jonas Feldmann' }
const read = (given: unknown) => toTurn(Inbound.parse(given))
const event = (given: unknown) => read(given).event
const asked = (text: string) => ({ kind: 'message', text, edited: false })

describe('mentions', () => {
  test.each([
    {
      why: 'our own in front goes: it is how a channel addresses us',
      text: '<at>KI-Kompass</at> Darf ich das?',
      entities: [mention(BOT)],
      left: 'Darf ich das?',
    },
    {
      why: 'our own goes wherever and however often it stands',
      text: 'Hallo <at>KI-Kompass</at>, darf ich das, <at>KI-Kompass</at>?',
      entities: [mention(BOT)],
      left: 'Hallo  , darf ich das,  ?',
    },
    {
      why: 'a colleague stays in the sentence, without the tag',
      text: '<at>KI-Kompass</at> Darf <at>Jonas Feldmann</at> das?',
      entities: [mention(BOT), mention(COLLEAGUE)],
      left: 'Darf  Jonas Feldmann  das?',
    },
    {
      why: 'our name as a plain word stays',
      text: 'Was ist der KI-Kompass?',
      entities: [mention(COLLEAGUE)],
      left: 'Was ist der KI-Kompass?',
    },
    {
      why: 'a mention without text removes nothing',
      text: 'Darf ich?',
      entities: [{ ...mention(BOT), text: '' }],
      left: 'Darf ich?',
    },
    {
      why: 'a mention of nobody removes nothing',
      text: 'Darf ich?',
      entities: [{ type: 'mention', text: 'Darf' }],
      left: 'Darf ich?',
    },
    {
      why: 'other entities are no mentions',
      text: 'Darf ich?',
      entities: [{ type: 'clientInfo', locale: 'de-DE' }],
      left: 'Darf ich?',
    },
    {
      why: 'the blank Teams puts after a mention goes',
      text: '<at>KI-Kompass</at>&nbsp;regeln',
      entities: [mention(BOT)],
      left: 'regeln',
    },
    { why: 'only our name leaves nothing', text: '<at>KI-Kompass</at> ', entities: [mention(BOT)], left: '' },
  ])('$why', ({ text, entities, left }) => {
    expect(event(message(text, { entities }))).toEqual(asked(left))
  })
})

describe('where a turn plays', () => {
  const inside = (conversationType: string | undefined) =>
    read(message('Hallo', { conversation: { id: 'c', ...(conversationType ? { conversationType } : {}) } }))

  test.each([
    { why: 'a personal chat', type: 'personal', scope: 'personal', conversation: 'c' },
    { why: 'a client that does not say', type: undefined, scope: 'personal', conversation: 'c' },
    {
      why: 'a group chat, remembered for each person',
      type: 'groupChat',
      scope: 'group',
      conversation: `c|${USER.id}`,
    },
    { why: 'a channel, remembered for each person', type: 'channel', scope: 'group', conversation: `c|${USER.id}` },
    { why: 'a kind nobody knows yet: others may read there', type: 'x', scope: 'group', conversation: `c|${USER.id}` },
  ])('$why', ({ type, scope, conversation }) => {
    expect(inside(type)).toMatchObject({ scope, conversation })
  })

  test('the person is known by the directory id, where there is one', () => {
    expect(read(message('Hallo')).user).toBe(USER.aadObjectId)
    expect(read(message('Hallo', { from: { id: '29:guest' } })).user).toBe('29:guest')
  })

  test('a message without an id can be answered, only not edited', () => {
    expect(read(message('Hallo', { id: undefined })).message).toBe('')
  })
})

describe('attachments', () => {
  const file = (contentType: string) => ({ contentType, name: 'Anlage' })

  test.each([
    { why: 'a file', attachments: [file('application/vnd.microsoft.teams.file.download.info')], what: 'file' },
    { why: 'a picture', attachments: [file('image/png')], what: 'image' },
    { why: 'a voice message', attachments: [file('audio/ogg')], what: 'voice' },
    {
      why: 'the first of several',
      attachments: [file('text/html'), file('image/*'), file('audio/ogg')],
      what: 'image',
    },
  ])('$why is recognised', ({ attachments, what }) => {
    expect(event(message('', { attachments }))).toEqual({ kind: 'attachment', what })
  })

  test.each([
    { why: 'the formatted text once more is no file', attachments: [file('text/html')] },
    { why: 'something without a kind is no file', attachments: [{}] },
    { why: 'none at all', attachments: null },
    { why: 'a question beside a file is answered as a question', attachments: [file('image/png')] },
  ])('$why', ({ attachments }) => {
    expect(event(message('Darf ich das?', { attachments }))).toEqual(asked('Darf ich das?'))
  })
})
