import { isCollection, isMap, isScalar, LineCounter, type Node, parseDocument } from 'yaml'
import type { Problem } from './problem.js'

export type Path = readonly PropertyKey[]

/** A YAML text as plain value, and the line of the file on which the value at a path stands. */
export type YamlText = { readonly file: string; readonly value: unknown; readonly lineOf: (path: Path) => number }

/** A value put together from several files that still knows where each part of it stands. */
export type Located = { readonly value: unknown; readonly locate: (path: Path) => { file: string; line: number } }

export type YamlResult =
  | { readonly ok: true; readonly text: YamlText }
  | { readonly ok: false; readonly problems: Problem[] }

/** Reads YAML; `firstLine` is the line of the file on which `source` begins (front matter starts on line 2). */
export function readYaml(file: string, source: string, firstLine = 1): YamlResult {
  const lines = new LineCounter()
  const document = parseDocument(source, { lineCounter: lines, schema: 'core' })
  if (document.errors.length > 0)
    return { ok: false, problems: document.errors.slice(0, 1).map(error => syntaxProblem(file, firstLine, error)) }
  const lineAt = (offset: number): number => lines.linePos(offset).line + firstLine - 1
  return {
    ok: true,
    text: { file, value: document.toJS(), lineOf: path => lineAt(offsetOf(document.contents, path)) },
  }
}

function syntaxProblem(
  file: string,
  firstLine: number,
  error: { linePos?: readonly { line: number }[]; code: string },
): Problem {
  const line = (error.linePos?.[0]?.line ?? 1) + firstLine - 1
  const hint =
    SYNTAX_HINTS[error.code] ?? 'Schreibweise prüfen: Einrückung, Doppelpunkt mit Leerzeichen, Anführungszeichen'
  return { file, line, message: `Die Datei ist kein gültiges YAML (${hint})` }
}

const SYNTAX_HINTS: Record<string, string> = {
  DUPLICATE_KEY: 'ein Schlüssel steht doppelt',
  TAB_AS_INDENT: 'bitte mit Leerzeichen statt mit Tabulator einrücken',
  MISSING_CHAR: 'es fehlt ein Zeichen, oft ein Anführungszeichen oder eine Klammer',
  BLOCK_AS_IMPLICIT_KEY: 'ein Wert mit Doppelpunkt gehört in Anführungszeichen',
}

/** Follows a path as far as it exists, so a missing key is reported at the place where it should stand. */
function offsetOf(root: Node | null, path: Path): number {
  let node: Node | null | undefined = root
  let offset = root?.range?.[0] ?? 0
  for (const key of path) {
    if (!isCollection(node)) break
    const pair: unknown = isMap(node)
      ? node.items.find(item => isScalar(item.key) && item.key.value === key)
      : undefined
    const keyNode = pair && typeof pair === 'object' && 'key' in pair ? pair.key : undefined
    if (isScalar(keyNode)) offset = keyNode.range?.[0] ?? offset
    const next: unknown = node.get(key, true)
    if (next === undefined || next === null) break
    node = isCollection(next) || isScalar(next) ? next : undefined
    if (!isMap(node) || keyNode === undefined) offset = node?.range?.[0] ?? offset
  }
  return offset
}
