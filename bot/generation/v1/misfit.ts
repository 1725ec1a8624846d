import type { z } from 'zod'
import { type V1Error, v1Error } from './error.js'

type Issue = z.core.$ZodIssue
type Path = readonly PropertyKey[]

/** The first thing that does not fit into a request: named by its field, without what stands in it. */
export function misfitOf(issues: readonly Issue[], body: unknown): V1Error {
  const { issue, path } = first(issues, [])
  if (issue?.code === 'unrecognized_keys') return unknownField(path, issue.keys)
  const media = path.at(-1) === 'type' ? MEDIA.get(String(valueAt(body, path))) : undefined
  const param = paramOf(path)
  if (media !== undefined) return v1Error(400, media, { param, code: 'unsupported_content' })
  return v1Error(400, sayWrong(issue, path), { param, code: 'invalid_value' })
}

const IMAGES =
  'Bilder lassen sich nicht prüfen, deshalb gehen sie hier nicht weiter. Beschreiben Sie bitte in Worten, was darauf ist.'
const SOUNDS =
  'Ton und Video lassen sich nicht prüfen, deshalb gehen sie hier nicht weiter. Bitte senden Sie den Wortlaut als Text.'
const FILES = 'Dateien lassen sich hier nicht prüfen, deshalb gehen sie nicht weiter. Bitte senden Sie ihren Text.'

/** Kinds of content parts that hold no text. */
const MEDIA: ReadonlyMap<string, string> = new Map([
  ['image_url', IMAGES],
  ['input_image', IMAGES],
  ['image', IMAGES],
  ['input_audio', SOUNDS],
  ['video_url', SOUNDS],
  ['file', FILES],
  ['input_file', FILES],
])

/** Fields that ask for something other than text. */
const OTHER_THAN_TEXT: ReadonlySet<string> = new Set(['audio', 'modalities'])
const ONLY_TEXT =
  'Hier gibt es Antworten nur als Text; Ton und Bilder ließen sich nicht prüfen. Bitte lassen Sie dieses Feld weg.'

function unknownField(path: Path, [key = '']: readonly string[]): V1Error {
  const param = paramOf([...path, key])
  if (path.length === 0 && OTHER_THAN_TEXT.has(key))
    return v1Error(400, ONLY_TEXT, { param, code: 'unsupported_content' })
  const message = `Bitte lassen Sie dieses Feld weg: ${param}. Hier gehen nur Felder, deren Inhalt geprüft wird; welche das sind, steht in docs/api.md.`
  return v1Error(400, message, { param, code: 'unknown_parameter' })
}

/** Of alternatives the one that comes closest speaks: whose trouble lies deepest, and which says more than "another type". */
function first([issue]: readonly Issue[], before: Path): { readonly issue: Issue | undefined; readonly path: Path } {
  if (!issue) return { issue, path: before }
  const path = [...before, ...issue.path]
  if (issue.code !== 'invalid_union') return { issue, path }
  const branches = issue.errors.map(errors => first(preferred(errors), path))
  const [best] = branches.sort((a, b) => closeness(b, path) - closeness(a, path))
  return best?.issue ? best : { issue, path }
}

/** A part of another type has other fields, too; the type says more. */
const preferred = (issues: readonly Issue[]): readonly Issue[] => {
  const type = issues.find(({ path }) => path.at(-1) === 'type')
  return type ? [type] : issues
}

const closeness = ({ issue, path }: ReturnType<typeof first>, start: Path): number =>
  (path.length - start.length) * 2 + (issue?.code === 'invalid_type' ? 0 : 1)

function sayWrong(issue: Issue | undefined, path: Path): string {
  const param = paramOf(path)
  if (param === null) return 'Bitte senden Sie ein JSON-Objekt mit „model“ und „messages“.'
  if (param === 'n') return 'Hier gibt es eine Antwort je Anfrage. Bitte lassen Sie n weg, oder setzen Sie es auf 1.'
  if (issue?.code === 'custom' || issue?.code === 'invalid_format') return `${param} ${issue.message}.`
  if (issue?.code === 'too_big' && param === 'messages')
    return 'Bitte senden Sie höchstens 500 Nachrichten; ältere lassen sich zusammenfassen.'
  return `${param} fehlt oder passt nicht. Welche Werte gehen, steht in docs/api.md.`
}

/** `messages[0].content[1].type`; undefined names are left out, so that a key made of somebody's text is not repeated. */
function paramOf(path: Path): string | null {
  let param = ''
  for (const step of path) {
    if (typeof step === 'number') param += `[${step}]`
    else if (/^[\w.$-]{1,64}$/.test(String(step))) param += param === '' ? String(step) : `.${String(step)}`
    else break
  }
  return param === '' ? null : param
}

const valueAt = (body: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (value, step) => (typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined),
    body,
  )
