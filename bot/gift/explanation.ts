import { Certainty } from '../../policies/pack/terms.js'
import type { Question } from '../../policies/pack/training-schema.js'
import { oneLine, tidy } from './escape.js'

type Source = Question['sources'][number]

/** What a question explains beside its answers; GIFT has one place for it, the general feedback. */
export type Explanation = {
  readonly why: string
  readonly misconception?: string
  readonly sources: readonly Source[]
  /** Explanations of the pairs of a matching question, as far as there are any. */
  readonly pairs: readonly (string | undefined)[]
}

type Pair = { readonly text: string; readonly feedback: string }

/** The lines of the general feedback: readable for learners, and found again by `explanationRead`. */
export function explanationLines(question: Question, pairs: readonly Pair[], titles: readonly string[]): string {
  return [
    question.why,
    ...pairs.map(({ text, feedback }) => `• ${oneLine(text)}: ${oneLine(feedback)}`),
    `Verbreiteter Irrtum: ${oneLine(question.misconception)}`,
    `Regel: ${titles.map(oneLine).join(', ')}`,
    ...question.sources.flatMap(({ article, seed, stand, certainty, note }) => [
      `Quelle: ${oneLine(article ?? seed ?? '')} (Stand ${stand}, Sicherheit ${certainty})`,
      ...(note === undefined ? [] : [`Hinweis zur Quelle: ${oneLine(note)}`]),
    ]),
  ].join('\n')
}

const SOURCE = /^Quelle: (.+) \(Stand (\d{4}-\d{2}(?:-\d{2})?), Sicherheit (\w+)\)$/
const NOTE = 'Hinweis zur Quelle: '
const RULE = 'Regel: '
const MISCONCEPTION = 'Verbreiteter Irrtum: '

/** Takes a general feedback apart from its end; one that was not written by us is a reason and nothing else. */
export function explanationRead(text: string, pairTexts: readonly string[]): Explanation {
  const lines = tidy(text).split('\n')
  const nothingElse = { why: tidy(text), sources: [], pairs: pairTexts.map(() => undefined) }
  let end = lines.length
  while (end > 0 && (SOURCE.test(lines[end - 1] ?? '') || lines[end - 1]?.startsWith(NOTE))) end--
  const misconception = lines[end - 2]
  if (end === lines.length || !lines[end - 1]?.startsWith(RULE) || !misconception?.startsWith(MISCONCEPTION))
    return nothingElse
  const pairLines = lines.slice(0, end - 2).slice(-pairTexts.length)
  const pairs = pairTexts.map((pair, at) => after(`• ${oneLine(pair)}: `, pairLines[at] ?? ''))
  const explained = pairTexts.length > 0 && pairs.every(pair => pair !== undefined)
  return {
    why: lines.slice(0, end - 2 - (explained ? pairs.length : 0)).join('\n'),
    misconception: misconception.slice(MISCONCEPTION.length),
    sources: sourcesRead(lines.slice(end)),
    pairs: explained ? pairs : pairTexts.map(() => undefined),
  }
}

function sourcesRead(lines: readonly string[]): Source[] {
  const sources: Source[] = []
  for (const [at, line] of lines.entries()) {
    const [, name, stand, letter] = SOURCE.exec(line) ?? []
    const certainty = Certainty.safeParse(letter)
    if (name === undefined || stand === undefined || !certainty.success) continue
    const note = after(NOTE, lines[at + 1] ?? '')
    sources.push({
      ...(/^S\d{1,2}$/.test(name) ? { seed: name } : { article: name }),
      stand,
      certainty: certainty.data,
      ...(note === undefined ? {} : { note }),
    })
  }
  return sources
}

const after = (beginning: string, line: string): string | undefined =>
  line.startsWith(beginning) ? line.slice(beginning.length) : undefined
