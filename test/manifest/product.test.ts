import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { LEAST_WORD } from '../../addin/office/word/capabilities.js'
import { routeOf } from '../../addin/tab/route.js'
import { PANE } from '../../addin/texts/index.js'
import { toTurn } from '../../bot/teams/sdk/inbound.js'
import { readConfig } from '../../manifest/config.js'
import { teamsManifest } from '../../manifest/teams.js'
import { TEXTS } from '../../manifest/texts.js'
import { LEAST_WORD_API } from '../../manifest/word-extension.js'
import { invoked } from '../support/activities.js'
import { EXAMPLE } from './packaged.js'

const read = readConfig('musterstadt.yaml', readFileSync(EXAMPLE, 'utf8'))
if (!read.ok) throw new Error('the example is broken')
const manifest = teamsManifest(read.config, '1.0.0', 'de')

test('every tab is a page there is', () => {
  const pages = manifest.staticTabs.flatMap(({ entityId, contentUrl }) =>
    contentUrl ? [{ entityId, contentUrl }] : [],
  )
  expect(pages.length).toBeGreaterThan(0)
  for (const { entityId, contentUrl } of pages) {
    const { pathname, hash } = new URL(contentUrl)
    expect({ pathname, route: routeOf(hash) }).toEqual({ pathname: '/tab/', route: { page: entityId } })
  }
})

test('the packages ask for the Word the pane asks for', () => {
  expect(LEAST_WORD_API).toBe(LEAST_WORD)
})

test.each(['de', 'en'] as const)('the tooltip in %s names the button of the pane as it is written there', language => {
  expect(TEXTS[language].menu.itemTooltip).toContain(PANE[language].takeSelection)
})

const COMMANDS = manifest.composeExtensions?.flatMap(({ commands }) => commands) ?? []

/** What Teams sends when a command of the message extension is used. */
const sentFor = (id: string, type: 'query' | 'action') =>
  type === 'query'
    ? invoked('composeExtension/query', { commandId: id, parameters: [{ name: 'text', value: 'Hallo' }] })
    : invoked('composeExtension/fetchTask', {
        commandId: id,
        messagePayload: { body: { contentType: 'text', content: 'Hallo' } },
      })

test.each(COMMANDS)('the bot understands the command $id of the message extension', ({ id, type, parameters = [] }) => {
  const { event } = toTurn(sentFor(id, type))
  expect(event).toMatchObject({ kind: type === 'query' ? 'search' : 'dialog', text: 'Hallo' })
  // The name under which Teams says that nothing was typed yet is taken.
  expect(parameters.map(({ name }) => name)).not.toContain('initialRun')
})

test('what opens without being asked for shows something at once', () => {
  expect(COMMANDS.filter(({ type }) => type === 'query')).toEqual([expect.objectContaining({ initialRun: true })])
  expect(COMMANDS.filter(({ type }) => type === 'action')).toEqual([expect.objectContaining({ fetchTask: true })])
})
