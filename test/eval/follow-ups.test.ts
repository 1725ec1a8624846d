import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { loadPack } from '../../bot/packs/folder.js'
import { packsFolder } from '../../bot/paths.js'
import { answerTo, lightOf, TODAY } from '../support/own-sets.js'

const { result } = await loadPack(join(packsFolder(), 'basis'), TODAY)
if (!result.ok) throw new Error('pack does not check clean')
const { pack } = result.built

test.each([
  {
    why: 'names to be replaced: how, instead of no',
    turns: ['Kann ich einen Bürgerbrief in die KI geben?', 'Und wenn ich die Namen schwärze?'],
    rule: 'anonymisieren',
    light: 'auflagen',
  },
  {
    why: 'what stays secret without names stays forbidden',
    turns: ['Darf ich ein Attest in die KI hochladen?', 'Und wenn ich die Namen schwärze?'],
    rule: 'anonymisieren',
    light: 'verboten',
  },
  {
    why: 'another purpose for the same paper',
    turns: ['Darf ich einen Bericht mit KI zusammenfassen?', 'Und übersetzen?'],
    rule: 'uebersetzen',
    light: 'auflagen',
  },
  {
    why: 'worse data than before',
    turns: ['Darf ich einen Brief mit KI formulieren?', 'Und wenn eine Krankschreibung drinsteht?'],
    rule: 'besondere-kategorien',
    light: 'verboten',
  },
])('$why', ({ turns, rule, light }) => {
  const given = answerTo({ q: '', turns }, pack)
  expect({ rule: given.ranked[0], light: lightOf(given) }).toEqual({ rule, light })
})
