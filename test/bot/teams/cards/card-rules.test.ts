import { expect, test } from '@jest/globals'
import { card, execute, folded, text } from '../../../../bot/teams/cards/card.js'
import { cardProblems, MOST_ACTIONS, MOST_BYTES } from '../../../support/card-rules.js'
import { asJson } from '../../../support/card-text.js'

const part = folded('warum', 'Warum?', [text('Darum.')])
const SOUND = card('de', 'Ein Beispiel', [
  text('Ein Beispiel', { style: 'heading' }),
  { type: 'Image', url: 'data:image/png;base64,AAAA', altText: 'Ein Bild', width: '36px', height: '36px' },
  { type: 'ColumnSet', columns: [{ type: 'Column', width: 'auto', items: [text('In der Spalte')] }] },
  { type: 'ActionSet', actions: [part.button, execute('Ja', 'feedback', { helpful: true })] },
  part.box,
])

const withBody = (...body: object[]) => ({ ...asJson(SOUND), body })
const paragraph = { type: 'TextBlock', text: 'Text', wrap: true }
const image = { type: 'Image', url: 'data:image/png;base64,AAAA', altText: 'Bild', width: '1px', height: '1px' }
const press = { type: 'Action.Execute', title: 'Ja', verb: 'ja', data: {} }
const toggle = { type: 'Action.ToggleVisibility', title: 'Mehr', targetElements: ['mehr'] }
const box = { type: 'Container', id: 'mehr', isVisible: false, items: [paragraph] }
const actions = (...buttons: object[]) => ({ type: 'ActionSet', actions: buttons })

test('a sound card passes', () => {
  expect(cardProblems(SOUND)).toEqual([])
  expect(cardProblems(withBody(actions(toggle), box))).toEqual([])
})

test.each([
  {
    why: 'version 1.6, which Teams on mobile does not show',
    broken: { ...asJson(SOUND), version: '1.6' },
    says: /^version:/,
  },
  { why: 'no language for screen readers', broken: { ...asJson(SOUND), lang: undefined }, says: /^lang:/ },
  { why: 'nothing to read aloud', broken: { ...asJson(SOUND), speak: '' }, says: /^speak:/ },
  { why: 'an angle bracket where SSML may stand', broken: { ...asJson(SOUND), speak: 'a < b' }, says: /^speak:/ },
  { why: 'nothing for clients without cards', broken: { ...asJson(SOUND), fallbackText: ' ' }, says: /^fallbackText:/ },
  { why: 'another schema address', broken: { ...asJson(SOUND), $schema: 'http://example.org' }, says: /^\$schema:/ },
  {
    why: 'a property of Teams that other clients do not know',
    broken: { ...asJson(SOUND), msteams: {} },
    says: /msteams/,
  },
  { why: 'an empty card', broken: withBody(), says: /^body:/ },
  { why: 'a text cut off at the edge', broken: withBody({ ...paragraph, wrap: false }), says: /wrap/ },
  { why: 'an empty text', broken: withBody({ ...paragraph, text: ' ' }), says: /body\.0\.text/ },
  { why: 'a misspelt property', broken: withBody({ ...paragraph, colour: 'good' }), says: /colour/ },
  { why: 'a value Adaptive Cards do not know', broken: withBody({ ...paragraph, size: 'huge' }), says: /size/ },
  { why: 'an element outside our part', broken: withBody({ type: 'Input.Text', id: 'x' }), says: /body\.0/ },
  { why: 'a picture without words', broken: withBody({ ...image, altText: '' }), says: /altText/ },
  {
    why: 'a picture loaded from elsewhere',
    broken: withBody({ ...image, url: 'https://example.org/a.png' }),
    says: /url/,
  },
  { why: 'a button without verb', broken: withBody(actions({ ...press, verb: '' })), says: /verb/ },
  { why: 'a button without title', broken: withBody(actions({ ...press, title: '' })), says: /title/ },
  { why: 'a button without data', broken: withBody(actions({ ...press, data: undefined })), says: /data/ },
  {
    why: 'a button of an older kind',
    broken: withBody(actions({ ...press, type: 'Action.Submit' })),
    says: /actions\.0/,
  },
  {
    why: 'a link to nowhere',
    broken: withBody(actions({ type: 'Action.OpenUrl', title: 'Seite' })),
    says: /url/,
  },
  {
    why: 'a link that is no web address',
    broken: withBody(actions({ type: 'Action.OpenUrl', title: 'Seite', url: 'javascript:alert(1)' })),
    says: /url/,
  },
  {
    why: 'a button of an older kind that opens no dialog',
    broken: withBody(actions({ type: 'Action.Submit', title: 'Fenster', data: { msteams: { type: 'imBack' } } })),
    says: /msteams/,
  },
  {
    why: 'more buttons in a row than Teams shows',
    broken: withBody(actions(...Array.from({ length: MOST_ACTIONS + 1 }, () => press))),
    says: /actions: .*6/,
  },
  { why: 'a row without buttons', broken: withBody(actions()), says: /actions/ },
  { why: 'a button that opens nothing', broken: withBody(actions(toggle)), says: /nothing has the id mehr/ },
  { why: 'an id that stands twice', broken: withBody(actions(toggle), box, box), says: /id mehr stands twice/ },
  {
    why: 'an id that stands twice, once inside a column',
    broken: withBody(actions(toggle), box, {
      type: 'ColumnSet',
      columns: [{ type: 'Column', width: 'auto', items: [box] }],
    }),
    says: /id mehr stands twice/,
  },
  { why: 'folded text no button opens', broken: withBody(box), says: /no button opens mehr/ },
  {
    why: 'a text too long for a webhook',
    broken: withBody({ ...paragraph, text: 'ä'.repeat(MOST_BYTES / 2) }),
    says: /bytes/,
  },
])('refuses $why', ({ broken, says }) => {
  expect(cardProblems(broken).join('\n')).toMatch(says)
})
