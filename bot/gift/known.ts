import { readYaml } from '../../policies/pack/document.js'
import { moduleIn } from '../../policies/pack/merge-training.js'
import type { PackFiles } from '../../policies/pack/read.js'
import type { Imported } from './read.js'

/** The ids of the modules a pack has a file for. */
export const modulesIn = ({ files }: PackFiles): string[] =>
  [...files.keys()].flatMap(name => moduleIn(name) ?? []).sort()

/** The ids of all questions of a pack, its files read as they are: one with gaps still to be filled counts as well. */
function questionIds({ files }: PackFiles): ReadonlySet<string> {
  const ids = [...files].flatMap(([name, source]) => {
    if (moduleIn(name) === undefined) return []
    const result = readYaml(name, source)
    return result.ok ? idsIn(result.text.value) : []
  })
  return new Set(ids)
}

function idsIn(module: unknown): string[] {
  if (typeof module !== 'object' || module === null || !('questions' in module)) return []
  const { questions } = module
  if (!Array.isArray(questions)) return []
  return questions.flatMap((question: unknown) =>
    typeof question === 'object' && question !== null && 'id' in question ? [String(question.id)] : [],
  )
}

/** Takes out the questions whose id a pack has already: one of the same id would take the place of the old one. */
export function withoutKnown({ questions, report }: Imported, own: PackFiles, base: PackFiles | undefined): Imported {
  const ownIds = questionIds(own)
  const baseIds = base ? questionIds(base) : new Set<string>()
  const problemOf = (id: string): string | undefined => {
    if (ownIds.has(id)) return existing(id, 'in diesem Paket')
    return baseIds.has(id) ? existing(id, 'im Grundpaket') : undefined
  }
  // The id of the file counts as well: a question of another module would only get a new name.
  const refusals = new Map(
    report.flatMap(({ id, given }) => {
      const problem = id === undefined ? undefined : (problemOf(id) ?? problemOf(given ?? ''))
      return id === undefined || problem === undefined ? [] : [[id, problem] as const]
    }),
  )
  return {
    questions: questions.filter(({ id }) => !refusals.has(id)),
    report: report.map(entry => {
      const problem = refusals.get(entry.id ?? '')
      return problem === undefined ? entry : { ...entry, taken: false, problem }
    }),
  }
}

const existing = (id: string, where: string): string =>
  `Die Frage „${id}“ gibt es schon ${where}; sie bleibt unverändert. Soll diese dazukommen, geben Sie ihr in der Datei eine andere Kennung ([id:…] über der Frage). Soll sie die alte ersetzen, ändern Sie die alte bitte von Hand.`
