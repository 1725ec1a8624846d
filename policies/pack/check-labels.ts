import type { BuiltPack } from './build.js'
import { foldedName, saysClassified } from './labels.js'
import type { Problem } from './problem.js'

/** Names that would never count as written: classified ones are VS by law, and two spellings of one name contradict. */
export function sensitivityLabels({ pack, merged }: BuiltPack): Problem[] {
  const names = Object.keys(pack.manifest.sensitivity_labels)
  const at = (name: string) => merged.manifest.locate(['sensitivity_labels', name])
  return names.flatMap((name, i) => {
    const problems: Problem[] = []
    if (saysClassified(name) && pack.manifest.sensitivity_labels[name] !== 'VS')
      problems.push({ ...at(name), message: `„${name}“ klingt nach Verschlusssache und zählt deshalb immer als VS` })
    if (names.slice(0, i).some(before => foldedName(before) === foldedName(name)))
      problems.push({ ...at(name), message: `„${name}“ steht schon da, nur anders geschrieben` })
    return problems
  })
}
