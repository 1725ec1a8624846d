import type { ProgramToken } from '../../bot/storage/store.js'

/** A token that may be used, with what a test is about changed. */
export const programToken = (own: Partial<ProgramToken> = {}): ProgramToken => ({
  name: 'open-webui',
  digest: 'ab'.repeat(32),
  tools: ['mucgpt'],
  purposes: ['entwerfen', 'zusammenfassen'],
  procedure: undefined,
  declared: 'D1',
  answersFor: 'Amt 11, Frau X',
  onFound: 'replace',
  perMinute: 60,
  since: '2026-11-01',
  until: undefined,
  revoked: undefined,
  ...own,
})
