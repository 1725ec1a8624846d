// npm run bench [-- name] [--json]: the measurements. Times belong here, npm test holds only ratios.
import { answerBench } from './answer.js'
import { gatewayBench } from './gateway.js'
import { leaksBench } from './leaks.js'
import { learnBench } from './learn.js'
import type { Bench, Figure } from './measure.js'
import { paneBench } from './pane.js'
import { protectBench } from './protect.js'
import { protectBrowserBench } from './protect-browser.js'
import { storageBench } from './storage.js'
import { turnsBench } from './turns.js'

const BENCHES: readonly Bench[] = [
  learnBench,
  answerBench,
  protectBench,
  protectBrowserBench,
  paneBench,
  storageBench,
  leaksBench,
  gatewayBench,
  turnsBench,
]

const args = process.argv.slice(2)
const wanted = args.find(arg => !arg.startsWith('--'))
if (wanted === 'fit') await import('./fit.js')
else {
  for (const bench of BENCHES.filter(({ name }) => wanted === undefined || name === wanted)) {
    const figures = await bench.run()
    if (args.includes('--json')) console.log(JSON.stringify({ bench: bench.name, figures }))
    else
      for (const figure of figures) {
        const { name, value, unit } = figure
        console.log(`${bench.name}: ${name.padEnd(62)} ${value.toFixed(2).padStart(9)} ${unit}${limits(figure)}`)
      }
  }
}

function limits({ value, most, least }: Figure): string {
  const above = most === undefined ? '' : value <= most ? ` (at most ${most})` : ` (at most ${most}: EXCEEDED)`
  const below = least === undefined ? '' : value >= least ? ` (at least ${least})` : ` (at least ${least}: MISSED)`
  return above + below
}
