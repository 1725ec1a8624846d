import type { Located, Path, YamlText } from './document.js'

const MODULE_FILE = /^training\/([^/]+)\.yaml$/
const SETTINGS = 'settings'

/** The id of the module a file holds; undefined for every other file, the settings of learning among them. */
export function moduleIn(name: string): string | undefined {
  const id = MODULE_FILE.exec(name)?.[1]
  return id === SETTINGS ? undefined : id
}

type Entry = Record<string, unknown>
const isEntry = (value: unknown): value is Entry => typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Lays a municipality's modules over those of the base pack: key by key (a lesson of one's own takes the place of the
 * old one), but questions by id, so that one can be changed and others added.
 */
export function mergeModules(layers: readonly ReadonlyMap<string, YamlText>[]): Map<string, Located> {
  const stacks = new Map<string, YamlText[]>()
  for (const layer of layers) for (const [id, text] of layer) stacks.set(id, [...(stacks.get(id) ?? []), text])
  return new Map([...stacks].map(([id, texts]) => [id, mergeModule(id, texts)]))
}

function mergeModule(id: string, texts: readonly YamlText[]): Located {
  const merged: Entry = {}
  const origins = new Map<string, YamlText>()
  const questions: { value: unknown; text: YamlText; at: number }[] = []
  for (const text of texts) {
    for (const [key, value] of Object.entries(isEntry(text.value) ? text.value : {})) {
      if (key === 'questions' && Array.isArray(value)) lay(value, text, questions)
      else merged[key] = value
      origins.set(key, text)
    }
  }
  const newest = texts[texts.length - 1]
  return {
    value: { ...merged, id, questions: questions.map(({ value }) => value) },
    locate: (path: Path) => {
      const [key, at, ...rest] = path
      const question = key === 'questions' ? questions[Number(at)] : undefined
      const text = question?.text ?? origins.get(String(key)) ?? newest
      const line = text?.lineOf(question ? ['questions', question.at, ...rest] : path) ?? 1
      return { file: text?.file ?? id, line }
    },
  }
}

/** A question with the id of one from a layer below takes its place; two equal ids in one file are left to the check. */
function lay(values: readonly unknown[], text: YamlText, questions: { value: unknown; text: YamlText; at: number }[]) {
  for (const [at, value] of values.entries()) {
    const id = isEntry(value) ? value.id : undefined
    const before = questions.findIndex(known => known.text !== text && isEntry(known.value) && known.value.id === id)
    if (before < 0) questions.push({ value, text, at })
    else questions[before] = { value, text, at }
  }
}
