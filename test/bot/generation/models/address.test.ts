import { expect, test } from '@jest/globals'
import { isLocal } from '../../../../bot/generation/models/address.js'
import { endpointAt } from '../../../support/model-server.js'

test.each([
  { why: 'this machine', url: 'http://127.0.0.1:11434/v1', local: true },
  { why: 'by another of its addresses', url: 'http://127.8.0.1/v1', local: true },
  { why: 'written in another way', url: 'http://2130706433/v1', local: true },
  { why: 'in IPv6', url: 'http://[::1]:8080/v1', local: true },
  { why: 'by name', url: 'http://localhost:8080/v1', local: true },
  { why: 'a name that begins like it', url: 'http://127.0.0.1.example/v1', local: false },
  { why: 'a name that ends like it', url: 'http://ki.localhost.example/v1', local: false },
  { why: 'a user that looks like it', url: 'http://localhost@ki.example/v1', local: false },
  { why: 'a neighbour', url: 'http://10.0.0.5/v1', local: false },
])('a model here or elsewhere: $why', ({ url, local }) => {
  expect(isLocal(endpointAt(url))).toBe(local)
})
