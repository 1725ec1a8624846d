// Precision and recall of every kind over the project's own texts. npm run protect-figures writes them to
// docs/protect-figures.md; test/protect/figures.test.ts compares that file with what the engine does now.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { packageRoot } from '../../bot/paths.js'
import { DETECTORS } from '../../policies/protect/detectors/index.js'
import { assess, KINDS, type Kind } from '../../policies/protect/index.js'
import { readCorpus } from './corpus.js'
import { readMarks } from './marked-text.js'
import { baseEngine } from './protect-lists.js'
import { type Prediction, precision, recall, type Score, type ScoredText, score } from './protect-score.js'

export const FIGURES = join(packageRoot(), 'docs/protect-figures.md')

/** What the engine says of a text in the open tool (W1), nothing declared. */
export function predict(text: string): Prediction {
  const checked = baseEngine().check(text)
  const { verdict } = assess({ ...checked, tool: 'W1', declared: undefined, pseudonymisedInto: [] })
  return { verdict, spans: checked.findings.map(({ start, end, kind }) => ({ start, end, type: kind })) }
}

/** The examples of the detectors; each says something about its own kind only. */
const examples = (): ScoredText[] =>
  DETECTORS.flatMap(({ kind, examples: { found, ignored } }) => [
    ...found.map(example => {
      const { text, marks } = readMarks(example, kind)
      return { text, spans: marks, verdict: 'block' as const, only: kind }
    }),
    ...ignored.map(text => ({ text, spans: [], verdict: 'allow' as const, only: kind })),
  ])

export const developmentScore = (): Score => score([...readCorpus('test/protect/corpus'), ...examples()], predict)

export type Row = { readonly precision: number; readonly recall: number }

const percent = (share: number): string => (100 * share).toFixed(1).replace('.', ',')

function table({ kinds, all, verdicts, harmless }: Score): string {
  const rows = [...KINDS.map(kind => [`\`${kind}\``, kinds.get(kind)] as const), ['alle Arten', all] as const]
  const lines = rows.map(([name, tally]) => {
    if (!tally) throw new Error(`no figures for ${name}`)
    const cells = [tally.texts, tally.values, percent(precision(tally)), percent(recall(tally))]
    return `| ${name.padEnd(26)} | ${cells.map((cell, at) => String(cell).padStart(WIDTHS[at] ?? 0)).join(' | ')} |`
  })
  const head = ['Art'.padEnd(26), ...HEADS.map((title, at) => title.padStart(WIDTHS[at] ?? 0))]
  const rule = ['-'.repeat(26), ...WIDTHS.map(width => `${'-'.repeat(width - 1)}:`)]
  const blocked = verdicts.block - verdicts.let
  return [
    `| ${head.join(' | ')} |`,
    `| ${rule.join(' | ')} |`,
    ...lines,
    '',
    `- Ergebnis der Prüfung (anhalten, hinsehen, nichts erkannt) richtig: ${percent(verdicts.right / verdicts.texts)} % von ${verdicts.texts} Texten.`,
    `- Von ${verdicts.block} Texten, die angehalten werden müssen, gehen ${verdicts.let} ohne Hinweis durch (${percent(1 - blocked / verdicts.block)} %).`,
    `- Von ${harmless.texts} harmlosen Texten bekommen ${harmless.flagged} einen Hinweis oder werden angehalten (${percent(harmless.flagged / harmless.texts)} %).`,
  ].join('\n')
}

const HEADS = ['Texte', 'Angaben', 'Genauigkeit %', 'Trefferquote %']
const WIDTHS = HEADS.map(title => title.length)

const INTRODUCTION = `# Wie gut „Text prüfen“ erkennt

Diese Datei schreibt \`npm run protect-figures\`; bitte nicht von Hand ändern. Gemessen an den eigenen Entwicklungstexten in
\`test/protect/corpus\` und an den Beispielen der Erkenner. An diesen Texten wurde gearbeitet: Sie zeigen, ob etwas schlechter
wird, nicht, wie gut fremde Texte erkannt werden. Dafür gibt es \`test/eval/protect-own\`. Alle Texte und Menschen sind erfunden.

**Genauigkeit:** Wie viel von dem, was markiert wird, ist richtig? **Trefferquote:** Wie viel von dem, was dasteht, wird
gefunden? Gefunden ist eine Angabe, wenn mindestens die Hälfte von ihr als diese Art markiert ist. Eine Markierung ist richtig,
wenn sie mindestens zur Hälfte auf solchen Angaben liegt oder die Hälfte einer Angabe trifft, ohne viel länger zu sein. Was in
den Texten freiwillig markiert ist oder nur einen Blick verlangt, zählt weder so noch so.

`

export const figuresDocument = (current: Score): string => `${INTRODUCTION}${table(current)}\n`

/** The figures of the committed file, by kind, and for all kinds together. */
export function committedFigures(): ReadonlyMap<Kind | 'all', Row> {
  const rows = new Map<Kind | 'all', Row>()
  for (const line of readFileSync(FIGURES, 'utf8').split('\n')) {
    const [, name = '', , , right = '', found = ''] = line.split('|').map(cell => cell.replaceAll('`', '').trim())
    const key = name === 'alle Arten' ? 'all' : KINDS.find(kind => kind === name)
    if (key) rows.set(key, { precision: share(right), recall: share(found) })
  }
  return rows
}

const share = (cell: string): number => Number(cell.replace(',', '.')) / 100

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  writeFileSync(FIGURES, figuresDocument(developmentScore()))
