import { readYaml, type YamlText } from './document.js'
import { fileIdIn } from './merge-files.js'
import { moduleIn } from './merge-training.js'
import type { Problem } from './problem.js'
import { readPromptFile } from './prompt-file.js'
import { listFilesIn } from './protect-lists.js'
import { type RuleFile, readRuleFile } from './rule-file.js'

/** A pack's files by path relative to its folder ("pack.yaml", "rules/ki-team.md"); `folder` only serves messages. */
export type PackFiles = { readonly folder: string; readonly files: ReadonlyMap<string, string> }

/** One pack folder as read, before merging and validation. */
export type RawPack = {
  readonly folder: string
  readonly manifest: YamlText | undefined
  readonly tools: YamlText | undefined
  readonly lexicon: YamlText | undefined
  readonly elsewhere: YamlText | undefined
  readonly contacts: YamlText | undefined
  readonly protect: YamlText | undefined
  readonly trainingSettings: YamlText | undefined
  /** What is taught, by module id. */
  readonly modules: ReadonlyMap<string, YamlText>
  /** What a model is told, by purpose. */
  readonly prompts: ReadonlyMap<string, YamlText>
  /** Letters from building blocks, and what must be there, by id. */
  readonly letters: ReadonlyMap<string, YamlText>
  readonly checklists: ReadonlyMap<string, YamlText>
  /** Word lists for the check of texts, by path below `protect/`. */
  readonly lists: ReadonlyMap<string, string>
  readonly rules: ReadonlyMap<string, RuleFile>
  readonly problems: readonly Problem[]
  /** Files that could not be read at all; what they should hold is not reported a second time. */
  readonly unreadable: ReadonlySet<string>
}

const RULE_FILE = /^rules\/([^/]+)\.md$/

export function readPack({ folder, files }: PackFiles): RawPack {
  const problems: Problem[] = []
  const unreadable = new Set<string>()
  const pathOf = (name: string): string => (folder ? `${folder}/${name}` : name)
  const yaml = (name: string): YamlText | undefined => {
    const source = files.get(name)
    if (source === undefined) return undefined
    const result = readYaml(pathOf(name), source)
    if (result.ok) return result.text
    problems.push(...result.problems)
    unreadable.add(name)
    return undefined
  }
  const rules = new Map<string, RuleFile>()
  for (const [name, source] of files) {
    const id = RULE_FILE.exec(name)?.[1]
    if (id === undefined) continue
    const result = readRuleFile(pathOf(name), id, source)
    problems.push(...result.problems)
    if (result.rule) rules.set(id, result.rule)
  }
  const modules = new Map<string, YamlText>()
  for (const name of files.keys()) {
    const id = moduleIn(name)
    const text = id === undefined ? undefined : yaml(name)
    if (id !== undefined && text) modules.set(id, text)
  }
  if (!files.has('pack.yaml')) unreadable.add('pack.yaml')
  if (!files.has('pack.yaml'))
    problems.push({
      file: pathOf('pack.yaml'),
      line: 1,
      message: 'Die Datei pack.yaml fehlt: ohne sie ist der Ordner kein Regelpaket',
    })
  const manifest = yaml('pack.yaml')
  const yamlFilesIn = (folder: string): Map<string, YamlText> => {
    const texts = new Map<string, YamlText>()
    for (const name of files.keys()) {
      const id = fileIdIn(name, folder, 'yaml')
      const text = id === undefined ? undefined : yaml(name)
      if (id !== undefined && text) texts.set(id, text)
    }
    return texts
  }
  const prompts = new Map<string, YamlText>()
  for (const [name, source] of files) {
    const id = fileIdIn(name, 'prompts', 'md')
    if (id === undefined) continue
    const result = readPromptFile(pathOf(name), source)
    problems.push(...result.problems)
    if (result.prompt) prompts.set(id, result.prompt)
  }
  return {
    folder,
    manifest,
    tools: yaml('tools.yaml'),
    lexicon: yaml('lexicon.yaml'),
    elsewhere: yaml('elsewhere.yaml'),
    contacts: yaml('contacts.yaml'),
    protect: yaml('protect/kinds.yaml'),
    trainingSettings: yaml('training/settings.yaml'),
    modules,
    prompts,
    letters: yamlFilesIn('letters'),
    checklists: yamlFilesIn('checklists'),
    lists: listFilesIn(files),
    rules,
    problems,
    unreadable,
  }
}
