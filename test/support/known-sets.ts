// The questions and texts of every evaluation set, as hashes only: none of them may stand in a pack, an example or a text
// for development, or the measurement would be of memory. To add a set: npm run known-sets -- path/to/set.jsonl (appends its
// hashes to known-sets.txt). Rows are {"id","q"}, {"id","turns"} or {"id","text"}.
import { createHash } from 'node:crypto'
import { appendFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { packageRoot } from '../../bot/paths.js'
import { plainWords } from '../../policies/language/fold.js'

/** The same question written with other capitals, umlauts or punctuation has the same hash. */
export function questionHash(question: string): string {
  const plain = plainWords(question)
  return createHash('sha256').update(plain).digest('hex').slice(0, 16)
}

const FILE = join(packageRoot(), 'test/support/known-sets.txt')

export const knownHashes = (): Set<string> => new Set(readFileSync(FILE, 'utf8').split('\n').filter(Boolean))

function questionsIn(file: string): string[] {
  const rows = readFileSync(file, 'utf8').split('\n').filter(Boolean)
  return rows.flatMap(row => {
    const { q, text, turns = [] } = JSON.parse(row) as { q?: string; text?: string; turns?: string[] }
    return [q, text, ...turns].filter(one => one !== undefined)
  })
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const known = knownHashes()
  const fresh = process.argv.slice(2).flatMap(questionsIn).map(questionHash)
  appendFileSync(
    FILE,
    [...new Set(fresh)]
      .filter(hash => !known.has(hash))
      .map(hash => `${hash}\n`)
      .join(''),
  )
}
