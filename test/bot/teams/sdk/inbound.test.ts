import { describe, expect, test } from '@jest/globals'
import { Inbound, toTurn } from '../../../../bot/teams/sdk/inbound.js'
import { activity, BOT, edited, mention, message, pressed, USER } from '../../../support/activities.js'

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
    { why: 'a mention without text removes nothing', text: 'Darf ich?', entities: [{ ...mention(BOT), text: '' }], left: 'Darf ich?' },
    { why: 'a mention of nobody removes nothing', text: 'Darf ich?', entities: [{ type: 'mention', text: 'Darf' }], left: 'Darf ich?' },
    { why: 'other entities are no mentions', text: 'Darf ich?', entities: [{ type: 'clientInfo', locale: 'de-DE' }], left: 'Darf ich?' },
    { why: 'the blank Teams puts after a mention goes', text: '<at>KI-Kompass</at>&nbsp;regeln', entities: [mention(BOT)], left: 'regeln' },
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
    { why: 'a group chat, remembered for each person', type: 'groupChat', scope: 'group', conversation: `c|${USER.id}` },
    { why: 'a channel, remembered for each person', type: 'channel', scope: 'group', conversation: `c|${USER.id}` },
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
    { why: 'the first of several', attachments: [file('text/html'), file('image/*'), file('audio/ogg')], what: 'image' },
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

describe('kinds of events', () => {
  test.each([
    { why: 'an edited message', given: edited('Neu'), is: { kind: 'message', text: 'Neu', edited: true } },
    { why: 'a message taken back and restored asks nothing anew', given: edited('Alt', { channelData: { eventType: 'undeleteMessage' } }), is: { kind: 'other' } },
    { why: 'a deleted message', given: activity('messageDelete'), is: { kind: 'other' } },
    { why: 'a message without text', given: message('', { text: null }), is: asked('') },
    { why: 'a button', given: pressed('rule', { rule: 'x' }), is: { kind: 'button', verb: 'rule', data: { rule: 'x' } } },
    { why: 'a button of an older client, as a message', given: message('', { value: { verb: 'area', area: 'daten' } }), is: { kind: 'button', verb: 'area', data: { verb: 'area', area: 'daten' } } },
    { why: 'such a button without verb', given: message('', { value: { x: 1 } }), is: { kind: 'button', verb: '', data: { x: 1 } } },
    { why: 'a broken button', given: activity('invoke', { name: 'adaptiveCard/action', value: { action: 'rule' } }), is: { kind: 'button', verb: '', data: undefined } },
    { why: 'an invoke nobody knows', given: activity('invoke', { name: 'task/fetch' }), is: { kind: 'unknown-invoke', name: 'task/fetch' } },
    { why: 'an invoke without name', given: activity('invoke'), is: { kind: 'unknown-invoke', name: '' } },
    { why: 'we were added', given: activity('conversationUpdate', { membersAdded: [COLLEAGUE, BOT] }), is: { kind: 'joined' } },
    { why: 'somebody else was added', given: activity('conversationUpdate', { membersAdded: [COLLEAGUE] }), is: { kind: 'other' } },
    { why: 'somebody left', given: activity('conversationUpdate', { membersRemoved: [BOT] }), is: { kind: 'other' } },
    { why: 'we were removed', given: activity('installationUpdate', { action: 'remove' }), is: { kind: 'removed' } },
    { why: 'we were removed for an update', given: activity('installationUpdate', { action: 'remove-upgrade' }), is: { kind: 'removed' } },
    { why: 'we were installed; the welcome comes with the member', given: activity('installationUpdate', { action: 'add' }), is: { kind: 'other' } },
    { why: 'a reaction', given: activity('messageReaction'), is: { kind: 'other' } },
    { why: 'a kind of tomorrow', given: activity('hologram'), is: { kind: 'other' } },
  ])('$why', ({ given, is }) => {
    expect(event(given)).toEqual(is)
  })
})

describe('what is no activity', () => {
  test.each([
    { why: 'nothing', given: undefined },
    { why: 'a list', given: [message('Hallo')] },
    { why: 'no kind', given: { ...message('Hallo'), type: '' } },
    { why: 'no conversation', given: { ...message('Hallo'), conversation: undefined } },
    { why: 'a conversation without id', given: { ...message('Hallo'), conversation: { id: '' } } },
    { why: 'nobody who sent it', given: { ...message('Hallo'), from: undefined } },
    { why: 'nobody it is for', given: { ...message('Hallo'), recipient: {} } },
    { why: 'no address to answer to', given: { ...message('Hallo'), serviceUrl: undefined } },
    { why: 'an address that is no web address', given: { ...message('Hallo'), serviceUrl: 'file:///etc/passwd' } },
    { why: 'a text that is none', given: { ...message('Hallo'), text: 42 } },
    { why: 'members that are no list', given: activity('conversationUpdate', { membersAdded: 'KI-Kompass' }) },
    { why: 'entities that are no list', given: message('Hallo', { entities: {} }) },
  ])('$why', ({ given }) => {
    expect(Inbound.safeParse(given).success).toBe(false)
  })
})
