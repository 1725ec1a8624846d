import { countWords } from '../../policies/pack/rule-schema.js'
import type { Module, Question } from '../../policies/pack/training-schema.js'
import { modulesOf } from '../../policies/training/index.js'
import { musterstadt } from '../support/musterstadt.js'
import type { Bench, Figure } from './measure.js'

/** Reading with understanding, silently, German: a careful assumption, as the facts name no figure. */
const WORDS_A_MINUTE = 180
/** Finding a button or a choice and pressing it. */
const SECONDS_A_CLICK = 2
/** Thinking before each answer. */
const SECONDS_A_QUESTION = 10

type Effort = { readonly words: number; readonly clicks: number }
const NONE: Effort = { words: 0, clicks: 0 }
const sum = (efforts: readonly Effort[]): Effort =>
  efforts.reduce((a, b) => ({ words: a.words + b.words, clicks: a.clicks + b.clicks }), NONE)

/**
 * The fastest honest way from the first hello to the KI-Pass: every lesson read once, five questions of each module (the mean
 * of its pool) read, thought about and answered rightly, all feedback read.
 */
export const learnBench: Bench = {
  name: 'learn',
  async run() {
    const pack = await musterstadt()
    const { round_questions: questions } = pack.training.settings
    const modules = modulesOf(pack, 'grundkurs')
    const effort = sum(modules.map(module => effortOf(module, questions)))
    const thinking = modules.length * questions * SECONDS_A_QUESTION
    const minutes = effort.words / WORDS_A_MINUTE + (effort.clicks * SECONDS_A_CLICK + thinking) / 60
    const figures: Figure[] = modules.map(module => {
      const { words, clicks } = effortOf(module, questions)
      const seconds = clicks * SECONDS_A_CLICK + questions * SECONDS_A_QUESTION
      return {
        name: `module ${module.id} (announced: ${module.minutes})`,
        value: words / WORDS_A_MINUTE + seconds / 60,
        unit: 'min',
      }
    })
    return [
      { name: 'from first hello to KI-Pass', value: minutes, unit: 'min', most: 70 },
      { name: 'words to read', value: effort.words, unit: '' },
      { name: 'clicks', value: effort.clicks, unit: '' },
      ...figures,
    ]
  },
}

function effortOf(module: Module, questions: number): Effort {
  const lesson = {
    words: countWords(
      [
        module.goals,
        module.lesson.flatMap(({ title, text, points, example = '' }) => [title, text, ...points, example]),
      ]
        .flat()
        .join(' '),
    ),
    clicks: module.lesson.length + 1,
  }
  const all = sum(module.questions.map(questionEffort))
  const share = questions / module.questions.length
  return sum([lesson, { words: all.words * share, clicks: all.clicks * share }])
}

/** What is read before and after a right answer, and pressed: the choices, "Antworten", "Nächste Frage". */
function questionEffort(question: Question): Effort {
  const situation = 'situation' in question ? question.situation : ''
  const weak = 'weak' in question ? question.weak : ''
  const { parts, feedback, choices } = bodyOf(question)
  return {
    words: countWords([situation, weak, question.ask, ...parts, ...feedback, question.why].join(' ')),
    clicks: choices + 2,
  }
}

function bodyOf(question: Question): { parts: string[]; feedback: string[]; choices: number } {
  switch (question.form) {
    case 'single':
    case 'multiple':
    case 'prompt': {
      const right = question.options.filter(option => option.right)
      const feedback = right.flatMap(option => [option.text, option.feedback])
      return { parts: question.options.map(({ text }) => text), feedback, choices: right.length }
    }
    case 'find': {
      const hits = question.passages.filter(({ hit }) => hit)
      return {
        parts: question.passages.map(({ text }) => text),
        feedback: hits.flatMap(hit => [hit.text, hit.feedback]),
        choices: hits.length,
      }
    }
    case 'match':
      return {
        parts: [...question.groups, ...question.items].map(({ text }) => text),
        feedback: question.items.flatMap(({ text, feedback }) => [text, feedback]),
        choices: 2 * question.items.length,
      }
    case 'order':
      return {
        parts: question.steps.map(({ text }) => text),
        feedback: question.steps.flatMap(({ text, feedback }) => [text, feedback]),
        choices: 2 * question.steps.length,
      }
    case 'scenario':
      return {
        parts: ['Ja, das ist erlaubt', 'Nein, so nicht', 'Erst fragen'],
        feedback: [question.answers[question.right]],
        choices: 1,
      }
  }
}
