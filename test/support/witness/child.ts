// Loaded before a service in a process of its own: writes down what the service is told, piece by piece and at once, so that
// it is known also where the process is killed.
import { appendFileSync } from 'node:fs'
import { overhear } from './exchange.js'

/** Outside of what the service writes. */
const file = process.env.TEST_WITNESS_FILE
if (!file) throw new Error('where to?')
overhear(({ bytes, ...piece }) =>
  appendFileSync(file, `${JSON.stringify({ ...piece, bytes: bytes.toString('base64') })}\n`),
)
