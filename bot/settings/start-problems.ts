import { isBeyondLoopback, type Reach } from './reach.js'

/** A pack that has been read, beside the setting that names it. */
export type FoundPack = { readonly pack: string; readonly id: string; readonly example: boolean }

/** What only shows when the packs have been read: an example others can reach, and two packs of one id. */
export function startProblems(reach: Reach, packs: readonly FoundPack[]): string[] {
  const examples = isBeyondLoopback(reach) ? packs.filter(({ example }) => example) : []
  const twice = packs.filter(({ id }, index) => packs.findIndex(other => other.id === id) !== index)
  return [
    ...examples.map(
      ({ pack }) =>
        `Das Regelpaket ${pack} (KOMPASS_PACK) ist ein Beispielpaket mit erfundenen Menschen und Freigaben. Legen Sie ein eigenes an (npm run pack -- new <name>) und geben Sie es an, zum Beispiel: KOMPASS_PACK=neustadt`,
    ),
    ...twice.map(
      ({ pack, id }) => `Das Regelpaket ${pack} trägt dieselbe id wie ein anderes (${id}): Bitte in pack.yaml ändern.`,
    ),
  ]
}
