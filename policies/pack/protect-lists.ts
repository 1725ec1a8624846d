const LIST_FILE = /^protect\/(.+\.txt)$/

/** The word lists among a pack's files, by path below `protect/`. */
export function listFilesIn(files: ReadonlyMap<string, string>): Map<string, string> {
  const lists = new Map<string, string>()
  for (const [name, text] of files) {
    const path = LIST_FILE.exec(name)?.[1]
    if (path !== undefined) lists.set(path, text)
  }
  return lists
}

/** One list file as it stands on disk, for messages about it. */
export type ListFile = { readonly file: string; readonly path: string; readonly text: string }

/** The list files of all layers, each with the way to it. */
export function listFilesOf(layers: readonly { folder: string; lists: ReadonlyMap<string, string> }[]): ListFile[] {
  return layers.flatMap(({ folder, lists }) =>
    [...lists].map(([path, text]) => ({ file: `${folder}/protect/${path}`, path, text })),
  )
}

/** A municipality's lists are added to those of the base pack, file by file and heading by heading. */
export function mergeLists(layers: readonly ReadonlyMap<string, string>[]): Record<string, string> {
  const merged = new Map<string, string>()
  for (const layer of layers) {
    for (const [path, text] of layer) {
      const before = merged.get(path)
      merged.set(path, before === undefined ? text : `${before}\n${text}`)
    }
  }
  return Object.fromEntries(merged)
}
