import { expect, test } from '@jest/globals'
import type { ChannelMessage } from '../../../../bot/identity/graph/policy-violation.js'
import { message } from '../../../support/activities.js'
import { hostBot } from '../../../support/bot-host.js'
import { fakeConnector } from '../../../support/fake-connector.js'
import { musterstadt } from '../../../support/musterstadt.js'
import { servicesFor } from '../../../support/scenes.js'

const PACK = await musterstadt()
const CHANNEL = '19:kanal@thread.tacv2'
const IN_CHANNEL = {
  id: '200',
  conversation: { id: `${CHANNEL};messageid=200`, conversationType: 'channel' },
  channelData: { team: { id: '19:team', aadGroupId: 'group-1' }, channel: { id: CHANNEL } },
}
const PASSWORD = 'Das Passwort für den Drucker: Tr0mpete!77sommer'

/** Which messages the bot asked to be hidden, and for which classes. */
async function hiddenBy(text: string, changes: Readonly<Record<string, unknown>>) {
  const connector = await fakeConnector()
  const hidden: { readonly where: ChannelMessage; readonly classes: readonly string[] }[] = []
  const bot = await hostBot(servicesFor(PACK), {
    mark: async (where, found) => {
      hidden.push({ where, classes: [...found].sort() })
      return { kind: 'marked' }
    },
  })
  const { status } = await bot.post(message(text, { ...changes, serviceUrl: connector.address }))
  await Promise.all([bot.close(), connector.close()])
  return { status, hidden }
}

test('a password in a channel: where it stands is named, and what kind of thing it is', async () => {
  expect(await hiddenBy(PASSWORD, IN_CHANNEL)).toEqual({
    status: 200,
    hidden: [{ where: { team: 'group-1', channel: CHANNEL, message: '200', root: undefined }, classes: ['SECRET'] }],
  })
})

test.each([
  { why: 'a question without anything in it', text: 'Darf ich KI nutzen?', changes: IN_CHANNEL },
  { why: 'a password in a chat of one’s own, which nobody else reads', text: PASSWORD, changes: {} },
])('$why: nothing is hidden', async ({ text, changes }) => {
  expect((await hiddenBy(text, changes)).hidden).toEqual([])
})
