// open-storage TARGET [nobody]: opens a storage, says what came of it, closes it. Root may write everything; nobody may not.
import { openStorage } from '../../../bot/storage/open.js'
import { targetOf } from './target-of.js'

const NOBODY = 65_534
const [place, who] = process.argv.slice(2)
if (who === 'nobody' && process.getuid?.() === 0) {
  process.setgid?.(NOBODY)
  process.setuid?.(NOBODY)
}
const result = await openStorage(targetOf(place))
console.log(result.ok ? 'opened' : result.problem)
if (result.ok) await result.storage.close()
