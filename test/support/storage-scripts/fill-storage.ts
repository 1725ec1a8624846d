// fill-storage FILE: stores until it is told that nothing more can be stored.
import { openStorage } from '../../../bot/storage/open.js'
import { targetOf } from './target-of.js'

const result = await openStorage(targetOf(process.argv[2]))
if (!result.ok) throw new Error(result.problem)
const { conversations } = result.storage.forMunicipality('neustadt')
try {
  for (let at = 0; at < 10_000; at++) await conversations.save(`person-${at}`, 'x'.repeat(1000), '2026-01-01')
  console.log('endless')
} catch (error) {
  console.log(error instanceof Error ? error.name : error)
}
