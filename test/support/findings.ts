import type { Finding, Kind } from '../../policies/protect/index.js'

/** A sure finding of a kind, for tests that need no text. */
export const finding = (kind: Kind, changes: Partial<Finding> = {}): Finding => ({
  kind,
  start: 0,
  end: 1,
  class: 'D2',
  certainty: 'sicher',
  reason: 'form',
  replaceable: 'identifier',
  ...changes,
})
