import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packsFolder } from '../../bot/paths.js'
import { readYaml } from '../../policies/pack/document.js'
import { FORMS, type Form, Module, Question } from '../../policies/pack/training-schema.js'

const FOLDER = join(packsFolder(), 'basis', 'training')

/** The modules of the base pack, each read alone, so that an unfinished one elsewhere in the pack does not matter. */
export const baseModules = (): Module[] =>
  readdirSync(FOLDER)
    .filter(name => name.endsWith('.yaml') && name !== 'settings.yaml')
    .flatMap(name => {
      const read = readYaml(name, readFileSync(join(FOLDER, name), 'utf8'))
      const value = read.ok && typeof read.text.value === 'object' ? { ...read.text.value, id: name.slice(0, -5) } : {}
      const module = Module.safeParse(value)
      return module.success ? [module.data] : []
    })

/** A module around questions of one's own. */
export const moduleOf = (questions: readonly Question[], title = 'Probe'): Module =>
  Module.parse({
    id: 'g2',
    title,
    course: 'grundkurs',
    minutes: 5,
    version: 1,
    stand: '2026-11-23',
    rules: ['anonymisieren'],
    forms: [...FORMS],
    goals: ['Ziel'],
    lesson: ['a', 'b', 'c'].map(title => ({ title, text: 'Text' })),
    questions,
  })

/** A question of a form whose texts all come from `text`; `at` numbers its id. */
export function questionOf(form: Form, at: number, text: () => string): Question {
  const part = (index: number) => ({ text: text(), feedback: text(), right: index === 1 })
  const parts = [0, 1, 2, 3].map(part)
  const bodies: Record<Form, () => object> = {
    single: () => ({ options: parts }),
    multiple: () => ({ options: parts.map((option, index) => ({ ...option, right: index < 3 })) }),
    prompt: () => ({ situation: text(), weak: text(), options: parts }),
    scenario: () => ({
      situation: text(),
      right: 'erst-fragen',
      answers: { darf: text(), 'darf-nicht': text(), 'erst-fragen': text() },
    }),
    find: () => ({ passages: parts.map(({ right, ...passage }, index) => ({ ...passage, hit: index % 2 === 0 })) }),
    match: () => ({
      groups: [1, 2].map(number => ({ id: `gruppe-${number}`, text: `${number} ${text()}` })),
      items: parts.map(({ right, ...item }, index) => ({ ...item, group: `gruppe-${(index % 2) + 1}` })),
    }),
    order: () => ({ steps: parts.map(({ right, ...step }) => step) }),
  }
  return Question.parse({
    id: `g2-frage-${at}`,
    form,
    rules: ['anonymisieren', 'kennzeichnung'],
    sources: [
      { article: text(), stand: '2026-11-23', certainty: 'G', note: text() },
      { seed: 'S49', stand: '2024-06', certainty: 'offen' },
    ],
    misconception: text(),
    stand: '2026-11-01',
    review_by: '2027-11-30',
    ask: text(),
    why: text(),
    ...bodies[form](),
  })
}

/** Everything that means something to GIFT, to Moodle, to our own marks, or to nobody but a terminal. */
const HOSTILE = [
  ...['~', '=', '#', '{', '}', ':', '\\', '\\n', '\\:', '->', '-', '>', '%', '%50%', '%x', '[html]', '[plain]', '[x]'],
  ...[
    '####',
    '#',
    '::',
    '//',
    '\n',
    '\r\n',
    '\n\n',
    '\u2028',
    '&&058;',
    '&&010',
    '&&',
    '&amp;',
    '$CATEGORY:',
    'T',
    'F',
    '0',
  ],
  ...[
    '<b>',
    '</p>',
    '<!--',
    '<script>',
    '< 5',
    'ä',
    '„“',
    '😀',
    ' ',
    '  ',
    '\t',
    '\u00a0',
    '\u0007',
    '\u202e',
    '\u2060',
  ],
  ...[
    '[id:x]',
    '[tag:y]',
    '• ',
    'Regel: ',
    '\nQuelle: ',
    '\nVerbreiteter Irrtum: ',
    'Schwacher Prompt:',
    '[PERSON 1]',
    '*',
    '_',
  ],
  ...['wort', 'Ja, das ist erlaubt', 'Platz 1', '"', "'", '`', '|', '?', '!'],
] as const

/** Texts of hostile pieces; the same seed gives the same texts. Each has a letter, as every text of a pack has. */
export function hostileTexts(seed: number): () => string {
  let state = seed
  const below = (most: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * most)
  }
  return () => {
    const pieces: string[] = Array.from({ length: 1 + below(6) }, () => HOSTILE[below(HOSTILE.length)] ?? '')
    pieces.splice(below(pieces.length + 1), 0, 'a')
    return pieces.join('')
  }
}
