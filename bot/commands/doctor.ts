import { type Config, readConfig } from '../config.js'
import { askDirectly } from '../doctor/gather/ask.js'
import { askByFetch } from '../doctor/gather/ask-by-fetch.js'
import { lookAtPlace } from '../doctor/gather/place.js'
import { CHECKS } from '../doctor/index.js'
import { linesOf, reportOf } from '../doctor/report.js'
import { createOutbound } from '../outside/outbound.js'
import { type Command, say } from './command.js'

const USAGE = 'npm run doctor   |   npm run --silent doctor -- --json'

/** Says what is wrong with an installation and how to mend it. Changes nothing, asks nobody the settings do not name. */
export const doctor: Command = {
  name: 'doctor',
  usage: USAGE,
  async run(args, { output, errors, today }) {
    const [flag, ...more] = args
    if (more.length > 0 || (flag !== undefined && flag !== '--json')) {
      say(errors, `So geht es: ${USAGE}`)
      return 2
    }
    const now = new Date()
    const settings = readConfig(process.env)
    const place = settings.ok
      ? await lookAtPlace(settings.config, { now, today, ask: askFor(settings.config) })
      : undefined
    const settingProblems = settings.ok ? [] : settings.problems
    const report = reportOf(CHECKS, { now, today, node: process.versions.node, settingProblems, place })
    for (const line of flag === '--json' ? [JSON.stringify(report)] : linesOf(report)) say(output, line)
    return report.ok ? 0 : 1
  },
}

/** Where the house has a proxy its way is taken; else directly, because then certificates show when they end. */
const askFor = ({ outbound }: Config) =>
  outbound.proxy === undefined ? askDirectly(outbound.ca) : askByFetch(createOutbound(outbound).fetch)
