import { describe, expect, test } from '@jest/globals'
import { Inbound, toTurn } from '../../../../bot/teams/sdk/inbound.js'
import { activity, BOT, edited, invoked, message, pressed } from '../../../support/activities.js'

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

describe('message extensions and dialogs', () => {
  const typed = (...parameters: unknown[]) => invoked('composeExtension/query', { commandId: 'pruefen', parameters })
  const body = (content: string, contentType = 'text') => ({ messagePayload: { body: { contentType, content } } })

  test.each([
    {
      why: 'typed into the search box',
      given: typed({ name: 'text', value: 'Hallo' }),
      is: { kind: 'search', text: 'Hallo' },
    },
    {
      why: 'the box was opened',
      given: typed({ name: 'initialRun', value: 'true' }),
      is: { kind: 'search', text: '' },
    },
    { why: 'a value that is no text', given: typed({ name: 'text', value: 42 }), is: { kind: 'search', text: '' } },
    {
      why: 'a search without anything',
      given: invoked('composeExtension/query', null),
      is: { kind: 'search', text: '' },
    },
    {
      why: 'the action beside the compose box, in a dark Teams',
      given: invoked('composeExtension/fetchTask', { commandContext: 'compose', context: { theme: 'dark' } }),
      is: { kind: 'dialog', text: '', theme: 'dark', page: 'pruefen' },
    },
    {
      why: 'a look that does not exist: as usual',
      given: invoked('composeExtension/fetchTask', { context: { theme: '"><script>' } }),
      is: { kind: 'dialog', text: '', theme: 'default', page: 'pruefen' },
    },
    {
      why: 'the action on a message',
      given: invoked('composeExtension/fetchTask', body(' Hallo Birgit ')),
      is: { kind: 'dialog', text: 'Hallo Birgit', theme: 'default', page: 'pruefen' },
    },
    {
      why: 'a formatted message',
      given: invoked('composeExtension/fetchTask', body('<div>Hallo <b>Bir</b>git<br>Kr&uuml;ger</div>', 'html')),
      is: { kind: 'dialog', text: 'Hallo Birgit\nKrüger', theme: 'default', page: 'pruefen' },
    },
    {
      why: 'a message with a subject, which counts as well',
      given: invoked('composeExtension/fetchTask', {
        messagePayload: { subject: 'Birgit', body: { contentType: 'text', content: 'Krüger' } },
      }),
      is: { kind: 'dialog', text: 'Birgit\n\nKrüger', theme: 'default', page: 'pruefen' },
    },
    {
      why: 'a message that is a picture: the page',
      given: invoked('composeExtension/fetchTask', body('<img src="https://example.org/a.png">', 'html')),
      is: { kind: 'dialog', text: '', theme: 'default', page: 'pruefen' },
    },
    {
      why: 'a button on a card',
      given: invoked('task/fetch', { data: {} }),
      is: { kind: 'dialog', text: '', theme: 'default', page: 'pruefen' },
    },
    {
      why: 'a form that hands over a text',
      given: invoked('composeExtension/submitAction', { data: { text: 'Hallo' } }),
      is: { kind: 'dialog', text: 'Hallo', theme: 'default', page: 'pruefen' },
    },
    {
      why: 'a message handed over at once',
      given: invoked('composeExtension/submitAction', { ...body('Hallo'), data: {} }),
      is: { kind: 'dialog', text: 'Hallo', theme: 'default', page: 'pruefen' },
    },
    {
      why: 'a dialog that says nothing',
      given: invoked('composeExtension/submitAction', { data: 'zu' }),
      is: { kind: 'done' },
    },
    { why: 'a dialog from a card that says nothing', given: invoked('task/submit', undefined), is: { kind: 'done' } },
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
