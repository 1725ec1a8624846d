import type { Located, YamlText } from './document.js'

type Entry = Record<string, unknown>
const isEntry = (value: unknown): value is Entry => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The id of a file in a folder of a pack ("letters/absage.yaml" → "absage"); undefined for every other file. */
export function fileIdIn(name: string, folder: string, ending: string): string | undefined {
  if (!name.startsWith(`${folder}/`) || !name.endsWith(`.${ending}`)) return undefined
  const id = name.slice(folder.length + 1, -ending.length - 1)
  return id === '' || id.includes('/') ? undefined : id
}

/** Lays a municipality's files over those of the base pack, key by key; a file of its own is added. */
export function mergeFiles(layers: readonly ReadonlyMap<string, YamlText>[]): Map<string, Located> {
  const stacks = new Map<string, YamlText[]>()
  for (const layer of layers) for (const [id, text] of layer) stacks.set(id, [...(stacks.get(id) ?? []), text])
  return new Map([...stacks].map(([id, texts]) => [id, mergeFile(id, texts)]))
}

function mergeFile(id: string, texts: readonly YamlText[]): Located {
  const merged: Entry = {}
  const origins = new Map<string, YamlText>()
  for (const text of texts) {
    for (const [key, value] of Object.entries(isEntry(text.value) ? text.value : {})) {
      merged[key] = value
      origins.set(key, text)
    }
  }
  const newest = texts[texts.length - 1]
  return {
    value: { ...merged, id },
    locate: path => {
      const text = origins.get(String(path[0])) ?? newest
      return { file: text?.file ?? id, line: text?.lineOf(path) ?? 1 }
    },
  }
}
