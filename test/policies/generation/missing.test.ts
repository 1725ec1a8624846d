import { describe, expect, test } from '@jest/globals'
import { missingFrom } from '../../../policies/generation/missing.js'
import { musterstadt } from '../../support/musterstadt.js'
import { byId } from '../../support/small-pack.js'

const { prompts } = await musterstadt()
const NOTHING = { material: '', wish: '', answers: {} }

describe('what a person still has to say', () => {
  test.each([
    { why: 'a draft needs kind and wish', purpose: 'entwerfen', given: NOTHING, missing: ['textart', 'wish'] },
    {
      why: 'a draft needs no text to work on',
      purpose: 'entwerfen',
      given: { ...NOTHING, wish: 'Sommerfest', answers: { textart: 'Aushang' } },
      missing: [],
    },
    { why: 'a summary needs a text', purpose: 'zusammenfassen', given: NOTHING, missing: ['material'] },
    {
      why: 'blank space is nothing',
      purpose: 'uebersetzen',
      given: { material: ' \n', wish: '', answers: { zielsprache: '\t' } },
      missing: ['zielsprache', 'material'],
    },
    {
      why: 'what may be left open',
      purpose: 'kuerzen',
      given: { material: 'Text', wish: '', answers: {} },
      missing: [],
    },
  ])('$why', ({ purpose, given, missing }) => {
    expect(missingFrom(byId(prompts, purpose), given)).toEqual(missing)
  })
})
