// For trying out: echo "Text" | node dist/test/support/show-findings.js prints what the engine finds.
import { readFileSync } from 'node:fs'
import { baseEngine } from './protect-lists.js'

const text = readFileSync(0, 'utf8')
for (const { kind, start, end, certainty, reason } of baseEngine().scan(text)) {
  console.log(`${kind}\t${certainty}\t${reason}\t${start}-${end}\t${JSON.stringify(text.slice(start, end))}`)
}
