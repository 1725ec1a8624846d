import type { Tool } from '../../../policies/pack/tool-schema.js'
import { isMeantApproved, missingFor } from '../../../policies/tools/approval.js'
import { type House, type Permit, permit } from '../../../policies/tools/permit.js'
import { refusalText } from '../../../policies/tools/permit-texts.js'
import type { Person } from '../../../policies/tools/principal.js'
import { plusDays } from '../../../policies/training/index.js'
import { openUrl } from '../cards/card.js'
import { issuerOf } from '../cards/frame.js'
import { type Notice, noticeCard } from '../cards/notice-card.js'
import type { Takes } from '../cards/tool-texts.js'
import { type OtherTool, type OwnTool, type ToolsCardData, toolsCard } from '../cards/tools-card.js'
import { DEPUTY, lineFor } from '../people.js'
import { type Outcome, send } from '../turn.js'
import type { Button, ChatCommand, Scene } from './activity.js'

const NOUN = '(?:ki )?(?:we?r{0,2}kz?[eu]{1,2}ge?|tools?|programme)'
/** Only these very words: whatever goes on ("… für Personalakten", "… im Ausland") is a question. */
const COMMAND = new RegExp(
  `^(?:(?:zeige? (?:mir )?)?(?:alle |meine |unsere |freigegebenen? |ki )?${NOUN}(?: liste)?|` +
    `(?:welche|was fur) ${NOUN}(?: (?:habe ich|gibt es|gibt es hier|kann ich nutzen|haben wir|darf ich nutzen|stehen mir zur verfugung))?|` +
    '(?:my |which |show )?(?:ai )?tools|werkzeugliste|toolliste|freigabeliste)$',
)

/** `werkzeuge`: what this person has, what it takes, and what comes first. */
export const tools: ChatCommand = {
  door: 'chat tools',
  match: words => COMMAND.test(words),
  run: async (_, scene) => personally(scene, ABOUT_TOOLS, async () => send(toolsCard(await cardData(scene)))),
}

export const toolsButton: Button = {
  door: 'button tools',
  verb: 'tools',
  run: async (_, scene) => personally(scene, ABOUT_TOOLS, async () => send(toolsCard(await cardData(scene)))),
}

const ABOUT_TOOLS: Notice = {
  title: 'Ihre Werkzeuge zeige ich Ihnen allein',
  lines: [
    'Was Sie nutzen können, hängt auch davon ab, was Sie gelernt haben. Schreiben Sie mir bitte „werkzeuge“ im Chat mit mir allein.',
  ],
}

/** Whom something is about alone sees it: in a group it leads to the chat of one's own, and to the page. */
export async function personally(scene: Scene, notice: Notice, run: () => Promise<Outcome>): Promise<Outcome> {
  const { turn, pack, services } = scene
  if (turn.scope === 'personal') return run()
  const actions = [openUrl('Auf der Seite ansehen', `${services.tab}#/werkzeuge`)]
  const card = noticeCard({ actions, ...notice }, 'de', issuerOf(pack))
  // What takes the place of a card is seen by whoever pressed its button.
  return turn.event.kind === 'button' ? { messages: [], replacement: card } : { messages: [], privately: card }
}

async function cardData(scene: Scene): Promise<ToolsCardData> {
  const { person, pack, services } = scene
  const house = await services.house(person)
  const ours = pack.tools.filter(({ status }) => status !== 'beispiel')
  const standings = ours.map(tool => standingOf(tool, house, scene))
  const role = 'ki-team'
  return {
    own: standings.flatMap(({ own }) => own ?? []).sort((a, b) => a.lacks.length - b.lacks.length),
    others: standings.flatMap(({ other }) => other ?? []),
    team: person.roles.includes('ki-team') ? teamData(scene) : undefined,
    people: lineFor({ role, contact: pack.contacts.roles[role] }, DEPUTY.de),
    page: services.tab,
    issuer: issuerOf(pack),
  }
}

type Standing = { readonly own?: OwnTool; readonly other?: OtherTool }

function standingOf(tool: Tool, house: House, { person, pack, today }: Scene): Standing {
  const given = asked(tool, 'D0', house, person, today)
  if (given.kind === 'refused' && given.reason !== 'training')
    return { other: { name: tool.name, why: whyNot(tool, given, pack) } }
  const lacks = house.lacks(tool)
  return {
    own: {
      name: tool.name,
      goodFor: tool.good_for,
      takes: takesOf(tool, house, person, today),
      pilot: tool.status === 'pilot',
      lacks: pack.training.modules.filter(({ id }) => lacks.includes(id)).map(({ id, title }) => ({ id, title })),
      until: tool.approved_until,
      costs: tool.costs,
      link: tool.link,
    },
  }
}

function whyNot(
  { name, status, note }: Tool,
  given: Extract<Permit, { kind: 'refused' }>,
  pack: Scene['pack'],
): string {
  if (status === 'geplant') return 'Geplant, aber noch nicht freigegeben.'
  if (status === 'abgelehnt') return `Geprüft und abgelehnt.${note === undefined ? '' : ` ${note}`}`
  if (status === 'ausgelaufen') return 'Die Freigabe ist beendet.'
  const text = refusalText(
    { ...given, alternative: undefined },
    { tool: name, tools: pack.tools, modules: pack.training.modules },
  )
  return text
}

/** What permit says of a tool for its first purpose and this class, with nothing recognised. */
function asked(
  tool: Tool,
  declared: 'D0' | 'D1' | 'D2',
  house: House,
  principal: Person,
  now: Scene['today'],
  pseudonymised = false,
): Permit {
  const request = { declared, recognised: undefined, pseudonymised, replaceable: false, social: false }
  return permit({ principal, tool, purpose: tool.purposes[0] ?? 'entwerfen', ...request, now }, house)
}

/** What may go in, as if its lessons were learned: that does not depend on them. */
export function takesOf(tool: Tool, house: House, person: Person, today: Scene['today']): Takes {
  const learned: House = { ...house, lacks: () => [] }
  const taken = (declared: 'D0' | 'D1' | 'D2', pseudonymised = false): boolean =>
    asked(tool, declared, learned, person, today, pseudonymised).kind !== 'refused'
  return {
    plain: (['D0', 'D1', 'D2'] as const).filter(declared => taken(declared)),
    placeholders: taken('D2', true),
    procedures: tool.procedures.filter(({ until }) => until === undefined || until >= today).map(({ name }) => name),
  }
}

function teamData({ pack, today }: Scene): NonNullable<ToolsCardData['team']> {
  const meant = pack.tools.filter(isMeantApproved)
  const soon = plusDays(today, 30)
  return {
    incomplete: meant
      .map(tool => ({ name: tool.name, missing: missingFor(tool) }))
      .filter(({ missing }) => missing.length > 0),
    ending: meant.flatMap(({ name, approved_until: until }) =>
      until !== undefined && until >= today && until <= soon ? [{ name, until }] : [],
    ),
  }
}
