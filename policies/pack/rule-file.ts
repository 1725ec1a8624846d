import { readYaml, type YamlText } from './document.js'
import type { Problem } from './problem.js'

/** The headings of a rule file, in the order in which they stand. */
const HEADINGS = [
  ['Kurz', 'short'],
  ['Warum', 'why'],
  ['So geht es', 'do'],
  ['Bitte nicht', 'dont'],
  ['Stattdessen', 'instead'],
  ['Wörter', 'synonyms'],
  ['Beispielfragen', 'examples'],
  ['Questions in English', 'examplesEn'],
] as const

export type SectionKey = (typeof HEADINGS)[number][1]
const LISTS: ReadonlySet<SectionKey> = new Set(['do', 'dont', 'instead', 'examples', 'examplesEn'])

/** Text or list under a heading; `lines` are those of the list's points. */
export type Section = {
  readonly file: string
  readonly line: number
  readonly content: string | string[]
  readonly lines: readonly number[]
}

/** A rule file as read: the front matter and the sections found below it; nothing is validated yet. */
export type RuleFile = {
  readonly id: string
  readonly front: YamlText
  readonly sections: ReadonlyMap<SectionKey, Section>
}

export type RuleFileResult = { readonly rule?: RuleFile; readonly problems: Problem[] }

const BORDER = '---'

/** Reads `rules/<id>.md`: front matter between two lines `---`, then headings with text or lists. */
export function readRuleFile(file: string, id: string, source: string): RuleFileResult {
  const lines = source
    .replace(/^\uFEFF/, '')
    .replaceAll('\r\n', '\n')
    .split('\n')
  const end = lines.indexOf(BORDER, 1)
  if (lines[0] !== BORDER || end < 0) {
    return {
      problems: [
        { file, line: 1, message: 'Der Kopf der Regel fehlt: die Datei beginnt mit --- und der Kopf endet mit ---' },
      ],
    }
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
  let beforeFirst = true
  let open: { key: SectionKey; line: number; body: string[] } | undefined
  const close = (): void => {
    if (open) sections.set(open.key, { file, line: open.line, ...contentOf(open.key, open.body, open.line + 1) })
  }
  for (const [at, text] of lines.entries()) {
    const line = firstLine + at
    if (!text.startsWith('#')) {
      if (open) open.body.push(text)
      else if (text.trim() && beforeFirst)
        problems.push({ file, line, message: 'Text vor der ersten Überschrift: er gehört unter „## Kurz“' })
      continue
    }
    close()
    open = undefined
    beforeFirst = false
    const title = text.replace(/^#+\s*/, '').trim()
    const index = HEADINGS.findIndex(([heading]) => heading === title)
    const heading = HEADINGS[index]
    if (!heading)
      problems.push({
        file,
        line,
        message: `Unbekannte Überschrift „${title}“. Erlaubt: ${HEADINGS.map(([name]) => name).join(', ')}`,
      })
    else if (index <= last)
      problems.push({ file, line, message: `Überschrift „${title}“ steht doppelt oder an falscher Stelle` })
    else {
      last = index
      open = { key: heading[1], line, body: [] }
    }
  }
  close()
  return { sections, problems }
}

function contentOf(key: SectionKey, body: readonly string[], firstLine: number): Pick<Section, 'content' | 'lines'> {
  if (!LISTS.has(key))
    return {
      content: body
        .map(line => line.trim())
        .filter(Boolean)
        .join(' '),
      lines: [],
    }
  const content: string[] = []
  const lines: number[] = []
  for (const [at, line] of body.entries()) {
    const text = line.trim()
    const point = text.startsWith('- ') || text.startsWith('* ')
    if (point || (text && content.length === 0)) {
      content.push(point ? text.slice(2).trim() : text)
      lines.push(firstLine + at)
    } else if (text) content[content.length - 1] += ` ${text}`
  }
  return { content, lines }
}
