import { dataCard } from '../../bot/teams/cards/data-card.js'
import { feedbackCard } from '../../bot/teams/cards/feedback-card.js'
import { issuerOf } from '../../bot/teams/cards/frame.js'
import { learnCard, modulesCard } from '../../bot/teams/cards/learn-card.js'
import { lessonCard } from '../../bot/teams/cards/lesson-card.js'
import { pauseCard } from '../../bot/teams/cards/pause-card.js'
import { progressCard } from '../../bot/teams/cards/progress-card.js'
import { proofCard } from '../../bot/teams/cards/proof-card.js'
import { questionCard } from '../../bot/teams/cards/question-card.js'
import { remindCard } from '../../bot/teams/cards/remind-card.js'
import type { FeedbackView, FinishedStep, QuestionStep, StoppedStep } from '../../policies/learning-contract.js'
import type { Pack } from '../../policies/pack/pack-schema.js'
import { sourceText } from '../../policies/pack/source-text.js'
import { FORMS, type Module, type Question } from '../../policies/pack/training-schema.js'
import { grade, type Inputs, questionsOf, readAnswer, viewOf } from '../../policies/training/index.js'
import type { CardExample } from './card-example.js'
import { rightInputs, wrongInputs } from './learner.js'
import { learningViews } from './learning-views.js'
import { DAY } from './musterstadt.js'
import { TAB } from './scenes.js'

const SEED = 5

/** The card of a question, as it comes up in a round. */
export function questionStepOf(question: Question, module: Module): QuestionStep {
  return { kind: 'question', session: 'x'.repeat(600), at: 2, of: 5, question: viewOf(question, module, SEED) }
}

/** The feedback to a right or wrong answer to a question. */
export function feedbackOf(question: Question, module: Module, pack: Pack, how: 'right' | 'wrong'): FeedbackView {
  const view = viewOf(question, module, SEED)
  const read = readAnswer(question, (how === 'right' ? rightInputs : wrongInputs)(view, pack), SEED)
  if (!read.ok) throw new Error(`${question.id}: ${read.problem}`)
  const { right, rows, why } = grade(question, read.answer, 0.8)
  return {
    right,
    rows: [...rows],
    why,
    rules: pack.rules.filter(({ id }) => question.rules.includes(id)).map(({ id, title }) => ({ id, title })),
    sources: question.sources.map(source => sourceText(source, 'de')),
  }
}

/** A client hands several choices back in the order in which they are shown. */
function asShown({ question: { control } }: QuestionStep, inputs: Inputs): Inputs {
  if (control.kind !== 'many') return inputs
  const chosen = new Set((inputs.a ?? '').split(','))
  const shown = control.choices.map(({ value }) => value).filter(value => chosen.has(value))
  return { a: shown.join(',') }
}

const END: FinishedStep = {
  kind: 'finished',
  round: 'round',
  module: { id: 'g9', title: 'Sicher bleiben, Pannen melden' },
  passed: true,
  right: 5,
  of: 5,
  certificates: [],
}

/** Every card of learning, from the real pack and a real learner. */
export async function learningCards(pack: Pack): Promise<CardExample[]> {
  const issuer = issuerOf(pack)
  const views = await learningViews(pack)
  const page = `${TAB}#/heute`
  const known = [...questionsOf(pack).values()]
  const oneOf = (form: Question['form']) => {
    const found = known.find(({ question }) => question.form === form)
    if (!found) throw new Error(form)
    return found
  }
  const { question: any, module: itsModule } = oneOf('single')
  const after = questionStepOf(any, itsModule)
  const feedback = (how: 'right' | 'wrong') => feedbackOf(any, itsModule, pack, how)
  const [module] = pack.training.modules
  if (!module) throw new Error('no module')
  const lesson = { ...module, screens: module.lesson }
  const ends: readonly (readonly [string, FinishedStep | StoppedStep])[] = [
    ['passed', { ...END, nextModule: { id: 'g1', title: 'Was ein Sprachmodell tut' } }],
    ['passed, nothing left', END],
    ['passed with KI-Pass', { ...END, certificates: [{ id: 'ki-pass', title: 'KI-Pass' }] }],
    [
      'passed with KI-Pass, more open',
      { ...END, certificates: [{ id: 'ki-pass', title: 'KI-Pass' }], nextModule: { id: 'l1', title: 'KI-Verordnung' } },
    ],
    ['failed', { ...END, passed: false, right: 2 }],
    ['portion', { ...END, round: 'portion', right: 6, of: 8 }],
    ['portion without a mistake', { ...END, round: 'portion', right: 8, of: 8 }],
    ['cut short', { kind: 'stopped', reason: 'changed', message: 'Diese Frage wurde inzwischen geändert.' }],
  ]
  return [
    ...Object.entries(views).flatMap(([name, view]) => [
      { name: `learn ${name}`, from: 'learn-card' as const, card: learnCard({ view, page, issuer }) },
      { name: `progress ${name}`, from: 'progress-card' as const, card: progressCard({ view, issuer }) },
      { name: `proof ${name}`, from: 'proof-card' as const, card: proofCard({ view, page, issuer }) },
    ]),
    { name: 'modules', from: 'learn-card', card: modulesCard({ view: views.newcomer, issuer }) },
    { name: 'modules with KI-Pass', from: 'learn-card', card: modulesCard({ view: views.passed, issuer }) },
    {
      name: 'learn with notice',
      from: 'learn-card',
      card: learnCard({ view: views.newcomer, notice: 'Diese Frage ist nicht von heute.', page, issuer }),
    },
    ...module.lesson.map((_, screen) => ({
      name: `lesson ${screen}`,
      from: 'lesson-card' as const,
      card: lessonCard({ lesson, screen, questions: 5, issuer }),
    })),
    ...FORMS.flatMap((form): CardExample[] => {
      const { question, module: owner } = oneOf(form)
      const step = questionStepOf(question, owner)
      const inputs = asShown(step, rightInputs(step.question, pack))
      return [
        { name: `question ${form}`, from: 'question-card', card: questionCard({ step, issuer }) },
        {
          name: `question ${form} again`,
          from: 'question-card',
          card: questionCard({ step, inputs, notice: 'Bei einem Teil fehlt noch die Angabe.', issuer }),
        },
        ...(['right', 'wrong'] as const).map(how => ({
          name: `feedback ${form} ${how}`,
          from: 'feedback-card' as const,
          card: feedbackCard({ feedback: feedbackOf(question, owner, pack, how), after, issuer }),
        })),
      ]
    }),
    ...ends.map(([name, end]) => ({
      name: `round ${name}`,
      from: 'feedback-card' as const,
      card: feedbackCard({
        feedback: feedback(end.kind === 'finished' && end.passed ? 'right' : 'wrong'),
        after: end,
        issuer,
      }),
    })),
    { name: 'pause', from: 'pause-card', card: pauseCard({ pausedUntil: undefined, today: DAY, issuer }) },
    { name: 'pause running', from: 'pause-card', card: pauseCard({ pausedUntil: '2026-12-24', today: DAY, issuer }) },
    {
      name: 'pause until no day',
      from: 'pause-card',
      card: pauseCard({
        pausedUntil: undefined,
        today: DAY,
        notice: 'Bitte wählen Sie einen Tag in den nächsten zwölf Monaten.',
        issuer,
      }),
    },
    {
      name: 'remind at night',
      from: 'remind-card',
      card: remindCard({ hour: 9, reachable: true, notice: 'Bitte eine volle Stunde zwischen 7 und 18 Uhr.', issuer }),
    },
    { name: 'remind from the page', from: 'remind-card', card: remindCard({ hour: 9, reachable: false, issuer }) },
    { name: 'remind', from: 'remind-card', card: remindCard({ hour: undefined, reachable: true, issuer }) },
    { name: 'remind at nine', from: 'remind-card', card: remindCard({ hour: 9, reachable: true, issuer }) },
    {
      name: 'own data',
      from: 'data-card',
      card: dataCard({ json: JSON.stringify({ stand: DAY, fragen: known.slice(0, 4) }, null, 2), page, issuer }),
    },
    {
      name: 'own data, too much for a card',
      from: 'data-card',
      card: dataCard({ json: JSON.stringify({ stand: DAY, fragen: known }, null, 2), page, issuer }),
    },
  ]
}
