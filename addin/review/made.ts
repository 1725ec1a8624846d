import { PURPOSES, type Purpose } from '../../policies/tools/purposes.js'

/** What is known of a draft in a document: which tool worded it, what for, and when. No text, no person. */
export type Made = {
  readonly tool: string
  readonly purpose: Purpose
  /** Calendar day, YYYY-MM-DD. */
  readonly day: string
}

/** The custom property in which it stays with the document until somebody has taken the draft over. */
export const madeProperty = (draft: string): string => `KI-Kompass Entwurf ${draft}`

export const writeMade = ({ tool, purpose, day }: Made): string => [tool, purpose, day].join(' ')

const ID = /^[a-z0-9-]{1,60}$/
const DAY = /^\d{4}-\d{2}-\d{2}$/

/** Properties can be changed by anybody: what is not of this form counts as unknown. */
export function readMade(value: string | undefined): Made | undefined {
  const [tool = '', wanted, day = '', ...more] = (value ?? '').split(' ')
  const purpose = PURPOSES.find(one => one === wanted)
  if (!purpose || more.length > 0 || !ID.test(tool) || !DAY.test(day)) return undefined
  return { tool, purpose, day }
}
