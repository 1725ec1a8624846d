import type { Located, Path, YamlText } from './document.js'
import { mergeFiles } from './merge-files.js'
import { mergeModules } from './merge-training.js'
import { type ListFile, listFilesOf, mergeLists } from './protect-lists.js'
import type { RawPack } from './read.js'
import type { RuleFile, Section, SectionKey } from './rule-file.js'

export type MergedPack = {
  readonly folder: string
  readonly manifest: Located
  readonly tools: Located
  readonly lexicon: Located
  readonly elsewhere: Located
  readonly contacts: Located
  readonly protect: Located
  readonly trainingSettings: Located
  readonly modules: ReadonlyMap<string, Located>
  readonly prompts: ReadonlyMap<string, Located>
  readonly letters: ReadonlyMap<string, Located>
  readonly checklists: ReadonlyMap<string, Located>
  readonly lists: Readonly<Record<string, string>>
  readonly listFiles: readonly ListFile[]
  readonly rules: ReadonlyMap<string, Located>
}

type Entry = Record<string, unknown>
const isEntry = (value: unknown): value is Entry => typeof value === 'object' && value !== null && !Array.isArray(value)
const entriesOf = (value: unknown): Entry[] => (Array.isArray(value) ? value.filter(isEntry) : [])

/**
 * Lays a municipality's pack over the base pack: rules by key and heading, tools and lexicon entries by id,
 * manifest and contacts from the municipality alone. Without a base the pack stands for itself.
 */
export function mergePacks(base: RawPack | undefined, own: RawPack): MergedPack {
  const layers = base ? [base, own] : [own]
  return {
    folder: own.folder,
    manifest: located(own.manifest, `${own.folder}/pack.yaml`),
    contacts: located(own.contacts, `${own.folder}/contacts.yaml`),
    tools: mergeEntries(
      layers.map(layer => layer.tools),
      `${own.folder}/tools.yaml`,
    ),
    lexicon: mergeEntries(
      layers.map(layer => layer.lexicon),
      `${own.folder}/lexicon.yaml`,
    ),
    elsewhere: mergeEntries(
      layers.map(layer => layer.elsewhere),
      `${own.folder}/elsewhere.yaml`,
    ),
    protect: mergeEntries(
      layers.map(layer => layer.protect),
      `${own.folder}/protect/kinds.yaml`,
    ),
    trainingSettings: mergeEntries(
      layers.map(layer => layer.trainingSettings),
      `${own.folder}/training/settings.yaml`,
    ),
    modules: mergeModules(layers.map(layer => layer.modules)),
    prompts: mergeFiles(layers.map(layer => layer.prompts)),
    letters: mergeFiles(layers.map(layer => layer.letters)),
    checklists: mergeFiles(layers.map(layer => layer.checklists)),
    lists: mergeLists(layers.map(layer => layer.lists)),
    listFiles: listFilesOf(layers),
    rules: mergeRules(layers),
  }
}

function located(text: YamlText | undefined, file: string): Located {
  if (!text) return { value: {}, locate: () => ({ file, line: 1 }) }
  return { value: text.value ?? {}, locate: path => ({ file: text.file, line: text.lineOf(path) }) }
}

/** Objects of named lists: entries with the same id are laid over each other, all others are appended. */
function mergeEntries(texts: readonly (YamlText | undefined)[], file: string): Located {
  const merged: Entry = {}
  const origins = new Map<string, { text: YamlText; path: Path }>()
  for (const text of texts) {
    if (!text || !isEntry(text.value)) continue
    for (const [key, value] of Object.entries(text.value)) {
      const before = merged[key]
      if (!Array.isArray(value) || !value.every(isEntry)) {
        merged[key] =
          isEntry(value) && isEntry(before)
            ? { ...before, ...value }
            : Array.isArray(value) && Array.isArray(before)
              ? [...before, ...value]
              : value
        origins.set(key, { text, path: [key] })
        continue
      }
      const list = entriesOf(before)
      for (const [at, entry] of value.entries()) {
        const same = list.findIndex(other => other.id === entry.id)
        const place = same < 0 || !isNewLayer(origins, key, same, text) ? list.length : same
        list[place] = { ...list[place], ...entry }
        origins.set(`${key}.${place}`, { text, path: [key, at] })
      }
      merged[key] = list
      if (!origins.has(key)) origins.set(key, { text, path: [key] })
    }
  }
  return {
    value: merged,
    locate: path => {
      const [key, at, ...rest] = path
      const entry = origins.get(`${String(key)}.${String(at)}`)
      if (entry) return { file: entry.text.file, line: entry.text.lineOf([...entry.path, ...rest]) }
      const whole = origins.get(String(key))
      return whole
        ? { file: whole.text.file, line: whole.text.lineOf(path) }
        : { file: texts.find(Boolean)?.file ?? file, line: 1 }
    },
  }
}

/** Two equal ids in one file are a mistake to report, not a layer to merge. */
function isNewLayer(
  origins: ReadonlyMap<string, { text: YamlText }>,
  key: string,
  at: number,
  text: YamlText,
): boolean {
  return origins.get(`${key}.${at}`)?.text !== text
}

function mergeRules(layers: readonly RawPack[]): Map<string, Located> {
  const stacks = new Map<string, RuleFile[]>()
  for (const layer of layers) {
    for (const [id, file] of layer.rules) stacks.set(id, [...(stacks.get(id) ?? []), file])
  }
  return new Map([...stacks].map(([id, files]) => [id, mergeRule(id, files)]))
}

function mergeRule(id: string, files: readonly RuleFile[]): Located {
  const front: Entry = {}
  const text: Partial<Record<SectionKey, unknown>> = {}
  const frontOrigin = new Map<string, YamlText>()
  const textOrigin = new Map<string, Section>()
  for (const file of files) {
    for (const [key, value] of Object.entries(isEntry(file.front.value) ? file.front.value : {})) {
      front[key] = value
      frontOrigin.set(key, file.front)
    }
    for (const [key, section] of file.sections) {
      text[key] = section.content
      textOrigin.set(key, section)
    }
  }
  const { synonyms, examples, examplesEn, ...prose } = text
  const en = isEntry(front.en) ? { ...front.en, examples: examplesEn } : undefined
  const newest = files[files.length - 1]?.front
  return {
    value: { ...front, ...(en ? { en } : {}), id, synonyms, examples, text: { instead: [], ...prose } },
    locate: path => {
      const section = textOrigin.get(sectionAt(path))
      if (section) return { file: section.file, line: section.lines[Number(path.at(-1))] ?? section.line }
      const origin = frontOrigin.get(String(path[0])) ?? newest
      return { file: origin?.file ?? id, line: origin?.lineOf(path) ?? 1 }
    },
  }
}

/** The heading under which the value at a path stands; the name of a key of the front matter otherwise. */
function sectionAt([first, second]: Path): string {
  if (first === 'text') return String(second)
  return first === 'en' && second === 'examples' ? 'examplesEn' : String(first)
}
