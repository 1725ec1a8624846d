import type { PackageFiles } from '../../manifest/parts.js'

/** Packages with one mistake planted in them. */
export type Plant = (files: PackageFiles) => PackageFiles

const decode = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes)
const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Another value at a path ("bots.0.botId") of a JSON file; undefined takes away what was there. */
export const put =
  (file: string, path: string, value: unknown): Plant =>
  files => {
    const json: unknown = JSON.parse(decode(files.teams.get(file)))
    const changed = JSON.stringify(placed(json, path.split('.'), value))
    if (changed === JSON.stringify(json)) throw new Error(`${path} was so already`)
    return { ...files, teams: new Map(files.teams).set(file, encode(changed)) }
  }

/** As `put`, for a language file, whose paths are keys. */
export const word =
  (file: string, key: string, value: string | undefined): Plant =>
  files => {
    const json: object = JSON.parse(decode(files.teams.get(file)))
    return { ...files, teams: new Map(files.teams).set(file, encode(JSON.stringify({ ...json, [key]: value }))) }
  }

function placed(value: unknown, [key, ...rest]: readonly string[], leaf: unknown): unknown {
  if (key === undefined) return leaf
  if (Array.isArray(value)) {
    const copy: unknown[] = [...value]
    copy[Number(key)] = placed(copy[Number(key)], rest, leaf)
    return copy.filter(item => item !== undefined)
  }
  const whole = typeof value === 'object' && value !== null ? value : {}
  return { ...whole, [key]: placed(Reflect.get(whole, key), rest, leaf) }
}

/** Other words in an XML manifest. */
export const swap =
  (file: string, from: string | RegExp, to: string): Plant =>
  files => {
    const xml = files.word.get(file) ?? ''
    const changed = xml.replace(from, to)
    if (changed === xml) throw new Error(`${from} is not in ${file}`)
    return { ...files, word: new Map(files.word).set(file, changed) }
  }

/** Without a file of the zip, an XML manifest, or an icon of the service. */
export const without =
  (part: keyof PackageFiles, file: string): Plant =>
  files => {
    if (!files[part].has(file)) throw new Error(`${file} was not there`)
    return { ...files, [part]: lacking<unknown>(files[part], file) }
  }

function lacking<Value>(files: ReadonlyMap<string, Value>, file: string): ReadonlyMap<string, Value> {
  const rest = new Map(files)
  rest.delete(file)
  return rest
}

/** The bytes of one icon under the name of another. */
export const disguised =
  (part: 'teams' | 'served', file: string, as: string): Plant =>
  files => {
    const bytes = files[part].get(as) ?? files.teams.get(as) ?? encode(as)
    return { ...files, [part]: new Map(files[part]).set(file, bytes) }
  }

export const both =
  (...plants: readonly Plant[]): Plant =>
  files =>
    plants.reduce((planted, plant) => plant(planted), files)
