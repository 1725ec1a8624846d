import { readYaml, type YamlText } from './document.js'
import type { Problem } from './problem.js'

/** The five headings of a rule file, in the order in which they stand. */
const HEADINGS = [
  ['Kurz', 'short'],
  ['Warum', 'why'],
  ['So geht es', 'do'],
  ['Bitte nicht', 'dont'],
  ['Stattdessen', 'instead'],
] as const

export type SectionKey = (typeof HEADINGS)[number][1]
const LISTS: ReadonlySet<SectionKey> = new Set(['do', 'dont', 'instead'])

export type Section = { readonly file: string; readonly line: number; readonly content: string | string[] }

/** A rule file as read: the front matter and the sections found below it; nothing is validated yet. */
export type RuleFile = { readonly id: string; readonly front: YamlText; readonly sections: ReadonlyMap<SectionKey, Section> }

export type RuleFileResult = { readonly rule?: RuleFile; readonly problems: Problem[] }

const BORDER = '---'

/** Reads `rules/<id>.md`: front matter between two lines `---`, then headings with text or lists. */
export function readRuleFile(file: string, id: string, source: string): RuleFileResult {
  const lines = source.replaceAll('\r\n', '\n').split('\n')
  const end = lines.indexOf(BORDER, 1)
  if (lines[0] !== BORDER || end < 0) {
    return { problems: [{ file, line: 1, message: 'Der Kopf der Regel fehlt: die Datei beginnt mit --- und der Kopf endet mit ---' }] }
  }
  const front = readYaml(file, lines.slice(1, end).join('\n'), 2)
  const { sections, problems } = readSections(file, lines.slice(end + 1), end + 2)
  if (!front.ok) return { problems: [...front.problems, ...problems] }
  return { rule: { id, front: front.text, sections }, problems }
}

function readSections(file: string, lines: readonly string[], firstLine: number) {
  const sections = new Map<SectionKey, Section>()
  const problems: Problem[] = []
  let last = -1
  let open: { key: SectionKey; line: number; body: string[] } | undefined
  const close = (): void => {
    if (open) sections.set(open.key, { file, line: open.line, content: contentOf(open.key, open.body) })
  }
  for (const [at, text] of lines.entries()) {
    const line = firstLine + at
    if (!text.startsWith('#')) {
      if (open) open.body.push(text)
      else if (text.trim()) problems.push({ file, line, message: 'Text vor der ersten Überschrift: er gehört unter „## Kurz“' })
      continue
    }
    close()
    open = undefined
    const title = text.replace(/^#+\s*/, '').trim()
    const index = HEADINGS.findIndex(([heading]) => heading === title)
    const heading = HEADINGS[index]
    if (!heading) problems.push({ file, line, message: `Unbekannte Überschrift „${title}“. Erlaubt: ${HEADINGS.map(([name]) => name).join(', ')}` })
    else if (index <= last) problems.push({ file, line, message: `Überschrift „${title}“ steht doppelt oder an falscher Stelle` })
    else {
      last = index
      open = { key: heading[1], line, body: [] }
    }
  }
  close()
  return { sections, problems }
}

function contentOf(key: SectionKey, body: readonly string[]): string | string[] {
  if (!LISTS.has(key)) return body.map(line => line.trim()).filter(Boolean).join(' ')
  const points: string[] = []
  for (const line of body) {
    const text = line.trim()
    if (/^[-*]\s/.test(text)) points.push(text.slice(2).trim())
    else if (text && points.length > 0) points[points.length - 1] += ` ${text}`
    else if (text) points.push(text)
  }
  return points
}
