import { NO_TOPIC } from '../../../policies/answer/index.js'
import type { FeedbackView, FinishedStep, QuestionStep, StoppedStep } from '../../../policies/learning-contract.js'
import { type Action, type Card, type Container, type Element, execute, list, rows, text } from './card.js'
import { framed, type Issuer } from './frame.js'
import { questionsWords } from './learn-texts.js'

export type FeedbackCardData = {
  readonly feedback: FeedbackView
  readonly after: QuestionStep | FinishedStep | StoppedStep
  readonly issuer: Issuer
}

const MARKS: Readonly<Record<FeedbackView['rows'][number]['mark'], string>> = {
  right: 'Richtig',
  wrong: 'Nicht richtig',
  missed: 'Gehört auch dazu',
  solution: 'Richtig wäre',
}

/** What was right and why, rule and source, and the way on: the next question, or the result of the round. */
export function feedbackCard({ feedback, after, issuer }: FeedbackCardData): Card {
  const title = feedback.right ? 'Richtig' : 'Noch nicht ganz'
  const body: Element[] = [
    headline(title, feedback),
    ...feedback.rows.flatMap(row => rowText(row)),
    text(feedback.why, { spacing: 'medium' }),
    text(`Quelle: ${feedback.sources.join(' ')}`, { size: 'small', isSubtle: true }),
    ...(after.kind === 'finished' ? finished(after) : []),
    ...(after.kind === 'stopped' ? [text(after.message)] : []),
    ...rows([...wayOn(after), ...ruleButtons(feedback), execute('Zur Übersicht', 'learn', {})], 'medium'),
  ]
  return framed('de', `${title}. ${feedback.why}`, body, issuer)
}

function headline(title: string, { right }: FeedbackView): Container {
  return {
    type: 'Container',
    style: right ? 'good' : 'accent',
    bleed: true,
    items: [text(title, { size: 'large', weight: 'bolder', style: 'heading' })],
  }
}

/** Words alone: signs like a tick are missing in some fonts and read aloud in others. */
function rowText({ mark, text: what, feedback, given, correct }: FeedbackView['rows'][number]): Element[] {
  return [
    text(`**${MARKS[mark]}:** ${what}${assignedWords(mark, given, correct)}`),
    text(feedback, { spacing: 'none', isSubtle: true }),
  ]
}

/** Where something was assigned: to what it belongs, and what was given instead. */
function assignedWords(mark: FeedbackView['rows'][number]['mark'], given?: string, correct?: string): string {
  if (given === undefined || correct === undefined) return ''
  return mark === 'right' ? ` – ${named(correct)}` : ` – richtig: ${named(correct)}; Ihre Angabe: ${named(given)}`
}

/** A place in an order is a number, a group has its name. */
const named = (value: string): string => (/^\d+$/.test(value) ? `Platz ${value}` : `„${value}“`)

function finished(step: FinishedStep): Element[] {
  const { round, module, passed, right, of, certificates } = step
  if (round === 'portion')
    return [
      text('Fertig für heute', { size: 'medium', weight: 'bolder', style: 'heading', spacing: 'medium' }),
      text(`${right} von ${questionsWords(of)} sind richtig. Was noch nicht saß, kommt bald wieder.`),
    ]
  const name = module?.title ?? 'Modul'
  return [
    text(passed ? `Bestanden: ${name}` : `Noch nicht bestanden: ${name}`, {
      size: 'medium',
      weight: 'bolder',
      style: 'heading',
      spacing: 'medium',
    }),
    text(
      passed
        ? `${right} von ${of} richtig.`
        : `${right} von ${of} richtig. Das macht nichts: Sie können die Lektion noch einmal lesen und es gleich wieder versuchen, so oft Sie möchten.`,
    ),
    ...(certificates.length > 0
      ? [
          text('Geschafft:', { weight: 'bolder' }),
          list(certificates.map(({ title }) => `${title}. Mit „nachweis“ bekommen Sie ihn als PDF.`)),
        ]
      : []),
  ]
}

function wayOn(after: FeedbackCardData['after']): Action[] {
  if (after.kind === 'question')
    return [{ ...execute('Nächste Frage', 'next', { session: after.session }), style: 'positive' }]
  if (after.kind === 'stopped') return []
  const { module, passed, nextModule } = after
  if (module && !passed)
    return [
      { ...execute('Neue Runde', 'round', { module: module.id }), style: 'positive' },
      execute('Lektion noch einmal', 'lesson', { module: module.id, screen: 0 }),
    ]
  if (nextModule)
    return [
      { ...execute(`Weiter: ${nextModule.title}`, 'lesson', { module: nextModule.id, screen: 0 }), style: 'positive' },
    ]
  return []
}

const ruleButtons = ({ rules }: FeedbackView): Action[] =>
  rules
    .slice(0, 2)
    .map(({ id, title }) => execute(`Regel: ${title}`, 'rule', { rule: id, language: 'de', topic: NO_TOPIC }))
