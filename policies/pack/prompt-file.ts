import { readYaml, type YamlText } from './document.js'
import type { Problem } from './problem.js'

const BORDER = '---'

/** Reads `prompts/<purpose>.md`: a head between two lines `---`; all below is the key `instructions`. */
export function readPromptFile(
  file: string,
  source: string,
): { readonly prompt?: YamlText; readonly problems: readonly Problem[] } {
  const lines = source
    .replace(/^\uFEFF/, '')
    .replaceAll('\r\n', '\n')
    .split('\n')
  const end = lines.indexOf(BORDER, 1)
  if (lines[0] !== BORDER || end < 0)
    return {
      problems: [{ file, line: 1, message: 'Der Kopf fehlt: die Datei beginnt mit --- und der Kopf endet mit ---' }],
    }
  const head = readYaml(file, lines.slice(1, end).join('\n'), 2)
  if (!head.ok) return { problems: head.problems }
  const { value, lineOf } = head.text
  const below = lines.slice(end + 1)
  const instructions = below.join('\n').trim()
  const first = below.findIndex(line => line.trim() !== '')
  return {
    prompt: {
      file,
      // Without instructions of its own, a municipality's file changes the head and keeps those of the base pack.
      value: {
        ...(typeof value === 'object' && value !== null ? value : {}),
        ...(instructions === '' ? {} : { instructions }),
      },
      lineOf: path => (path[0] === 'instructions' ? end + 2 + Math.max(first, 0) : lineOf(path)),
    },
    problems: [],
  }
}
