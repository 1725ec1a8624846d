import { describe, expect, test } from '@jest/globals'
import { Inbound, toTurn } from '../../../../bot/teams/sdk/inbound.js'
import { activity, BOT, edited, message, pressed } from '../../../support/activities.js'

const COLLEAGUE = { id: '29:user-2', name: 'Jonas Feldmann' }
const event = (given: unknown) => toTurn(Inbound.parse(given)).event

describe('kinds of events', () => {
  test.each([
    { why: 'an edited message', given: edited('Neu'), is: { kind: 'message', text: 'Neu', edited: true } },
    {
      why: 'a message taken back and restored asks nothing anew',
      given: edited('Alt', { channelData: { eventType: 'undeleteMessage' } }),
      is: { kind: 'other' },
    },
    { why: 'a deleted message', given: activity('messageDelete'), is: { kind: 'other' } },
    {
      why: 'a message without text',
      given: message('', { text: null }),
      is: { kind: 'message', text: '', edited: false },
    },
    {
      why: 'a button',
      given: pressed('rule', { rule: 'x' }),
      is: { kind: 'button', verb: 'rule', data: { rule: 'x' } },
    },
    {
      why: 'a button of an older client, as a message',
      given: message('', { value: { verb: 'area', area: 'daten' } }),
      is: { kind: 'button', verb: 'area', data: { verb: 'area', area: 'daten' } },
    },
    {
      why: 'such a button without verb',
      given: message('', { value: { x: 1 } }),
      is: { kind: 'button', verb: '', data: { x: 1 } },
    },
    {
      why: 'a broken button',
      given: activity('invoke', { name: 'adaptiveCard/action', value: { action: 'rule' } }),
      is: { kind: 'button', verb: '', data: undefined },
    },
    {
      why: 'an invoke nobody knows',
      given: activity('invoke', { name: 'fileConsent/invoke' }),
      is: { kind: 'unknown-invoke', name: 'fileConsent/invoke' },
    },
    { why: 'an invoke without name', given: activity('invoke'), is: { kind: 'unknown-invoke', name: '' } },
    {
      why: 'we were added',
      given: activity('conversationUpdate', { membersAdded: [COLLEAGUE, BOT] }),
      is: { kind: 'joined' },
    },
    {
      why: 'somebody else was added',
      given: activity('conversationUpdate', { membersAdded: [COLLEAGUE] }),
      is: { kind: 'other' },
    },
    { why: 'somebody left', given: activity('conversationUpdate', { membersRemoved: [BOT] }), is: { kind: 'other' } },
    { why: 'we were removed', given: activity('installationUpdate', { action: 'remove' }), is: { kind: 'removed' } },
    {
      why: 'we were removed for an update',
      given: activity('installationUpdate', { action: 'remove-upgrade' }),
      is: { kind: 'removed' },
    },
    {
      why: 'we were installed; the welcome comes with the member',
      given: activity('installationUpdate', { action: 'add' }),
      is: { kind: 'other' },
    },
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
