import { type Document, isMap, isScalar, isSeq, parseDocument, stringify, type YAMLSeq } from 'yaml'
import type { QuestionDraft } from './draft.js'

export type Added = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly problem: string }

const HEAD = `# Aus einer GIFT-Datei übernommene Fragen. Bitte alles ergänzen, was mit [ERGÄNZEN beginnt, und dann prüfen:
# npm run pack -- check
`
const EMPTY_LIST = 'questions: []\n'

/**
 * The file of a module with questions added at the end of its list. What stood there stays letter by letter where the
 * list already has entries; otherwise the values and comments stay.
 */
export function withQuestions(before: string | undefined, questions: readonly QuestionDraft[]): Added {
  const source = before ?? HEAD
  const document = parseDocument(source, { schema: 'core' })
  if (document.errors.length > 0) return failed('ist kein gültiges YAML')
  if (document.contents === null) return withQuestions(`${source.trimEnd()}\n${EMPTY_LIST}`, questions)
  if (!isMap(document.contents)) return failed('enthält kein Modul')
  const list = document.get('questions', true)
  if (!(list === undefined || isSeq(list) || (isScalar(list) && list.value === null)))
    return failed('hat unter questions keine Liste')
  if (isSeq(list)) {
    const text = inserted(source, list, questions)
    if (text !== undefined && isSameWith(text, document, questions)) return { ok: true, text }
  }
  return { ok: true, text: rewritten(document, isSeq(list) ? list : undefined, questions) }
}

const failed = (what: string): Added => ({
  ok: false,
  problem: `Die vorhandene Datei ${what}; nichts wurde geändert. Bitte zuerst prüfen: npm run pack -- check`,
})

const STYLE = { lineWidth: 0, defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' } as const

/** Puts the new entries as text behind the last one; undefined where the list is not one entry per line. */
function inserted(source: string, list: YAMLSeq, questions: readonly QuestionDraft[]): string | undefined {
  const [first, last] = [list.items[0], list.items.at(-1)]
  const [start, end] = [rangeOf(first)?.[0], rangeOf(last)?.[1]]
  if (list.flow || start === undefined || end === undefined) return undefined
  const indent = /^( *)- $/.exec(source.slice(source.lastIndexOf('\n', start - 1) + 1, start))?.[1]
  if (indent === undefined) return undefined
  const lineEnd = source.indexOf('\n', source.slice(0, end).trimEnd().length)
  const at = lineEnd < 0 ? source.length : lineEnd + 1
  const added = stringify(questions, STYLE).replaceAll(/^(?=.)/gm, indent)
  return `${source.slice(0, at)}${lineEnd < 0 ? '\n' : ''}${added}${source.slice(at)}`
}

const rangeOf = (node: unknown) => (isMap(node) ? node.range : undefined)

/** Whether a text says what the document says, with the new questions at the end of its list. */
function isSameWith(text: string, document: Document, questions: readonly QuestionDraft[]): boolean {
  const after = parseDocument(text, { schema: 'core' })
  if (after.errors.length > 0) return false
  const wanted = document.clone()
  for (const question of questions) wanted.addIn(['questions'], wanted.createNode(question))
  return JSON.stringify(after.toJS()) === JSON.stringify(wanted.toJS())
}

function rewritten(document: Document, list: YAMLSeq | undefined, questions: readonly QuestionDraft[]): string {
  if (list) {
    list.flow = false
    for (const question of questions) list.add(document.createNode(question))
  } else document.set('questions', questions)
  return document.toString(STYLE)
}
