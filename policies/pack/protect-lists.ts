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
