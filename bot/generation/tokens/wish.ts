import { z } from 'zod'
import type { Pack } from '../../../policies/pack/pack-schema.js'
import { DataClass, type Day, Id } from '../../../policies/pack/terms.js'
import type { Procedure, Tool } from '../../../policies/pack/tool-schema.js'
import { PURPOSES, type Purpose } from '../../../policies/tools/purposes.js'
import type { ProgramToken } from '../../storage/store.js'

/** What a new token is to fix, all but its digest. */
export type TokenWish = Omit<ProgramToken, 'digest'>
export type WishResult =
  | { readonly ok: true; readonly wish: TokenWish }
  | { readonly ok: false; readonly problems: readonly string[] }

/** A part of the wish, or what is wrong with it. */
type Read<Value> =
  | { readonly value: Value; readonly problems?: never }
  | { readonly value?: never; readonly problems: string[] }
type Options = ReadonlyMap<string, string>

const OPTIONS = ['tools', 'purposes', 'procedure', 'declared', 'answers-for', 'on-found', 'per-minute', 'until']
const LONGEST = 200

/**
 * Reads `<name> --tools=… --purposes=…` and checks it against the pack. Everything that is wrong is said at once, in German.
 * @param args what stands behind `token new`
 */
export function readWish(args: readonly string[], pack: Pack, today: Day): WishResult {
  const { names, options, problems } = split(args)
  const name = readName(names)
  const tools = readTools(options, pack)
  const purposes = readPurposes(options, tools.value)
  const procedure = readProcedure(options, tools.value, today)
  const declared = readDeclared(options)
  const answersFor = readAnswersFor(options)
  const onFound = readOnFound(options)
  const perMinute = readPerMinute(options)
  const until = readUntil(options, today)
  const all = [name, tools, purposes, procedure, declared, answersFor, onFound, perMinute, until]
  const wrong = [...problems, ...all.flatMap(part => part.problems ?? [])]
  if (name.problems || tools.problems || purposes.problems || procedure.problems || declared.problems)
    return { ok: false, problems: wrong }
  if (answersFor.problems || onFound.problems || perMinute.problems || until.problems || wrong.length > 0)
    return { ok: false, problems: wrong }
  return {
    ok: true,
    wish: {
      name: name.value,
      tools: tools.value.map(({ id }) => id),
      purposes: purposes.value,
      procedure: procedure.value,
      declared: declared.value,
      answersFor: answersFor.value,
      onFound: onFound.value,
      perMinute: perMinute.value,
      since: today,
      until: until.value,
      revoked: undefined,
    },
  }
}

type Split = { readonly names: string[]; readonly options: Options; readonly problems: string[] }

/** Names, and options as `--name=value`. */
function split(args: readonly string[]): Split {
  const names: string[] = []
  const options = new Map<string, string>()
  const problems: string[] = []
  for (const arg of args) {
    if (!arg.startsWith('--')) {
      names.push(arg)
      continue
    }
    const at = arg.indexOf('=')
    const option = at < 0 ? arg.slice(2) : arg.slice(2, at)
    if (!OPTIONS.includes(option))
      problems.push(`Die Angabe --${option} gibt es nicht. Es gibt: ${OPTIONS.map(one => `--${one}`).join(', ')}`)
    else if (at < 0) problems.push(`--${option} braucht einen Wert: --${option}=…`)
    else if (options.has(option)) problems.push(`--${option} steht zweimal da.`)
    else options.set(option, arg.slice(at + 1).trim())
  }
  return { names, options, problems }
}

function readName([name, ...others]: readonly string[]): Read<string> {
  if (others.length > 0)
    return { problems: ['Bitte genau einen Namen angeben; Werte mit Leerzeichen in Anführungszeichen setzen.'] }
  const id = Id.max(60).safeParse(name)
  return id.success
    ? { value: id.data }
    : {
        problems: [
          'Der Name des Programms besteht aus Kleinbuchstaben, Ziffern und Bindestrichen: zum Beispiel open-webui',
        ],
      }
}

function readTools(options: Options, { tools }: Pack): Read<readonly Tool[]> {
  const ids = words(options.get('tools'))
  if (ids.length === 0) return { problems: ['--tools fehlt: welche Werkzeuge, mit Kommas getrennt'] }
  const known = new Map(tools.map(tool => [tool.id, tool]))
  const unknown = ids.filter(id => !known.has(id))
  if (unknown.length === 0) return { value: ids.flatMap(id => known.get(id) ?? []) }
  const approved = tools.filter(({ status }) => status === 'freigegeben' || status === 'pilot').map(({ id }) => id)
  const instead =
    approved.length > 0 ? `Freigegeben sind: ${approved.join(', ')}` : 'Freigegeben ist noch keines (tools.yaml).'
  return { problems: unknown.map(id => `Das Werkzeug „${id}“ gibt es im Regelpaket nicht. ${instead}`) }
}

function readPurposes(options: Options, tools: readonly Tool[] | undefined): Read<readonly Purpose[]> {
  const given = words(options.get('purposes'))
  if (given.length === 0)
    return { problems: [`--purposes fehlt: wofür, mit Kommas getrennt. Es gibt: ${PURPOSES.join(', ')}`] }
  const unknown = given.filter(id => !PURPOSES.some(purpose => purpose === id))
  const purposes = PURPOSES.filter(purpose => given.includes(purpose))
  const released = new Set(tools?.flatMap(tool => tool.purposes))
  const useless = tools === undefined ? [] : purposes.filter(purpose => !released.has(purpose))
  const problems = [
    ...unknown.map(id => `Den Zweck „${id}“ gibt es nicht. Es gibt: ${PURPOSES.join(', ')}`),
    ...useless.map(id => `Für „${id}“ ist keines dieser Werkzeuge freigegeben (purposes in tools.yaml).`),
    ...(tools ?? [])
      .filter(tool => purposes.length > 0 && !tool.purposes.some(purpose => purposes.includes(purpose)))
      .map(({ id }) => `„${id}“ ist für keinen dieser Zwecke freigegeben (purposes in tools.yaml).`),
  ]
  return problems.length > 0 ? { problems } : { value: purposes }
}

function readProcedure(options: Options, tools: readonly Tool[] | undefined, today: Day): Read<string | undefined> {
  const id = options.get('procedure')
  if (id === undefined || tools === undefined) return { value: id }
  const released = tools.flatMap(tool => tool.procedures)
  const isOpen = ({ until }: Procedure): boolean => until === undefined || today <= until
  if (released.some(one => one.id === id && isOpen(one))) return { value: id }
  const open = [...new Set(released.filter(isOpen).map(one => one.id))]
  const instead = open.length > 0 ? `Freigegeben sind: ${open.join(', ')}` : 'Freigegeben ist dafür noch keines.'
  return { problems: [`Das Verfahren „${id}“ ist für diese Werkzeuge nicht freigegeben. ${instead}`] }
}

const Declared = DataClass.extract(['D0', 'D1', 'D2', 'D3'])

/** Who does not say what the texts are about gets what people get who do not know: D2. */
function readDeclared(options: Options): Read<DataClass> {
  const declared = Declared.safeParse(options.get('declared') ?? 'D2')
  return declared.success
    ? { value: declared.data }
    : { problems: ['--declared ist D0, D1, D2 oder D3. Wer es nicht weiß, lässt es weg; dann gilt D2.'] }
}

function readAnswersFor(options: Options): Read<string> {
  const who = options.get('answers-for') ?? ''
  if (who === '')
    return {
      problems: [
        '--answers-for fehlt: wer dafür einsteht, dass alle dahinter den KI-Pass haben, zum Beispiel "Amt 11, Frau X"',
      ],
    }
  return who.length > LONGEST ? { problems: [`--answers-for ist länger als ${LONGEST} Zeichen.`] } : { value: who }
}

function readOnFound(options: Options): Read<ProgramToken['onFound']> {
  const given = options.get('on-found') ?? 'replace'
  return given === 'block' || given === 'replace'
    ? { value: given }
    : { problems: ['--on-found ist block (ablehnen) oder replace (Namen und Nummern ersetzen; ohne Angabe gilt das).'] }
}

const PerMinute = z.coerce.number().int().min(1).max(6_000)

function readPerMinute(options: Options): Read<number> {
  const perMinute = PerMinute.safeParse(options.get('per-minute') ?? 60)
  return perMinute.success
    ? { value: perMinute.data }
    : { problems: ['--per-minute ist eine ganze Zahl von 1 bis 6000 (ohne Angabe: 60 Anfragen je Minute).'] }
}

function readUntil(options: Options, today: Day): Read<Day | undefined> {
  const given = options.get('until')
  if (given === undefined) return { value: undefined }
  if (!z.iso.date().safeParse(given).success)
    return { problems: ['--until ist ein Datum, zum Beispiel --until=2027-06-30'] }
  return given < today ? { problems: ['--until liegt in der Vergangenheit.'] } : { value: given }
}

const words = (list = ''): string[] => [
  ...new Set(
    list
      .split(',')
      .map(word => word.trim())
      .filter(Boolean),
  ),
]
