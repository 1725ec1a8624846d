import { germanDate } from '../../../policies/language/german-date.js'
import type { Missing } from '../../../policies/tools/approval.js'
import { askForTool } from './ask-for-tool.js'
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
          askForTool('So kommt ein neues Werkzeug', 'de'),
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
