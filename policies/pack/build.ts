import type { z } from 'zod'
import { de } from 'zod/locales'
import { PURPOSES } from '../tools/purposes.js'
import type { Located } from './document.js'
import { Checklist, Letter } from './letter-schema.js'
import { ElsewhereFile, Lexicon } from './lexicon-schema.js'
import { type MergedPack, mergePacks } from './merge.js'
import { Contacts, Manifest, type Pack } from './pack-schema.js'
import type { Problem } from './problem.js'
import { Prompt } from './prompt-schema.js'
import { ProtectTexts } from './protect-schema.js'
import { type PackFiles, type RawPack, readPack } from './read.js'
import { Rule } from './rule-schema.js'
import { ToolsFile } from './tool-schema.js'
import { Module, TrainingSettings } from './training-schema.js'

/** A municipality's pack ready for use, with the way back from any value to its file and line. */
export type BuiltPack = { readonly pack: Pack; readonly merged: MergedPack }
export type BuildResult =
  | { readonly ok: true; readonly built: BuiltPack }
  | { readonly ok: false; readonly problems: Problem[] }

/** Reads, merges and validates: base pack first, then the municipality's own files. */
export function buildPack(own: PackFiles, base?: PackFiles): BuildResult {
  const rawOwn = readPack(own)
  const rawBase = base ? readPack(base) : undefined
  const merged = mergePacks(rawBase, rawOwn)
  const problems = [...(rawBase?.problems ?? []), ...rawOwn.problems]
  // A folder without pack.yaml is no pack: what else it lacks would only bury that.
  if (!own.files.has('pack.yaml')) return { ok: false, problems }
  const unreadable = new Set([...(rawBase?.unreadable ?? []), ...rawOwn.unreadable])
  const take = collectInto(problems, unreadable)
  const manifest = take(Manifest, merged.manifest)
  const tools = take(ToolsFile, merged.tools)
  const lexicon = take(Lexicon, merged.lexicon)
  const elsewhere = take(ElsewhereFile, merged.elsewhere)
  const contacts = take(Contacts, merged.contacts)
  const protect = take(ProtectTexts, merged.protect)
  const settings = take(TrainingSettings, merged.trainingSettings)
  const modules = [...merged.modules.values()].map(module => take(Module, module))
  const prompts = [...merged.prompts.values()].flatMap(prompt => take(Prompt, prompt) ?? [])
  const letters = [...merged.letters.values()].flatMap(letter => take(Letter, letter) ?? [])
  const checklists = [...merged.checklists.values()].flatMap(checklist => take(Checklist, checklist) ?? [])
  const rules = [...merged.rules.values()].map(rule => take(Rule, rule))
  if (!manifest || !tools || !lexicon || !elsewhere || !contacts || !protect || !settings || problems.length > 0)
    return { ok: false, problems }
  const pack: Pack = {
    manifest,
    tools: tools.tools,
    lexicon,
    elsewhere: elsewhere.elsewhere,
    contacts,
    protect: { ...protect, lists: merged.lists },
    rules: rules.filter(rule => rule !== undefined),
    training: { settings, modules: modules.filter(module => module !== undefined).sort(byId) },
    prompts: prompts.sort((a, b) => PURPOSES.indexOf(a.id) - PURPOSES.indexOf(b.id)),
    letters: letters.sort(byName),
    checklists: checklists.sort(byName),
  }
  return { ok: true, built: { pack, merged } }
}

/** The id of the pack this one extends, as far as it can be read at all. */
export function baseOf(own: PackFiles): string | undefined {
  return idIn(readPack({ folder: own.folder, files: new Map([...own.files].filter(([name]) => name === 'pack.yaml')) }))
}

function idIn(raw: RawPack): string | undefined {
  const value = raw.manifest?.value
  return typeof value === 'object' && value !== null && 'extends' in value && typeof value.extends === 'string'
    ? value.extends
    : undefined
}

function collectInto(problems: Problem[], unreadable: ReadonlySet<string>) {
  return <Schema extends z.ZodType>(schema: Schema, { value, locate }: Located): z.infer<Schema> | undefined => {
    const result = schema.safeParse(value, { error: germanMessage })
    if (result.success) return result.data
    for (const issue of result.error.issues) {
      const place = locate(keyPath(issue))
      if ([...unreadable].some(name => place.file === name || place.file.endsWith(`/${name}`))) continue
      problems.push({ ...place, message: `${pathText(issue.path)}${issue.message}` })
    }
    return undefined
  }
}

/** An unknown key is looked for where it stands, not where its list or entry begins. */
const keyPath = (issue: z.core.$ZodIssue): PropertyKey[] =>
  issue.code === 'unrecognized_keys' ? [...issue.path, ...issue.keys.slice(0, 1)] : issue.path

/** g1 before g10, g before l: the order in which they are learned. */
const byId = (a: Module, b: Module): number => a.id.localeCompare(b.id, 'de', { numeric: true })

const byName = (a: { readonly name: string }, b: { readonly name: string }): number =>
  a.name.localeCompare(b.name, 'de')

const germanLocale = de().localeError

function germanMessage(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === 'invalid_type' && issue.input === undefined) return 'fehlt'
  if (issue.code === 'unrecognized_keys') return `Unbekannter Schlüssel: ${issue.keys.join(', ')}`
  if (issue.code === 'invalid_value') return `Erlaubt sind: ${issue.values.join(', ')}`
  const message = germanLocale(issue)
  return typeof message === 'string' ? message : message?.message
}

const pathText = (path: readonly PropertyKey[]): string => (path.length > 0 ? `${path.map(String).join('.')}: ` : '')
