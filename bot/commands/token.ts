import { randomBytes } from 'node:crypto'
import type { Pack } from '../../policies/pack/pack-schema.js'
import type { Day } from '../../policies/pack/terms.js'
import { isApproved } from '../../policies/tools/approval.js'
import { readConfig } from '../config.js'
import { digestOf, TOKEN_BYTES, tokenFrom } from '../generation/tokens/token.js'
import { readWish, type TokenWish } from '../generation/tokens/wish.js'
import { openKept } from '../kept.js'
import type { ProgramToken, TokenStore } from '../storage/store.js'
import { choosePack, KOMMUNE, splitKommune } from './chosen-pack.js'
import { type Command, type CommandIo, say } from './command.js'

const USAGE =
  'npm run token -- new <name> --tools=a,b --purposes=x,y --answers-for="Amt 11, Frau X" [--procedure=<id>] [--declared=D1] [--on-found=block|replace] [--per-minute=60] [--until=JJJJ-MM-TT]   |   npm run token -- list   |   npm run token -- revoke <name>' +
  `   ${KOMMUNE}`

/** Keys for other programs that use the gateway: makes, lists and revokes them. */
export const token: Command = {
  name: 'token',
  usage: USAGE,
  async run(given, io) {
    const { kommune, rest } = splitKommune(given)
    const [action, ...args] = rest
    const [name, ...more] = args
    const onTokens = (work: Work): Promise<number> => onTokensOf(kommune, io, work)
    if (action === 'new' && args.length > 0) return onTokens((tokens, pack) => make(args, pack, tokens, io))
    if (action === 'list' && name === undefined) return onTokens(tokens => list(tokens, io))
    if (action === 'revoke' && name !== undefined && more.length === 0)
      return onTokens(tokens => revoke(name, tokens, io))
    say(io.errors, `So geht es: ${USAGE}`)
    return 2
  },
}

type Work = (tokens: TokenStore, pack: Pack) => Promise<number>

/** Opens what the settings name, for the municipality meant. */
async function onTokensOf(kommune: string | undefined, io: CommandIo, work: Work): Promise<number> {
  const settings = readConfig(process.env)
  if (!settings.ok) return failed(settings.problems, io)
  const { config } = settings
  const chosen = await choosePack(config, kommune, io.today)
  if (!chosen.ok) return failed(chosen.problems, io)
  const { pack } = chosen
  const opened = await openKept(config)
  if (!opened.ok) return failed(opened.problems, io)
  try {
    return await work(opened.kept.storage.forMunicipality(pack.manifest.id).tokens, pack)
  } finally {
    await opened.kept.storage.close()
  }
}

/** Only here is a token ever seen; what is kept of it does not lead back. */
async function make(args: readonly string[], pack: Pack, tokens: TokenStore, io: CommandIo): Promise<number> {
  const read = readWish(args, pack, io.today)
  if (!read.ok) return failed(read.problems, io)
  const { wish } = read
  const key = tokenFrom(randomBytes(TOKEN_BYTES))
  if ((await tokens.add({ ...wish, digest: digestOf(key) })) === 'known')
    return failed([`„${wish.name}“ gibt es schon (npm run token -- list). Bitte einen anderen Namen wählen.`], io)
  say(io.output, `Der Schlüssel für „${wish.name}“. Er wird nur jetzt gezeigt, bitte gleich sicher ablegen:`)
  say(io.output, key)
  for (const hint of hintsFor(wish, pack, io.today)) say(io.output, hint)
  say(io.output, `Nicht mehr gebraucht oder in falsche Hände geraten: npm run token -- revoke ${wish.name}`)
  return 0
}

const D2_HINTS: Readonly<Record<TokenWish['onFound'], string>> = {
  replace:
    'Als D2 ohne --procedure gehen nur Texte durch, in denen Namen und Nummern ersetzt werden können. Sind es nur interne Texte: --declared=D1',
  block:
    'Als D2 ohne --procedure und mit --on-found=block gehen nur Texte durch, die schon Platzhalter tragen. Sind es nur interne Texte: --declared=D1',
}

/** What the program will be refused, said before it is. */
function hintsFor({ tools, procedure, declared, onFound }: TokenWish, pack: Pack, today: Day): string[] {
  const waiting = pack.tools.filter(tool => tools.includes(tool.id) && !isApproved(tool, today)).map(({ id }) => id)
  return [
    ...(waiting.length > 0
      ? [
          `Noch nicht freigegeben und bis dahin abgelehnt: ${waiting.join(', ')} (npm run pack -- check sagt, was fehlt)`,
        ]
      : []),
    ...(declared === 'D2' && procedure === undefined ? [D2_HINTS[onFound]] : []),
    ...(declared === 'D3' && procedure === undefined
      ? ['D3 geht nur mit einem dafür freigegebenen Verfahren (--procedure), sonst wird alles abgelehnt.']
      : []),
  ]
}

async function list(tokens: TokenStore, { output, today }: CommandIo): Promise<number> {
  const all = await tokens.all()
  if (all.length === 0)
    say(output, 'Noch hat kein Programm einen Schlüssel. Einen anlegen: npm run token -- new <name> …')
  for (const one of all) say(output, lineOf(one, today))
  return 0
}

function lineOf(one: ProgramToken, today: Day): string {
  const parts = [
    one.name,
    stateOf(one, today),
    `Werkzeuge ${one.tools.join(', ')}`,
    `Zwecke ${one.purposes.join(', ')}`,
    ...(one.procedure === undefined ? [] : [`Verfahren ${one.procedure}`]),
    one.declared,
    one.onFound === 'block' ? 'lehnt Personenbezug ab' : 'ersetzt Namen und Nummern',
    `${one.perMinute} je Minute`,
    `verantwortlich: ${one.answersFor}`,
  ]
  return parts.join(' · ')
}

function stateOf({ since, until, revoked }: ProgramToken, today: Day): string {
  if (revoked !== undefined) return `widerrufen am ${revoked}`
  if (until === undefined) return `gilt seit ${since}`
  return today > until ? `abgelaufen am ${until}` : `gilt von ${since} bis ${until}`
}

async function revoke(name: string, tokens: TokenStore, io: CommandIo): Promise<number> {
  switch (await tokens.revoke(name, io.today)) {
    case 'revoked':
      say(io.output, `Widerrufen: „${name}“ kommt ab sofort nicht mehr hinein.`)
      return 0
    case 'known':
      say(io.output, `„${name}“ war schon widerrufen.`)
      return 0
    case 'unknown':
      return failed([`„${name}“ gibt es nicht. Welche es gibt, zeigt: npm run token -- list`], io)
  }
}

function failed(problems: readonly string[], { errors }: CommandIo): number {
  for (const problem of problems) say(errors, problem)
  return 1
}
