import type { MergedPack } from './merge.js'

/** Where something of a rule stands. */
export const at = (merged: MergedPack, rule: string, ...path: PropertyKey[]): { file: string; line: number } =>
  merged.rules.get(rule)?.locate(path) ?? { file: rule, line: 1 }

/** Where something of a module stands. */
export const ofModule = (merged: MergedPack, module: string, ...path: PropertyKey[]): { file: string; line: number } =>
  merged.modules.get(module)?.locate(path) ?? { file: `training/${module}.yaml`, line: 1 }
