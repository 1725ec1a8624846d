import { dayOf } from './clock.js'
import { say } from './commands/command.js'
import { COMMANDS } from './commands/index.js'
import { packsFolder } from './paths.js'

const [name, ...args] = process.argv.slice(2)
const command = COMMANDS.find(candidate => candidate.name === name)
if (command) {
  const io = {
    input: process.stdin,
    output: process.stdout,
    errors: process.stderr,
    today: dayOf(new Date()),
    packs: packsFolder(),
  }
  process.exitCode = await command.run(args, io)
} else {
  say(process.stderr, `Unbekannter Befehl. Es gibt:\n${COMMANDS.map(({ usage }) => `  ${usage}`).join('\n')}`)
  process.exitCode = 2
}
