import { engineOf } from '../../../policies/protect/index.js'
import { musterstadt } from '../musterstadt.js'
import type { Written } from './output.js'
import { type Recognise, soughtIn } from './sought.js'
import { reportOf, tracesOf } from './traces.js'
import { wordsOf } from './words.js'

let known: Promise<{ readonly words: ReadonlySet<string>; readonly recognise: Recognise }> | undefined

/** Read once for the tests of a file. */
async function read() {
  const pack = await musterstadt()
  const { scan } = engineOf(pack)
  const recognise: Recognise = text => scan(text).map(({ start, end }) => text.slice(start, end))
  return { words: wordsOf(pack), recognise }
}

/** @throws where one of the texts, or a value the engine recognises in one, stands in what was written */
export async function verdictOn(texts: readonly string[], written: readonly Written[]): Promise<void> {
  known ??= read()
  const { words, recognise } = await known
  const traces = tracesOf(soughtIn(texts, words, recognise), written)
  if (traces.length > 0)
    (await import('node:fs')).writeFileSync(
      '/tmp/w/t.json',
      JSON.stringify({
        texts,
        log: written
          .filter(w => w.place === 'log')
          .map(w => String(w.text))
          .join(''),
      }),
    )
  if (traces.length > 0) throw new Error(`The service wrote down what it must not keep.\n${reportOf(traces)}`)
}
