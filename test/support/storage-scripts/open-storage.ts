// open-storage TARGET: opens a storage, says what came of it, closes it.
import { openStorage } from '../../../bot/storage/open.js'
import { targetOf } from './target-of.js'

const result = await openStorage(targetOf(process.argv[2]))
console.log(result.ok ? 'opened' : result.problem)
if (result.ok) await result.storage.close()
