import { NO_TOPIC } from '../../../policies/answer/index.js'
import type { Language } from '../../../policies/language/language.js'
import { askForTool } from './ask-for-tool.js'
import { type Card, type Element, execute, openUrl, rows, text } from './card.js'
import { framed, type Issuer } from './frame.js'

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
          ...(now.length === 0 ? [askForTool(t.ask, language)] : []),
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
