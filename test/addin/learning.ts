import type { LearningView, ModuleView } from '../../policies/learning-contract.js'

export const moduleView = (changes: Partial<ModuleView> = {}): ModuleView => ({
  id: 'g3',
  title: 'Das richtige Werkzeug',
  minutes: 6,
  version: 1,
  standing: { kind: 'open' },
  read: false,
  toLearn: true,
  locked: false,
  ...changes,
})

export const learningView = (changes: Partial<LearningView> = {}, modules = [moduleView()]): LearningView => ({
  municipality: 'Musterstadt',
  example: true,
  today: '2026-11-23',
  next: { kind: 'nothing' },
  due: 0,
  portion: 8,
  reminder: { possible: true },
  courses: [
    {
      course: 'grundkurs',
      title: 'Grundkurs',
      certificate: { id: 'ki-pass', title: 'KI-Pass', standing: { kind: 'open' } },
      open: true,
      done: 0,
      modules,
    },
  ],
  tools: [],
  round: { questions: 5, share: 0.8 },
  ...changes,
})
