import { NO_TOPIC } from '../../../policies/answer/index.js'
import { germanDate } from '../../../policies/language/german-date.js'
import type { Language } from '../../../policies/language/language.js'
import type { Missing } from '../../../policies/tools/approval.js'
import { type Action, type Card, type Container, type Element, execute, folded, openUrl, rows, text } from './card.js'
import { framed, type Issuer } from './frame.js'
import { MISSING, type Takes, takesWords } from './tool-texts.js'

type LessonToDo = { readonly id: string; readonly title: string }

/** A tool this person has, perhaps after a lesson. */
export type OwnTool = {
  readonly name: string
  readonly goodFor: string | undefined
  readonly takes: Takes
  readonly pilot: boolean
  /** Still to be learned; empty if the tool can be used now. */
  readonly lacks: readonly LessonToDo[]
  readonly until: string | undefined
  readonly costs: string | undefined
  readonly link: string | undefined
}

/** A tool that is not for this person, and why in one sentence. */
export type OtherTool = { readonly name: string; readonly why: string }

export type ToolsCardData = {
  readonly own: readonly OwnTool[]
  readonly others: readonly OtherTool[]
  /** For the KI-Team only: approvals that lack something, and those that end soon. */
  readonly team:
    | {
        readonly incomplete: readonly { readonly name: string; readonly missing: readonly Missing[] }[]
        readonly ending: readonly { readonly name: string; readonly until: string }[]
      }
    | undefined
  /** Who decides about tools, a line each. */
  readonly people: readonly string[]
  readonly page: string
  readonly issuer: Issuer
}

/** More of them stand on the page: Teams takes 28 kB. */
const MOST_SHOWN = 8

/** `werkzeuge`: what this person can write with, from the one that needs no approval to those not theirs yet. */
export function toolsCard({ own, others, team, people, page, issuer }: ToolsCardData): Card {
  const title = 'Ihre Werkzeuge'
  const shown = own.slice(0, MOST_SHOWN)
  const more = own.slice(MOST_SHOWN)
  const line = own.length > 0 ? `Freigegeben für Sie: ${own.map(({ name }) => name).join(', ')}.` : NOTHING_APPROVED
  const notYours = folded('andere', 'Werkzeuge, die Sie gerade nicht haben', others.map(otherLine))
  return framed(
    'de',
    `${title}. ${line}`,
    [
      text(title, { size: 'large', weight: 'bolder', style: 'heading' }),
      builtIn(page),
      ...shown.flatMap(ownTool),
      ...(more.length > 0 ? [text(`Außerdem: ${more.map(({ name }) => name).join(', ')}.`)] : []),
      ...(own.length === 0 ? [text(NOTHING_APPROVED, { spacing: 'medium' })] : []),
      ...(own.length === 0 ? people.map(person => text(person, { spacing: 'small' })) : []),
      ...rows(
        [
          ...(others.length > 0 ? [notYours.button] : []),
          execute('So kommt ein neues Werkzeug', 'rule', { ...ASK_FOR_ONE, language: 'de' }),
          openUrl('Alle auf der Seite', `${page}#/werkzeuge`),
        ],
        'medium',
      ),
      ...(others.length > 0 ? [notYours.box] : []),
      ...(team ? teamPart(team) : []),
    ],
    issuer,
  )
}

const ASK_FOR_ONE = { rule: 'neues-werkzeug-beantragen', topic: NO_TOPIC } as const

const NOTHING_APPROVED =
  'Ein KI-Werkzeug ist für Sie noch nicht freigegeben. Darüber entscheidet Ihr KI-Team; sagen Sie gern, was Sie brauchen.'

function builtIn(page: string): Container {
  return {
    type: 'Container',
    style: 'emphasis',
    items: [
      text('**Schreibhilfe aus Textbausteinen**'),
      text(
        'Briefe aus Stichworten, Verständlichkeit, Vollständigkeit. Ohne KI, für alle, sofort. Auf der Seite bleibt alles in Ihrem Browser, auch mit Namen.',
        { spacing: 'small' },
      ),
      {
        type: 'ActionSet',
        spacing: 'small',
        actions: [execute('Brief entwerfen', 'draft', {}), openUrl('Schreibhilfe öffnen', `${page}#/schreiben`)],
      },
    ],
  }
}

function ownTool({ name, goodFor, takes, pilot, lacks, until, costs, link }: OwnTool): Element[] {
  const [lesson] = lacks
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['Wofür', goodFor],
    ['Was hinein darf', takesWords(takes)],
    ['Vorher', lesson && lessonsWords(lacks)],
    ['Erprobung', pilot ? 'Das Werkzeug wird gerade erprobt. Sagen Sie gern, was auffällt.' : undefined],
    ['Freigegeben bis', until && germanDate(until)],
    ['Kosten', costs],
  ]
  const actions: Action[] = [
    ...(lesson ? [execute('Lektion beginnen', 'lesson', { module: lesson.id, screen: 0 })] : []),
    ...(link === undefined ? [] : [openUrl(`${name} öffnen`, link)]),
  ]
  return [
    text(name, { weight: 'bolder', size: 'medium', spacing: 'medium' }),
    ...facts.flatMap(([label, words]) =>
      words === undefined ? [] : [text(`**${label}:** ${words}`, { spacing: 'small' })],
    ),
    ...rows(actions),
  ]
}

function lessonsWords(lacks: readonly LessonToDo[]): string {
  const [first, ...more] = lacks
  const rest = more.length === 0 ? '' : more.length === 1 ? ' und eine weitere' : ` und ${more.length} weitere`
  return `kurze Lektion „${first?.title ?? ''}“${rest}`
}

const otherLine = ({ name, why }: OtherTool): Element => text(`**${name}:** ${why}`, { spacing: 'small' })

function teamPart({ incomplete, ending }: NonNullable<ToolsCardData['team']>): Element[] {
  const lines = [
    ...incomplete.map(
      ({ name, missing }) => `**${name}:** es fehlt noch ${missing.map(key => MISSING[key]).join(', ')}`,
    ),
    ...ending.map(({ name, until }) => `**${name}:** Freigabe endet am ${germanDate(until)}`),
  ]
  const heading = text('Für das KI-Team', { weight: 'bolder', spacing: 'medium' })
  const shown =
    lines.length > 0 ? lines : ['Alle Freigaben sind vollständig, und keine endet in den nächsten 30 Tagen.']
  return [heading, ...shown.map(line => text(line, { spacing: 'small' }))]
}

/** One tool for a task: it may be used, or what comes first. */
export type Suggested = {
  readonly name: string
  readonly standing: 'now' | 'lesson' | 'no'
  /** What may go in, or why not and the way on. */
  readonly lines: readonly string[]
  readonly lesson: string | undefined
  readonly link: string | undefined
}

export type WhichToolData = {
  readonly task: string
  /** What the person said goes in, as the pack names it. */
  readonly data: readonly string[]
  readonly builtIn: boolean
  readonly suggested: readonly Suggested[]
  readonly rule: { readonly id: string; readonly title: string } | undefined
  readonly page: string
  readonly language: Language
  readonly issuer: Issuer
}

const WHICH = {
  de: {
    title: 'Werkzeuge für',
    data: 'Sie nannten',
    now: 'Das können Sie nehmen',
    lesson: 'Nach einer kurzen Lektion',
    no: 'Gerade nicht',
    none: 'Für diese Aufgabe ist gerade kein KI-Werkzeug für Sie frei. Ihr KI-Team hilft gern weiter.',
    builtIn: '**Schreibhilfe aus Textbausteinen:** geht sofort, ohne KI und ohne Freigabe.',
    start: 'Lektion beginnen',
    open: (name: string) => `${name} öffnen`,
    write: 'Schreibhilfe öffnen',
    all: 'Alle meine Werkzeuge',
    ask: 'So kommt ein neues Werkzeug',
    unknown: 'Wofür suchen Sie ein Werkzeug?',
    unknownLine: 'Wählen Sie eine Aufgabe, dann nenne ich Ihnen das passende Werkzeug.',
  },
  en: {
    title: 'Tools for',
    data: 'You named',
    now: 'You can use',
    lesson: 'After a short lesson',
    no: 'Not right now',
    none: 'No AI tool is free for you for this task right now. Your AI team is glad to help.',
    builtIn: '**Writing aid from building blocks (German):** works at once, without AI and without approval.',
    start: 'Start the lesson',
    open: (name: string) => `Open ${name}`,
    write: 'Open the writing aid',
    all: 'All my tools',
    ask: 'How to get a new tool',
    unknown: 'What do you need a tool for?',
    unknownLine: 'Choose a task, and I will name the tool for it.',
  },
} as const

/** `welches Werkzeug für …?`: those to be used now first, then those after a lesson, then why not. */
export function whichToolCard(data: WhichToolData): Card {
  const { task, suggested, rule, page, language, issuer } = data
  const t = WHICH[language]
  const title = language === 'en' ? `${t.title} “${task}”` : `${t.title} „${task}“`
  const now = suggested.filter(({ standing }) => standing === 'now')
  const line = now.length > 0 ? `${t.now}: ${now.map(({ name }) => name).join(', ')}.` : t.none
  return framed(
    language,
    `${title}. ${line}`,
    [
      text(title, { size: 'large', weight: 'bolder', style: 'heading' }),
      ...(data.data.length > 0 ? [text(`${t.data}: ${data.data.join(', ')}`, { isSubtle: true })] : []),
      ...(now.length === 0 ? [text(t.none)] : []),
      ...(['now', 'lesson', 'no'] as const).flatMap(standing => group(standing, data)),
      ...(data.builtIn ? [text(t.builtIn, { spacing: 'medium' })] : []),
      ...rows(
        [
          ...(data.builtIn ? [openUrl(t.write, `${page}#/schreiben`)] : []),
          ...(rule ? [execute(rule.title, 'rule', { rule: rule.id, language, topic: NO_TOPIC })] : []),
          execute(t.all, 'tools', {}),
          ...(now.length === 0 ? [execute(t.ask, 'rule', { ...ASK_FOR_ONE, language })] : []),
        ],
        'medium',
      ),
    ],
    issuer,
  )
}

function group(standing: Suggested['standing'], { suggested, language }: WhichToolData): Element[] {
  const t = WHICH[language]
  const members = suggested.filter(one => one.standing === standing)
  if (members.length === 0) return []
  return [
    text(t[standing], { weight: 'bolder', spacing: 'medium' }),
    ...members.flatMap(({ name, lines, lesson, link }) => [
      text(`**${name}:** ${lines.join(' ')}`, { spacing: 'small' }),
      ...rows([
        ...(lesson === undefined ? [] : [execute(t.start, 'lesson', { module: lesson, screen: 0 })]),
        ...(link === undefined ? [] : [openUrl(t.open(name), link)]),
      ]),
    ]),
  ]
}

/** The task was not understood: all there are, each a button. */
export function tasksCard(
  tasks: readonly { readonly id: string; readonly name: string }[],
  language: Language,
  issuer: Issuer,
): Card {
  const t = WHICH[language]
  return framed(
    language,
    `${t.unknown} ${t.unknownLine}`,
    [
      text(t.unknown, { size: 'large', weight: 'bolder', style: 'heading' }),
      text(t.unknownLine),
      ...rows(tasks.map(({ id, name }) => execute(name, 'which', { purpose: id, language }))),
      ...rows([execute(t.all, 'tools', {})], 'medium'),
    ],
    issuer,
  )
}
