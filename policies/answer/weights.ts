/**
 * How much each sign adds to a rule's score (natural logarithms, like the classifier's). Fitted on the project's own
 * questions (test/eval/qa-own-a.jsonl) by test/bench/fit.ts and checked on qa-own-b.jsonl, which it never saw.
 */
export const WEIGHTS = {
  /** The rule that governs data named in the question: strong when the data is to be entered, faint otherwise. */
  dataEntered: 2.1,
  dataNamed: 1.2,
  person: 1.5,
  /** The rule of a purpose named in the question. */
  purpose: 1.4,
  /** A tool named and nothing else: the question is about the tool. */
  bareTool: 3.1,
  /** Only public or internal material is named: speaks against the rules that keep data out. */
  harmless: -1.5,
  breach: 2.1,
  /** The rules of the last turn in a question that leans on it. */
  lastTurn: 6.8,
  /** A purpose, or data worse than harmless, that the last turn did not have: what the follow-up is really about. */
  newSubject: 4.5,
  lastTurnSecond: 3,
} as const
