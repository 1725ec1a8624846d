import { germanDate } from '../../../policies/language/german-date.js'
import type { LearningView, ModuleView } from '../../../policies/learning-contract.js'
import { type Action, type Card, type Element, execute, list, openUrl, rows, text } from './card.js'
import { framed, type Issuer } from './frame.js'
import { certificateWords, minutesWords, questionsWords, standingWords } from './learn-texts.js'
import { progressBar } from './progress-bar.js'

export type LearnCardData = {
  readonly view: LearningView
  /** Said first, where something asked for could not be done. */
  readonly notice?: string
  /** Address of the page where one can learn, too. */
  readonly page: string
  readonly issuer: Issuer
}

/** `lernen`: what is due today and what comes next, with one button that leads on. */
export function learnCard({ view, notice, page, issuer }: LearnCardData): Card {
  const next = nextStep(view)
  const body: Element[] = [
    text(next.title, { size: 'large', weight: 'bolder', style: 'heading' }),
    ...(notice === undefined ? [] : [text(notice, { weight: 'bolder' })]),
    ...next.lines.map(line => text(line)),
    ...notices(view),
    ...courseBars(view),
    ...rows(
      [
        ...next.actions,
        execute('Alle Module', 'modules', {}),
        execute('Mein Fortschritt', 'progress', {}),
        openUrl('Auf der Seite lernen', page),
      ],
      'medium',
    ),
  ]
  return framed(
    'de',
    [`${next.title}.`, ...(notice === undefined ? [] : [notice]), ...next.lines].join(' '),
    body,
    issuer,
  )
}

type NextStep = { readonly title: string; readonly lines: readonly string[]; readonly actions: readonly Action[] }

function nextStep(view: LearningView): NextStep {
  const { next, due, portion, pausedUntil } = view
  if (pausedUntil !== undefined && next.kind !== 'module')
    return {
      title: `Pause bis ${germanDate(pausedUntil)}`,
      lines: ['So lange wiederholen wir nichts. Sie können jederzeit früher weitermachen.'],
      actions: [{ ...execute('Pause beenden', 'pause', { weeks: 0 }), style: 'positive' }],
    }
  if (next.kind === 'repeat')
    return {
      title: `Heute: ${questionsWords(Math.min(due, portion))} zum Auffrischen`,
      lines: ['Das dauert höchstens fünf Minuten. Es ist in Ordnung, Fehler zu machen: Jede Antwort wird erklärt.'],
      actions: [
        { ...execute('Fünf Minuten wiederholen', 'portion', {}), style: 'positive' },
        execute('Heute nicht', 'pause', { days: 1 }),
      ],
    }
  if (next.kind === 'module') {
    const module = moduleIn(view, next.module)
    if (module) return moduleStep(view, module, next.read)
  }
  const later = next.kind === 'nothing' ? next.nextDue : undefined
  return {
    title: 'Für heute ist alles getan',
    lines: [
      later === undefined
        ? 'Es gibt gerade nichts zu lernen und nichts aufzufrischen.'
        : `Die nächste Wiederholung kommt am ${germanDate(later)}.`,
    ],
    actions: [],
  }
}

/** The next module: its lesson, or its questions once that was read. A pause stops repetition only, and stays in sight. */
function moduleStep({ round, pausedUntil }: LearningView, module: ModuleView, read: boolean): NextStep {
  const { id, title, minutes } = module
  const questions = questionsWords(round.questions)
  const lesson = (name: string) => execute(name, 'lesson', { module: id, screen: 0 })
  return {
    title: `Als Nächstes: ${title}`,
    lines: [
      read
        ? `Modul ${id.toUpperCase()}: Die Lektion haben Sie gelesen, jetzt kommen ${questions}. Sie können beliebig oft üben.`
        : `Modul ${id.toUpperCase()}, etwa ${minutesWords(minutes)}: eine kurze Lektion, dann ${questions}. Sie können beliebig oft üben.`,
      ...(pausedUntil === undefined
        ? []
        : [`Sie machen Pause bis ${germanDate(pausedUntil)}: Wiederholt wird bis dahin nichts.`]),
    ],
    actions: [
      {
        ...(read ? execute('Zu den Fragen', 'round', { module: id }) : lesson('Lektion beginnen')),
        style: 'positive',
      },
      ...(read ? [lesson('Lektion noch einmal')] : []),
      ...(pausedUntil === undefined ? [] : [execute('Pause beenden', 'pause', { weeks: 0 })]),
    ],
  }
}

const moduleIn = (view: LearningView, id: string): ModuleView | undefined =>
  view.courses.flatMap(({ modules }) => modules).find(module => module.id === id)

/** Modules that end before their time, each with day and reason; the bar below says the same of the certificate. */
function notices({ courses }: LearningView): Element[] {
  const lines = courses.flatMap(({ modules }) =>
    modules
      .filter(({ standing }) => standing.kind !== 'open' && standing.because !== undefined)
      .map(({ title, standing, toLearn }) => `${title}: ${standingWords(standing, toLearn)}`),
  )
  return lines.length > 0 ? [list(lines)] : []
}

/** One bar for every course that is open to this person. */
export function courseBars({ courses }: LearningView): Element[] {
  return courses
    .filter(({ open, modules }) => open && modules.length > 0)
    .flatMap(({ title, done, modules, certificate }) =>
      progressBar(
        `${title}: ${done} von ${modules.length} Modulen. ${certificateWords(certificate.title, certificate.standing)}.`,
        done,
        modules.length,
      ),
    )
}

/** All modules of both courses, each a button, with where one stands. */
export function modulesCard({ view, issuer }: Pick<LearnCardData, 'view' | 'issuer'>): Card {
  const body: Element[] = [
    text('Alle Module', { size: 'large', weight: 'bolder', style: 'heading' }),
    ...view.courses
      .filter(({ modules }) => modules.length > 0)
      .flatMap(({ title, open, modules }) => [
        text(title, { weight: 'bolder', spacing: 'medium' }),
        ...(open ? [] : [text('Öffnet sich mit dem KI-Pass.', { spacing: 'none' })]),
        list(
          modules.map(
            module =>
              `**${module.id.toUpperCase()} ${module.title}**, ${minutesWords(module.minutes)}: ${standingWords(module.standing, module.toLearn)}`,
          ),
        ),
        ...(open
          ? [
              text('Welches Modul möchten Sie öffnen?'),
              ...rows(
                modules.map(module => execute(module.id.toUpperCase(), 'lesson', { module: module.id, screen: 0 })),
              ),
            ]
          : []),
      ]),
    ...rows([execute('Zurück', 'learn', {})], 'medium'),
  ]
  return framed('de', 'Alle Module der beiden Kurse', body, issuer)
}
