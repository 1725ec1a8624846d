import { describe, expect, test } from '@jest/globals'
import { feedbackCard } from '../../../../bot/teams/cards/feedback-card.js'
import { issuerOf } from '../../../../bot/teams/cards/frame.js'
import { learnCard, modulesCard } from '../../../../bot/teams/cards/learn-card.js'
import { lessonCard } from '../../../../bot/teams/cards/lesson-card.js'
import { progressCard } from '../../../../bot/teams/cards/progress-card.js'
import { proofCard } from '../../../../bot/teams/cards/proof-card.js'
import type { FeedbackView, FinishedStep, LearningView } from '../../../../policies/learning-contract.js'
import { cardProblems } from '../../../support/card-rules.js'
import { executesOf, headingOf, textOf } from '../../../support/card-text.js'
import { learningViews } from '../../../support/learning-views.js'
import { musterstadt } from '../../../support/musterstadt.js'
import { TAB } from '../../../support/scenes.js'

const PACK = await musterstadt()
const VIEWS = await learningViews(PACK)
const issuer = issuerOf(PACK)
const page = `${TAB}#/heute`
const buttons = (card: ReturnType<typeof learnCard>): string[] => executesOf(card).map(({ title }) => title)

describe('the overview leads to one thing first', () => {
  const ROWS: readonly { why: string; view: LearningView; heading: string; first: string | undefined }[] = [
    {
      why: 'a newcomer to the first lesson',
      view: VIEWS.newcomer,
      heading: 'Als Nächstes: Was ein Sprachmodell tut',
      first: 'Lektion beginnen',
    },
    {
      why: 'who has read it to its questions',
      view: VIEWS.read,
      heading: 'Als Nächstes: Was ein Sprachmodell tut',
      first: 'Zu den Fragen',
    },
    {
      why: 'who passed to nothing: enough for today',
      view: VIEWS.passed,
      heading: 'Für heute ist alles getan',
      first: undefined,
    },
    {
      why: 'who has something due to it',
      view: VIEWS.due,
      heading: 'Heute: 8 Fragen zum Auffrischen',
      first: 'Fünf Minuten wiederholen',
    },
    {
      why: 'who makes a pause to its end',
      view: VIEWS.paused,
      heading: 'Pause bis 24.12.2026',
      first: 'Pause beenden',
    },
    {
      why: 'a changed rule to its module, pause or not',
      view: VIEWS.retrain,
      heading: 'Als Nächstes: Anonymisieren',
      first: 'Zu den Fragen',
    },
  ]

  test.each(ROWS)('$why', ({ view, heading, first }) => {
    const card = learnCard({ view, page, issuer })
    expect(headingOf(card)).toBe(heading)
    expect(card.speak.startsWith(`${heading}.`)).toBe(true)
    expect(
      executesOf(card)
        .filter(({ style }) => style === 'positive')
        .map(({ title }) => title),
    ).toEqual(first === undefined ? [] : [first])
    expect(buttons(card)[0]).toBe(first ?? 'Alle Module')
  })

  test('a lesson that was read can be read again', () => {
    expect(buttons(learnCard({ view: VIEWS.read, page, issuer }))).toContain('Lektion noch einmal')
    expect(buttons(learnCard({ view: VIEWS.newcomer, page, issuer }))).not.toContain('Lektion noch einmal')
  })

  test('a pause stays in sight while modules go on', () => {
    const resting = learnCard({ view: VIEWS.resting, page, issuer })
    expect(textOf(resting)).toContain('Sie machen Pause bis 24.12.2026')
    expect(buttons(resting)).toContain('Pause beenden')
  })

  test('a changed rule is told once for the module and once for the certificate', () => {
    const words = textOf(learnCard({ view: VIEWS.retrain, page, issuer }))
    expect(words.match(/Text anonymisieren und Platzhalter setzen/g)).toHaveLength(2)
  })

  test('what is said on why one is here is read aloud, too', () => {
    const card = learnCard({ view: VIEWS.newcomer, notice: 'Diese Frage ist nicht von heute.', page, issuer })
    expect(card.speak).toContain('Diese Frage ist nicht von heute.')
  })
})

describe('all modules', () => {
  const opened = (view: LearningView): string[] =>
    executesOf(modulesCard({ view, issuer }))
      .filter(({ verb }) => verb === 'lesson')
      .map(({ title }) => title)

  test('before the KI-Pass only those of the Grundkurs have a button, and the card says why', () => {
    expect(opened(VIEWS.newcomer)).toEqual(['G1', 'G2', 'G3', 'G4', 'G5', 'G6', 'G7', 'G8', 'G9'])
    expect(textOf(modulesCard({ view: VIEWS.newcomer, issuer }))).toContain('Öffnet sich mit dem KI-Pass.')
  })

  test('with it all have', () => {
    expect(opened(VIEWS.passed)).toHaveLength(14)
    expect(textOf(modulesCard({ view: VIEWS.passed, issuer }))).not.toContain('Öffnet sich')
  })
})

describe('proof', () => {
  const card = (view: LearningView) => proofCard({ view, page, issuer })
  const without = (view: LearningView, change: Partial<LearningView['courses'][number]>): LearningView => ({
    ...view,
    courses: view.courses.map(course => ({ ...course, ...change })),
  })

  test.each([
    { why: 'nothing yet', view: VIEWS.newcomer, heading: 'Noch kein Nachweis', missing: 9 },
    { why: 'the KI-Pass', view: VIEWS.passed, heading: 'Ihr Nachweis', missing: 5 },
    { why: 'both', view: VIEWS.everything, heading: 'Ihre Nachweise', missing: 0 },
    { why: 'ended by itself', view: VIEWS.ended, heading: 'Noch kein Nachweis', missing: 9 },
  ])('$why: $missing modules missing', ({ view, heading, missing }) => {
    expect(headingOf(card(view))).toBe(heading)
    const [, list = ''] = /fehlt noch:\n((?:- .*\n)*)/.exec(textOf(card(view))) ?? []
    expect(list.match(/^- /gm) ?? []).toHaveLength(missing)
  })

  test('a download only where there is something to download', () => {
    expect(JSON.stringify(card(VIEWS.newcomer))).not.toContain('Action.OpenUrl')
    expect(JSON.stringify(card(VIEWS.passed))).toContain('"Action.OpenUrl"')
  })

  test.each([
    { why: 'a pack that teaches nothing', view: without(VIEWS.newcomer, { modules: [], done: 0 }) },
    {
      why: 'every module done, the certificate still to come',
      view: without(VIEWS.newcomer, {
        modules: VIEWS.passed.courses.flatMap(({ modules }) => modules).filter(({ toLearn }) => !toLearn),
      }),
    },
  ])('$why: still a sound card without half a sentence', ({ view }) => {
    for (const made of [card(view), progressCard({ view, issuer }), learnCard({ view, page, issuer })])
      expect(cardProblems(made)).toEqual([])
    expect(textOf(card(view))).not.toMatch(/fehlt noch/)
  })
})

describe('the end of a round', () => {
  const feedback: FeedbackView = { right: true, rows: [], why: 'Darum.', rules: [], sources: ['Quelle.'] }
  const END: FinishedStep = {
    kind: 'finished',
    round: 'round',
    module: { id: 'g9', title: 'Sicher bleiben' },
    passed: true,
    right: 5,
    of: 5,
    certificates: [],
  }
  const KI_PASS = [{ id: 'ki-pass', title: 'KI-Pass' }]
  const ROWS: readonly { why: string; end: FinishedStep; aloud: string; leads: readonly string[] }[] = [
    { why: 'nothing left', end: END, aloud: 'Bestanden: Sicher bleiben. 5 von 5 richtig.', leads: [] },
    {
      why: 'the next module',
      end: { ...END, nextModule: { id: 'l1', title: 'KI-Verordnung' } },
      aloud: 'Bestanden: Sicher bleiben.',
      leads: ['Weiter: KI-Verordnung'],
    },
    {
      why: 'a certificate: the proof first',
      end: { ...END, certificates: KI_PASS, nextModule: { id: 'l1', title: 'KI-Verordnung' } },
      aloud: 'Geschafft: KI-Pass.',
      leads: ['Nachweis ansehen', 'Weiter: KI-Verordnung'],
    },
    {
      why: 'not passed: again, or read again',
      end: { ...END, passed: false, right: 2 },
      aloud: 'Noch nicht bestanden: Sicher bleiben. 2 von 5 richtig. Das macht nichts',
      leads: ['Neue Runde', 'Lektion noch einmal'],
    },
    {
      why: 'a portion with mistakes',
      end: { ...END, round: 'portion', right: 6, of: 8 },
      aloud: 'Fertig für heute. 6 von 8 richtig. Was noch nicht saß, kommt bald wieder.',
      leads: [],
    },
    {
      why: 'a portion of one question',
      end: { ...END, round: 'portion', right: 1, of: 1 },
      aloud: 'Fertig für heute. 1 von 1 richtig.',
      leads: [],
    },
  ]

  test.each(ROWS)('$why', ({ end, aloud, leads }) => {
    // A portion has no module of its own.
    const { module: _, ...portion } = end
    const card = feedbackCard({ feedback, after: end.round === 'portion' ? portion : end, issuer })
    expect(card.speak).toContain(aloud)
    expect(textOf(card).replaceAll('\n', '. ')).toContain(aloud.replace(/^Geschafft: KI-Pass\.$/, 'KI-Pass'))
    expect(buttons(card)).toEqual([...leads, 'Zur Übersicht'])
    expect(executesOf(card).filter(({ style }) => style === 'positive')).toHaveLength(Math.min(1, leads.length))
  })

  test('where something was assigned, the right one comes before what was given', () => {
    const rows: FeedbackView['rows'] = [
      { mark: 'wrong', text: 'Igel', feedback: 'Er lebt.', given: 'Pflanze', correct: 'Tier' },
      { mark: 'wrong', text: 'zuerst', feedback: 'So.', given: '3', correct: '1' },
      { mark: 'right', text: 'Rose', feedback: 'Sie blüht.', given: 'Pflanze', correct: 'Pflanze' },
    ]
    const words = textOf(feedbackCard({ feedback: { ...feedback, rows }, after: END, issuer }))
    expect(words).toContain('**Nicht richtig:** Igel\nRichtig wäre: „Tier“. Ihre Angabe: „Pflanze“.\nEr lebt.')
    expect(words).toContain('Richtig wäre: Platz 1. Ihre Angabe: Platz 3.')
    expect(words).toContain('**Richtig:** Rose\nIhre Angabe: „Pflanze“\nSie blüht.')
  })
})

test.each([
  { why: 'before the first', screen: -3, says: 'Seite 1 von 5' },
  { why: 'behind the last', screen: 99, says: 'Seite 5 von 5' },
])('a screen $why is the nearest there is', ({ screen, says }) => {
  const [module] = PACK.training.modules
  if (!module) throw new Error('no module')
  const card = lessonCard({ lesson: { ...module, screens: module.lesson }, screen, questions: 5, issuer })
  expect(textOf(card)).toContain(says)
})
