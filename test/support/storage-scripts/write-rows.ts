// write-rows TARGET NAME COUNT: stores COUNT rows, each acknowledged by a line once it is stored.
import { openStorage } from '../../../bot/storage/open.js'
import { targetOf } from './target-of.js'

const [place, name, count] = process.argv.slice(2)
const result = await openStorage(targetOf(place))
if (!result.ok) throw new Error(result.problem)
const { conversations } = result.storage.forMunicipality('neustadt')
console.log('opened')
for (let at = 0; at < Number(count); at++) {
  await conversations.save(`${name}-${at}`, JSON.stringify({ at, name, rest: 'x'.repeat(200) }), '2026-01-01')
  console.log(at)
}
await result.storage.close()
