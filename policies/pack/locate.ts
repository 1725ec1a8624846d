import type { MergedPack } from './merge.js'

/** Where something of a rule stands. */
export const at = (merged: MergedPack, rule: string, ...path: PropertyKey[]): { file: string; line: number } =>
  merged.rules.get(rule)?.locate(path) ?? { file: rule, line: 1 }
