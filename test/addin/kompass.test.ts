import { describe, expect, test } from '@jest/globals'
import { createSearch } from '../../addin/kompass/search.js'
import { kompassView } from '../../bot/api/kompass-view.js'
import { musterstadt } from '../support/musterstadt.js'

describe('searching the Kompass', () => {
  test.each<[string, string, string]>([
    ['anonymisieren', 'anonymisieren', 'the word of the title'],
    ['ANONYMISIEREN', 'anonymisieren', 'in capitals'],
    ['schwaerzen', 'anonymisieren', 'a word people use, without the umlaut'],
    ['anonymisiren', 'anonymisieren', 'with a slip'],
    ['anonym', 'anonymisieren', 'its beginning'],
    ['kennzeichnung', 'kennzeichnung', 'another form of the title'],
    ['Panne', 'datenpanne-melden', 'part of what people say'],
  ])('%s finds %s among the first three: %#', async (query, id) => {
    const search = createSearch(kompassView(await musterstadt()).rules)
    expect(search(query).slice(0, 3)).toContain(id)
  })

  test('two words narrow the hits; where no rule has both, either counts', async () => {
    const search = createSearch(kompassView(await musterstadt()).rules)
    const both = search('bilder kennzeichnen')
    expect(both.length).toBeGreaterThan(0)
    expect(both.length).toBeLessThan(search('bilder').length + search('kennzeichnen').length)
    expect(search('anonymisieren quastenflosser')).toEqual(expect.arrayContaining([...search('anonymisieren')]))
  })

  test('what nobody says finds nothing', async () => {
    const search = createSearch(kompassView(await musterstadt()).rules)
    expect(search('quastenflosser')).toEqual([])
    expect(search('  ')).toEqual([])
  })
})
