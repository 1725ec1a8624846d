import { readFileSync, statSync } from 'node:fs'
import type { ReadText } from './read.js'

/** A key, a certificate or a list of municipalities; whatever is larger was named by mistake. */
const LARGEST = 2 ** 20

export const readText: ReadText = path => {
  try {
    const { size } = statSync(path)
    return size > LARGEST ? undefined : readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
