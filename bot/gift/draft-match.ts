import { common, type Draftable, type Drafted, explanationOf, feedbackOr, refused } from './draft.js'
import { oneLine, placeholdersRead, tidy } from './escape.js'
import type { Explanation } from './explanation.js'
import type { GIFTQuestion } from './parse.js'
import { PLACE } from './write.js'

type Matching = Extract<GIFTQuestion, { type: 'Matching' }>
type Pair = { readonly text: string; readonly other: string; readonly feedback: string | undefined }

const ITEMS = { least: 3, most: 12 } as const
const GROUPS = { least: 2, most: 6 } as const

/** Pairs become items in groups, or, if they are steps with places, an order. */
export function matchDraft(question: Matching, from: Draftable): Drafted {
  const { read } = from
  const said = question.matchPairs.map(({ subquestion, subanswer }) => ({
    text: read.text(subquestion),
    other: read.text({ format: 'plain', text: placeholdersRead(subanswer) }),
  }))
  if (said.some(({ other }) => tidy(other) === ''))
    return refused('Einer Zeile fehlt die rechte Seite hinter dem Pfeil ->.')
  const left = said.filter(({ text }) => text !== '')
  if (left.length < said.length)
    read.note('Antworten ohne Gegenstück (= -> Text) entfallen: Jede Gruppe braucht einen Eintrag.')
  if (left.length < ITEMS.least || left.length > ITEMS.most)
    return refused(
      `${left.length} Zeilen zum Zuordnen; der Kurs nimmt ${ITEMS.least} bis ${ITEMS.most}. Bitte ergänzen oder aufteilen.`,
    )
  const explanation = explanationOf(
    from,
    question,
    left.map(({ text }) => text),
  )
  const pairs = left.map((pair, at) => ({ ...pair, feedback: explanation.pairs[at] }))
  return steps(pairs, explanation, from) ?? groups(pairs, explanation, from)
}

/** Our own form of an order: every place from 1 on exactly once. */
function steps(pairs: readonly Pair[], explanation: Explanation, from: Draftable): Drafted | undefined {
  const inOrder = pairs.map((_, at) => pairs.find(({ other }) => other === `${PLACE} ${at + 1}`))
  const found = inOrder.filter(pair => pair !== undefined)
  if (found.length < pairs.length || pairs.length > 6) return undefined
  return {
    ok: true,
    draft: {
      ...common(from, from.stem.join('\n'), explanation),
      form: 'order',
      steps: found.map(({ text, feedback }) => ({ text, feedback: feedbackOr(from.read, feedback) })),
    },
    notes: from.read.notes(),
  }
}

function groups(pairs: readonly Pair[], explanation: Explanation, from: Draftable): Drafted {
  const names = [...new Set(pairs.map(({ other }) => other))]
  if (names.length < GROUPS.least || names.length > GROUPS.most)
    return refused(
      `${names.length} verschiedene Ziele zum Zuordnen; der Kurs nimmt ${GROUPS.least} bis ${GROUPS.most}. Bitte zusammenfassen oder aufteilen.`,
    )
  const idOf = (name: string): string => `gruppe-${names.indexOf(name) + 1}`
  return {
    ok: true,
    draft: {
      ...common(from, from.stem.join('\n'), explanation),
      form: 'match',
      groups: names.map(name => ({ id: idOf(name), text: oneLine(name) })),
      items: pairs.map(({ text, other, feedback }) => ({
        text,
        group: idOf(other),
        feedback: feedbackOr(from.read, feedback),
      })),
    },
    notes: from.read.notes(),
  }
}
