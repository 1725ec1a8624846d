import type { FalseAlarm } from '../../policies/contract.js'
import { type Send, tell } from './send.js'

/** Tells of a false alarm; whether it was counted. */
export const reportOver =
  (send: Send) =>
  async (alarm: FalseAlarm): Promise<boolean> =>
    (await tell(send, '/api/false-alarm', alarm)).ok
