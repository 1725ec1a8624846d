import { expect, test } from '@jest/globals'
import { channelMessageOf } from '../../../../bot/teams/sdk/channel-message.js'
import { Inbound } from '../../../../bot/teams/sdk/inbound.js'
import { edited, message, pressed } from '../../../support/activities.js'

const CHANNEL = '19:kanal@thread.tacv2'
const IN_CHANNEL = {
  id: '200',
  conversation: { id: `${CHANNEL};messageid=100`, conversationType: 'channel' },
  channelData: { team: { id: '19:team', aadGroupId: 'group-1' }, channel: { id: CHANNEL } },
}
const named = { team: 'group-1', channel: CHANNEL, message: '200' }

test.each([
  {
    why: 'a reply, below the message that opened the thread',
    given: message('x', IN_CHANNEL),
    as: { ...named, root: '100' },
  },
  {
    why: 'the message that opens a thread',
    given: message('x', { ...IN_CHANNEL, id: '100' }),
    as: { ...named, message: '100', root: undefined },
  },
  {
    why: 'a message of a client that does not name the thread',
    given: message('x', { ...IN_CHANNEL, conversation: { id: CHANNEL, conversationType: 'channel' } }),
    as: { ...named, root: undefined },
  },
  { why: 'an edited one', given: edited('x', IN_CHANNEL), as: { ...named, root: '100' } },
  { why: 'a button: nobody wrote', given: pressed('x', {}, IN_CHANNEL), as: undefined },
  { why: 'a chat of one’s own', given: message('x'), as: undefined },
  {
    why: 'a group chat',
    given: message('x', { ...IN_CHANNEL, conversation: { id: 'c', conversationType: 'groupChat' } }),
    as: undefined,
  },
  {
    why: 'a team whose group is not named',
    given: message('x', { ...IN_CHANNEL, channelData: { team: { id: '19:team' }, channel: { id: CHANNEL } } }),
    as: undefined,
  },
  { why: 'a message without an id', given: message('x', { ...IN_CHANNEL, id: undefined }), as: undefined },
])('$why', ({ given, as }) => {
  expect(channelMessageOf(Inbound.parse(given))).toEqual(as)
})
