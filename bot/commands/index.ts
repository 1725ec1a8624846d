import type { Command } from './command.js'
import { evaluate } from './eval.js'
import { learn } from './learn.js'
import { pack } from './pack.js'

/** The register of command lines; test/bot/commands/register.test.ts compares it with this folder. */
export const COMMANDS: readonly Command[] = [evaluate, learn, pack]
