import { NO_TOPIC } from '../../../policies/answer/index.js'
import type { FeedbackView, FinishedStep, QuestionStep, StoppedStep } from '../../../policies/learning-contract.js'
import { type Action, type Card, type Container, type Element, execute, list, rows, text } from './card.js'
import { framed, type Issuer } from './frame.js'

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
  return framed('de', [`${title}.`, feedback.why, ...endWords(after)].join(' '), body, issuer)
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
  const assigned = given === undefined || correct === undefined ? undefined : assignedWords(mark, given, correct)
  return [
    text(`**${MARKS[mark]}:** ${what}`),
    ...(assigned === undefined ? [] : [text(assigned, { spacing: 'none' })]),
    text(feedback, { spacing: 'none', isSubtle: true }),
  ]
}

/** Where something was assigned: to what it belongs, and what was given instead. */
const assignedWords = (mark: FeedbackView['rows'][number]['mark'], given: string, correct: string): string =>
  mark === 'right' ? `Ihre Angabe: ${named(given)}` : `Richtig wäre: ${named(correct)}. Ihre Angabe: ${named(given)}.`

/** A place in an order is a number, a group has its name. */
const named = (value: string): string => (/^\d+$/.test(value) ? `Platz ${value}` : `„${value}“`)

/** What a round came to: its title, and a sentence. */
function resultOf({ round, module, passed, right, of }: FinishedStep): readonly [title: string, sentence: string] {
  const score = `${right} von ${of} richtig.`
  if (round === 'portion')
    return ['Fertig für heute', right < of ? `${score} Was noch nicht saß, kommt bald wieder.` : score]
  const name = module?.title ?? 'Modul'
  if (passed) return [`Bestanden: ${name}`, score]
  return [
    `Noch nicht bestanden: ${name}`,
    `${score} Das macht nichts: Sie können die Lektion noch einmal lesen und es gleich wieder versuchen, so oft Sie möchten.`,
  ]
}

/** The end is read aloud, too: it is what one has been working for. */
function endWords(after: FeedbackCardData['after']): string[] {
  if (after.kind === 'question') return []
  if (after.kind === 'stopped') return [after.message]
  const [title, sentence] = resultOf(after)
  return [`${title}.`, sentence, ...after.certificates.map(certificate => `Geschafft: ${certificate.title}.`)]
}

function finished(step: FinishedStep): Element[] {
  const { certificates } = step
  const [title, sentence] = resultOf(step)
  return [
    text(title, { size: 'medium', weight: 'bolder', style: 'heading', spacing: 'medium' }),
    text(sentence),
    ...(certificates.length > 0
      ? [
          text('Geschafft:', { weight: 'bolder' }),
          list(certificates.map(({ title }) => title)),
          text('Ihren Nachweis als PDF bekommen Sie jetzt gleich oder jederzeit mit „nachweis“.'),
        ]
      : []),
  ]
}

function wayOn(after: FeedbackCardData['after']): Action[] {
  if (after.kind === 'question')
    return [{ ...execute('Nächste Frage', 'next', { session: after.session }), style: 'positive' }]
  if (after.kind === 'stopped') return []
  const { module, passed, certificates, nextModule } = after
  if (module && !passed)
    return [
      { ...execute('Neue Runde', 'round', { module: module.id }), style: 'positive' },
      execute('Lektion noch einmal', 'lesson', { module: module.id, screen: 0 }),
    ]
  const proof = certificates.length > 0 ? [execute('Nachweis ansehen', 'proof', {})] : []
  const next = nextModule
    ? [execute(`Weiter: ${nextModule.title}`, 'lesson', { module: nextModule.id, screen: 0 })]
    : []
  return [...proof, ...next].map((action, at) => (at === 0 ? { ...action, style: 'positive' } : action))
}

const ruleButtons = ({ rules }: FeedbackView): Action[] =>
  rules
    .slice(0, 2)
    .map(({ id, title }) => execute(`Regel: ${title}`, 'rule', { rule: id, language: 'de', topic: NO_TOPIC }))
