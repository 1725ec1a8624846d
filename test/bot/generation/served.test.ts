import { expect, test } from '@jest/globals'
import { giveModels, settingName } from '../../../bot/generation/served.js'
import { musterstadt } from '../../support/musterstadt.js'
import { byId } from '../../support/small-pack.js'

test.each([
  { why: 'no key on this machine: no model, though the pack names one', keys: [], urls: [], url: undefined },
  { why: 'another tool’s key', keys: ['F13'], urls: [], url: undefined },
  { why: 'a key: the address of the pack', keys: ['MUCGPT'], urls: [], url: 'http://127.0.0.1:11434/v1' },
  {
    why: 'a key and another address',
    keys: ['MUCGPT'],
    urls: ['https://ki.example/v1'],
    url: 'https://ki.example/v1',
  },
  { why: 'an address alone is not enough', keys: [], urls: ['https://ki.example/v1'], url: undefined },
])('$why', async ({ keys, urls, url }) => {
  const pack = await musterstadt()
  giveModels(pack, {
    keys: new Map(keys.map(name => [name, 'key'])),
    urls: new Map(urls.map(address => ['MUCGPT', address])),
  })
  expect(byId(pack.tools, 'mucgpt').endpoint?.url).toBe(url)
})

test('the name of a setting', () => {
  expect(settingName('microsoft-365-copilot')).toBe('MICROSOFT_365_COPILOT')
})
