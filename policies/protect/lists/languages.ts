import { fold } from '../../language/fold.js'
import { entriesOf, type WordFile } from './word-file.js'

/** Common words by which a language is recognised; `personal` ones show that somebody speaks about people. */
export type Languages = {
  readonly german: ReadonlySet<string>
  readonly foreign: ReadonlyMap<string, 'common' | 'personal'>
}

/** Reads languages.txt: a heading for each language ("tr", "tr personal"), words with spaces between them. */
export function readLanguages(file: WordFile): Languages {
  const german = new Set(wordsOf(file, 'de'))
  const foreign = new Map<string, 'common' | 'personal'>()
  for (const section of file.sections.keys()) {
    if (section === '' || section === 'de') continue
    const kind = section.endsWith(' personal') ? 'personal' : 'common'
    for (const word of wordsOf(file, section)) {
      if (!german.has(word) && foreign.get(word) !== 'personal') foreign.set(word, kind)
    }
  }
  return { german, foreign }
}

const wordsOf = (file: WordFile, section: string): string[] =>
  entriesOf(file, section).flatMap(line => line.split(/\s+/).map(fold))
