import { backup } from './backup.js'
import type { Command } from './command.js'
import { doctor } from './doctor.js'
import { evaluate } from './eval.js'
import { gift } from './gift.js'
import { learn } from './learn.js'
import { outsideTraining } from './outside-training.js'
import { pack } from './pack.js'
import { restore } from './restore.js'
import { retention } from './retention.js'
import { token } from './token.js'

/** The register of command lines; test/bot/commands/register.test.ts compares it with this folder. */
export const COMMANDS: readonly Command[] = [
  backup,
  doctor,
  evaluate,
  gift,
  learn,
  outsideTraining,
  pack,
  restore,
  retention,
  token,
]
