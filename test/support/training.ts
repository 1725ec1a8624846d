import type { Rule } from '../../policies/pack/rule-schema.js'
import { Module, Question, type Training, TrainingSettings } from '../../policies/pack/training-schema.js'
import { musterstadt } from './musterstadt.js'

const COMMON = {
  rules: ['anonymisieren'],
  sources: [{ article: 'Art. 4 Nr. 5 DSGVO', stand: '2026-11-23', certainty: 'W' }],
  misconception: 'Initialen reichen.',
  stand: '2026-11-23',
  review_by: '2027-11-30',
  ask: 'Was gilt?',
  why: 'Weil es so ist.',
}

/** One small question of every form, invented for tests. */
export const EXAMPLES = {
  single: question({
    id: 'g1-single',
    form: 'single',
    options: [option('links'), option('mitte', true), option('rechts')],
  }),
  multiple: question({
    id: 'g1-multiple',
    form: 'multiple',
    options: [option('eins', true), option('zwei'), option('drei', true), option('vier')],
  }),
  match: question({
    id: 'g1-match',
    form: 'match',
    groups: [
      { id: 'tier', text: 'Tier' },
      { id: 'pflanze', text: 'Pflanze' },
    ],
    items: ['Katze', 'Hund', 'Igel', 'Rose', 'Tulpe'].map((text, at) => ({
      text,
      group: at < 3 ? 'tier' : 'pflanze',
      feedback: `${text} eben`,
    })),
  }),
  order: question({
    id: 'g1-order',
    form: 'order',
    steps: ['zuerst', 'dann', 'zuletzt'].map(text => ({ text, feedback: `${text} eben` })),
  }),
  find: question({
    id: 'g1-find',
    form: 'find',
    passages: [
      { text: 'Frau Beispiel', hit: true, feedback: 'Name' },
      { text: 'bittet um', feedback: 'kein Bezug' },
      { text: 'Auskunft', feedback: 'kein Bezug' },
      { text: 'zur Nummer 12', hit: true, feedback: 'Nummer' },
    ],
  }),
  scenario: question({
    id: 'g1-scenario',
    form: 'scenario',
    situation: 'Eine Kollegin fragt.',
    right: 'erst-fragen',
    answers: { darf: 'Noch nicht.', 'darf-nicht': 'Das ist zu streng.', 'erst-fragen': 'Genau.' },
  }),
  prompt: question({
    id: 'g1-prompt',
    form: 'prompt',
    situation: 'Ein Brief.',
    weak: 'Schreib was.',
    options: [option('Fassung A'), option('Fassung B', true), option('Fassung C')],
  }),
} as const

function question(own: object): Question {
  return Question.parse({ ...COMMON, ...own })
}

function option(text: string, right = false) {
  return { text, right, feedback: `${text} eben` }
}

/** A module with as many questions of each form as asked for. */
export function moduleWith(id: string, forms: readonly Question['form'][], own: object = {}): Module {
  const questions = forms.map((form, at) => ({ ...EXAMPLES[form], id: `${id}-${form}-${at}` }))
  const lesson = ['Eins', 'Zwei', 'Drei'].map(title => ({ title, text: 'Text.', points: [] }))
  return Module.parse({
    id,
    title: `Modul ${id}`,
    course: id.startsWith('l') ? 'lotsen' : 'grundkurs',
    minutes: 5,
    version: 1,
    stand: '2026-11-23',
    rules: ['anonymisieren'],
    forms: [...new Set(forms)],
    goals: ['Sie wissen mehr.'],
    lesson,
    questions,
    ...own,
  })
}

const MANY: readonly Question['form'][] = [
  'single',
  'multiple',
  'match',
  'order',
  'find',
  'scenario',
  'scenario',
  'prompt',
]

export type Content = { readonly rules: readonly Rule[]; readonly training: Training }

/** Two basic modules and one for Digitallotsen, with the real rule they ask about. */
export async function smallCourse(settings: object = {}): Promise<{ rules: Rule[]; training: Training }> {
  const { rules } = await musterstadt()
  const modules = ['g1', 'g2', 'l1'].map(id => moduleWith(id, MANY))
  return {
    rules: rules.filter(({ id }) => id === 'anonymisieren'),
    training: { settings: TrainingSettings.parse(settings), modules },
  }
}
