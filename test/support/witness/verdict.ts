import { engineOf } from '../../../policies/protect/index.js'
import { musterstadt } from '../musterstadt.js'
import type { Written } from './output.js'
import { type Recognise, soughtIn } from './sought.js'
import { foundIn, reportOf, tracesOf } from './traces.js'
import { wordsOf } from './words.js'

let known: Promise<{ readonly words: ReadonlySet<string>; readonly recognise: Recognise }> | undefined

/** Read once for the tests of a file. */
async function read() {
  const pack = await musterstadt()
  const { scan } = engineOf(pack)
  const recognise: Recognise = text => scan(text).map(({ start, end }) => text.slice(start, end))
  return { words: wordsOf(pack), recognise }
}

/**
 * @param unused what stands there before anybody says anything: whatever is found in it is no trace
 * @throws where one of the texts, or a value the engine recognises in one, stands in what was written
 */
export async function verdictOn(
  texts: readonly string[],
  written: readonly Written[],
  unused: readonly Written[] = [],
): Promise<void> {
  known ??= read()
  const { words, recognise } = await known
  const all = soughtIn(texts, words, recognise)
  const before = new Set(foundIn(all, unused))
  const traces = tracesOf(
    all.filter(sought => !before.has(sought)),
    written,
  )
  if (traces.length > 0) throw new Error(`The service wrote down what it must not keep.\n${reportOf(traces)}`)
}
