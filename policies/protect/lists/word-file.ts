import type { Problem } from '../../pack/problem.js'

/** One line of a word file: the entry and where it stands. */
type Entry = { readonly text: string; readonly line: number }
/** The sections of a word file by their heading; entries before any heading stand under ''. */
export type WordFile = { readonly file: string; readonly sections: ReadonlyMap<string, readonly Entry[]> }

/** Reads a word file: one entry a line, `## section` starts a section, `#` a comment. */
export function readWordFile(file: string, source: string): WordFile {
  const sections = new Map<string, Entry[]>()
  let current: Entry[] = []
  sections.set('', current)
  for (const [at, raw] of source.split('\n').entries()) {
    const text = raw.trim()
    if (text.startsWith('## ')) {
      const name = text.slice(3).trim()
      current = sections.get(name) ?? []
      sections.set(name, current)
    } else if (text !== '' && !text.startsWith('#')) current.push({ text, line: at + 1 })
  }
  return { file, sections }
}

/** What stands under one heading. */
export const entriesOf = (file: WordFile | undefined, section = ''): string[] =>
  (file?.sections.get(section) ?? []).map(({ text }) => text)

/** Headings that mean nothing to the engine, in German with file and line of their first entry. */
export function unknownSections({ file, sections }: WordFile, known: readonly string[]): Problem[] {
  return [...sections].flatMap(([name, entries]) =>
    (name === '' && entries.length === 0) || known.includes(name)
      ? []
      : [
          {
            file,
            line: Math.max(1, (entries[0]?.line ?? 2) - 1),
            message: `Unbekannte Überschrift „${name}“. Erlaubt sind: ${known.join(', ')}`,
          },
        ],
  )
}

/** The entries of a file without headings, for long lists. */
export const linesOf = (source: string): string[] =>
  source.split('\n').filter(line => line !== '' && !line.startsWith('#'))
