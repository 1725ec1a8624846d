// Writes a folder of marked texts and what the engine says of them as JSON lines, for the scorer of the development
// sets: node dist/test/support/dump-corpus.js test/protect/corpus /tmp/gold.jsonl /tmp/predictions.jsonl
import { writeFileSync } from 'node:fs'
import { assess } from '../../policies/protect/index.js'
import { readCorpus } from './corpus.js'
import { baseEngine } from './protect-lists.js'

const [folder = '', gold = '', predictions = ''] = process.argv.slice(2)
const texts = readCorpus(folder)
const lines = (rows: readonly unknown[]): string => rows.map(row => `${JSON.stringify(row)}\n`).join('')
writeFileSync(gold, lines(texts))
writeFileSync(
  predictions,
  lines(
    texts.map(({ id, text }) => {
      const checked = baseEngine().check(text)
      const { verdict } = assess({ ...checked, tool: 'W1', declared: undefined, pseudonymisedInto: [] })
      return { id, spans: checked.findings.map(({ start, end, kind }) => ({ start, end, type: kind })), verdict }
    }),
  ),
)
