import { draftCard, draftedCards } from '../../bot/teams/cards/draft-card.js'
import { issuerOf } from '../../bot/teams/cards/frame.js'
import { registerCard } from '../../bot/teams/cards/register-card.js'
import { tasksCard, whichToolCard } from '../../bot/teams/cards/which-tool-card.js'
import type { Services } from '../../bot/teams/services.js'
import type { Pack } from '../../policies/pack/pack-schema.js'
import type { Tool } from '../../policies/pack/tool-schema.js'
import { registerOf } from '../../policies/tools/register.js'
import type { CardExample } from './card-example.js'
import { DAY } from './musterstadt.js'
import { converse, onlyCard, servicesFor, TAB } from './scenes.js'

const PAGE = `${TAB}#/schreiben`
export const POINTS = 'Thema: Runder Tisch Radverkehr\nTag: 20.01.2027\nUhrzeit: 17 Uhr'

/** Who has learned everything. */
export const learned =
  (pack: Pack, tools: readonly Tool[] = pack.tools): Services['house'] =>
  async () => ({
    municipality: pack.manifest.id,
    tools,
    pseudonymisedInto: pack.manifest.pseudonymised_into,
    lacks: () => [],
  })

/** A tool of the pack with other facts. */
export function toolWith(pack: Pack, id: string, changes: Partial<Tool>): Tool {
  const tool = pack.tools.find(one => one.id === id)
  if (!tool) throw new Error(`no tool ${id}`)
  return { ...tool, ...changes }
}

/** The pack with single tools changed, in their place. */
export const packWith = (pack: Pack, ...changed: readonly Tool[]): Pack => ({
  ...pack,
  tools: pack.tools.map(tool => changed.find(({ id }) => id === tool.id) ?? tool),
})

/** Every card about tools, as the activities really send them. */
export async function toolCards(pack: Pack): Promise<CardExample[]> {
  const issuer = issuerOf(pack)
  const newcomer = converse(servicesFor(pack))
  const all = converse(servicesFor(pack, { house: learned(pack) }))
  const none: Pack = { ...pack, tools: pack.tools.map(tool => ({ ...tool, status: 'beispiel' })) }
  const troubled = packWith(
    pack,
    toolWith(pack, 'mucgpt', { approved_until: '2026-12-10' }),
    toolWith(pack, 'f13', { status: 'pilot', avv: 'nein' }),
  )
  const team = converse(servicesFor(troubled))
  team.services.local?.become('ki-team')
  const said = async (chat: typeof all, text: string) => onlyCard(await chat.say(text))
  const tools = {
    'tools of a newcomer': await said(newcomer, 'werkzeuge'),
    'tools of somebody who has learned': await said(all, 'werkzeuge'),
    'tools, none approved': await said(converse(servicesFor(none)), 'werkzeuge'),
    'tools for the KI-Team': await said(team, 'werkzeuge'),
  }
  const suggested = {
    'which tool, newcomer': await said(newcomer, 'Welches Werkzeug für Übersetzungen?'),
    'which tool, learned': await said(all, 'Welches Werkzeug für Übersetzungen?'),
    'which tool, English': await said(all, 'Which tool for translating?'),
    'which tool, with data': await said(all, 'Welches Werkzeug zum Zusammenfassen von Lebensläufen?'),
    'which tool, unknown task': tasksCard(
      pack.prompts.map(({ id, name }) => ({ id, name })),
      'de',
      issuer,
    ),
    'which tool, nobody has one': whichToolCard({
      task: 'Übersetzen',
      data: [],
      builtIn: false,
      suggested: [],
      rule: undefined,
      page: TAB,
      language: 'de',
      issuer,
    }),
  }
  const many = Array.from({ length: 20 }, (_, at) =>
    toolWith(pack, 'mucgpt', { id: `w-${at}`, name: `Werkzeug ${at}` }),
  )
  const refused = toolWith(pack, 'chatgpt', { status: 'abgelehnt' })
  const address = `${TAB}#/werkzeuge`
  const registers = {
    plain: [pack.tools, 0],
    'of many, in the middle': [many, 1],
    empty: [[], 0],
    'with one refused': [[...many.slice(0, 3), refused], 0],
  } as const
  const drafted = (draft: string, gaps: readonly string[], notes: readonly string[], origin: string) =>
    draftedCards({ kind: 'Einladung', draft, gaps, notes, origin, page: PAGE, issuer })
  const forms = {
    newcomer: await said(newcomer, 'entwurf'),
    learned: await said(all, 'entwurf einladung'),
    'without a model': draftCard({ letters: pack.letters, chosen: undefined, drafters: [], page: PAGE, issuer }),
  }
  const texts = {
    blocks: drafted(
      'Einladung\n\n[Hier](https://x.example) *geht* es los\n1. Punkt',
      ['Ort'],
      [],
      'Aus Textbausteinen, bitte prüfen',
    ),
    ai: drafted('Guten Tag', [], ['Mit Hilfe von MUCGPT'], 'Von KI entworfen, noch nicht geprüft (MUCGPT)'),
    'long ai': drafted('Zeile um Zeile. '.repeat(2_500), ['Ort'], [], 'Von KI entworfen, noch nicht geprüft (MUCGPT)'),
  }
  return [
    ...Object.entries(tools).map(([name, card]) => ({ name, from: 'tools-card' as const, card })),
    ...Object.entries(suggested).map(([name, card]) => ({ name, from: 'which-tool-card' as const, card })),
    ...Object.entries(registers).map(([name, [entries, page]]) => ({
      name: `register ${name}`,
      from: 'register-card' as const,
      card: registerCard({ register: registerOf(entries, DAY), page, address, issuer }),
    })),
    ...Object.entries(forms).map(([name, card]) => ({ name: `draft ${name}`, from: 'draft-card' as const, card })),
    ...Object.entries(texts).flatMap(([name, cards]) =>
      cards.map((card, at) => ({ name: `drafted ${name} ${at + 1}`, from: 'draft-card' as const, card })),
    ),
  ]
}
