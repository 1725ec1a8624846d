import type { Finding } from '../../policies/protect/index.js'

/** A finding as the engine gives it, with what a test cares about. */
export const finding = (wishes: Partial<Finding>): Finding => ({
  kind: 'PERSON',
  class: 'D2',
  replaceable: 'identifier',
  certainty: 'sicher',
  reason: 'known-name',
  start: 0,
  end: 5,
  ...wishes,
})

export const PERSON = finding({})
export const HINT = finding({ certainty: 'hinweis', reason: 'public-role' })
export const ILLNESS = finding({ kind: 'HEALTH', class: 'D3', replaceable: 'never', start: 10, end: 15 })
export const PASSWORD = finding({ kind: 'SECRET', class: 'SECRET', replaceable: 'never' })
export const STAMP = finding({ kind: 'CLASSIFICATION_MARKING', class: 'VS', replaceable: 'never' })
