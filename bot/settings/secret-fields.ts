import { resolve } from 'node:path'
import type { Given, Read, ReadText } from './read.js'
import { secretIn } from './secret-files.js'

/** Where the secrets lie that an entry of a file points to: paths begin at the folder of that file. */
export type SecretsAround = { readonly folder: string; readonly given: Given; readonly readText: ReadText }

/** The contents of the file a field names. */
export function fromFile(field: string, path: string, { folder, readText }: SecretsAround): Read<string> {
  const read = secretIn(resolve(folder, path), readText)
  return read.ok ? read : failed(`${field} ${read.problem}`)
}

/** As systems name variables. What looks otherwise may be the secret itself, and is not repeated. */
const VARIABLE = /^[A-Za-z_]\w*$/

/** The value of the variable a field names. */
export function fromVariable(field: string, variable: string, { given }: SecretsAround): Read<string> {
  if (!VARIABLE.test(variable))
    return failed(`${field} ist kein Name einer Umgebungsvariable: Dort steht der Name, nicht das Geheimnis selbst.`)
  const value = given[variable]
  return value === undefined
    ? failed(`${field} nennt die Umgebungsvariable ${variable}, die es nicht gibt.`)
    : { ok: true, value }
}

/** A secret that stands in the file itself, under this name. */
export const inlineProblem = (field: string): string =>
  `${field} gehört nicht in diese Datei: Bitte ${field}_file (Pfad) oder ${field}_env (Name einer Umgebungsvariable) angeben.`

/** Two fields that say the same thing. */
export const bothProblem = (one: string, other: string): string =>
  `${one} und ${other} sind beide angegeben: Bitte nur eines davon.`

const failed = (problem: string): Read<string> => ({ ok: false, problems: [problem] })
