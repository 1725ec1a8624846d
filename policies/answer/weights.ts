/**
 * How much each sign counts. The figures were chosen on the project's own questions (test/eval/qa-own-a.jsonl and each
 * rule's examples with the example itself left out) and looked at on qa-own-b.jsonl; `npm run bench -- weights` shows
 * what each one contributes.
 */
export const WEIGHTS = {
  /** Retrieval: shares of the four similarities, see `Retrieval`. */
  words: 0.45,
  grams: 0.35,
  closest: 0.45,
  company: 0.35,
  /** The rule that governs data named in the question: strong when the data is to be entered, faint otherwise. */
  dataEntered: 0.22,
  dataNamed: 0.1,
  person: 0.12,
  /** The rule of a purpose named in the question. */
  purpose: 0.1,
  /** A tool named and nothing else: the question is about the tool. */
  bareTool: 0.15,
  breach: 0.6,
  /** Share of the last turn's rules in a question that leans on it. */
  followUp: 0.12,
} as const
