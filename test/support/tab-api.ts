import express, { Router } from 'express'
import { generateRoutes } from '../../bot/api/generate.js'
import { kompassView } from '../../bot/api/kompass-view.js'
import { learningRoutes } from '../../bot/api/learning.js'
import { toolsRoutes } from '../../bot/api/tools.js'
import { createTextCheck } from '../../bot/check/check-text.js'
import { createGuard } from '../../bot/generation/guard.js'
import type { ModelCall, ModelChunk } from '../../bot/generation/models/model.js'
import { createRunning } from '../../bot/generation/running.js'
import { createLocalIdentity } from '../../bot/identity/local.js'
import { createLearning } from '../../bot/learning/learning.js'
import { answerCard } from '../../bot/teams/cards/answer-card.js'
import { card, execute, openDialog, openUrl, rows, text } from '../../bot/teams/cards/card.js'
import { issuerOf } from '../../bot/teams/cards/frame.js'
import { answerOfRule, NO_TOPIC } from '../../policies/answer/index.js'
import type { Erased } from '../../policies/learning-contract.js'
import type { Pack } from '../../policies/pack/pack-schema.js'
import type { Person } from '../../policies/tools/principal.js'
import { NOW, ruleOf } from './musterstadt.js'
import { scriptedModels } from './scripted-models.js'
import { createTabStore, type TabStore } from './tab-store.js'

type Asked = {
  readonly method: string
  readonly path: string
  readonly authorization: string | undefined
  readonly body: unknown
}
/** What the model says to the next requests, and which lessons the person still lacks; a test may change both. */
type Played = {
  model: (call: ModelCall) => Iterable<ModelChunk> | AsyncIterable<ModelChunk>
  lacks: readonly string[]
  readonly calls: readonly ModelCall[]
}
export type TabApi = {
  readonly routes: Router
  readonly tab: TabStore
  readonly asked: Asked[]
  readonly person: string
  readonly played: Played
}

/**
 * What the tab talks to: the real routes of learning over a storage in memory, at the moment all tests play in, and the
 * Kompass of the pack. Chat and own data are played; the real ones are in learn-service.test.ts.
 */
export function tabApi(pack: Pack): TabApi {
  const tab = createTabStore()
  const asked: Asked[] = []
  const { person } = createLocalIdentity(pack.manifest.id).current()
  const key = new Uint8Array(32).fill(7)
  const now = (): Date => NOW
  const learning = createLearning({ store: tab.store, pack: () => pack, now, key, seed: () => 4 })
  const routes = Router()
  routes.use('/api', (request, _, next) => {
    const { method, originalUrl: path, headers } = request
    asked.push({ method, path, authorization: headers.authorization, body: undefined })
    next()
  })
  routes.get('/api/sign-in', (_, response) => void response.json({ kind: 'local' }))
  routes.use(learningRoutes({ store: tab.store, learning, pack: () => pack, now, whoAsks: async () => person }))
  const { played, routes: writing } = writingRoutes(pack, person)
  routes.use(writing)
  routes.get('/api/rules', (_, response) => void response.json(kompassView(pack)))
  routes.post('/api/chat', express.json(), (request, response) => void response.json(chatOf(request.body, pack)))
  routes.get('/api/me', (_, response) => void response.json(OWN))
  routes.delete('/api/me', (_, response) => void response.json(ERASED))
  routes.get('/api/proof/:file', (request, response) => {
    response.attachment(request.params.file).send(`played ${request.params.file}`)
  })
  return { routes, tab, asked, person: person.id, played }
}

/** The real routes of tools and drafts with the real guard; only the model is played. */
function writingRoutes(pack: Pack, person: Person): { readonly routes: Router; readonly played: Played } {
  const models = scriptedModels(call => played.model(call))
  const played: Played = { model: () => [{ text: 'Gern.' }, { finish: 'stop' }], lacks: [], calls: models.calls }
  const house = async () => ({
    municipality: pack.manifest.id,
    tools: pack.tools,
    pseudonymisedInto: pack.manifest.pseudonymised_into,
    lacks: () => played.lacks,
  })
  const now = (): Date => NOW
  const whoAsks = async () => person
  const guard = createGuard({
    running: createRunning(),
    pack: () => pack,
    now,
    houseFor: house,
    checkText: createTextCheck({ pause: async () => undefined, now }),
    models,
    note: () => undefined,
    meter: SILENT,
    seconds: () => NOW.getTime() / 1000,
  })
  const routes = Router()
  routes.use(toolsRoutes({ pack: () => pack, now, house, whoAsks }))
  routes.use(generateRoutes({ pack: () => pack, guard, whoAsks }))
  return { routes, played }
}

const nothing = (): void => {}
const SILENT = { call: nothing, firstToken: nothing, whole: nothing, tokens: nothing, held: nothing }

const OWN = {
  stand: NOW.toISOString(),
  kommune: 'Musterstadt',
  person: { kennung: 'local:sachbearbeiterin', name: 'Aylin Demir' },
  nachweise: [{ subject: 'g4' }, { subject: 'g5' }],
  lernstand: { pseudonym: 'x', einstellungen: null, fragen: [] },
  erinnerung: null,
}

const ERASED: Erased = {
  erased: [
    { what: 'Lernstand', rows: 12 },
    { what: 'Erinnerung', rows: 0 },
  ],
  kept: [{ what: '2 Nachweise', why: 'Ihre Dienststelle muss sie zeigen können.', until: '2029-11-23' }],
}

type Said = { readonly kind: string; readonly text?: string; readonly verb?: string; readonly data?: unknown }

/** A question gets the card of a rule; its buttons are answered with a card that says what was sent. */
function chatOf({ kind, text: question = '', verb = '', data }: Said, pack: Pack): object {
  if (kind === 'text') return { cards: [question === 'lernen' ? inputCard() : ruleCard(pack)] }
  const echo = card('de', 'Danke', [text(`Verstanden: ${verb} ${JSON.stringify(data)}`)])
  return verb === 'rule' ? { cards: [echo] } : { cards: [], replacement: echo }
}

function ruleCard(pack: Pack): object {
  const rule = ruleOf(pack, 'anonymisieren')
  return answerCard({
    answer: answerOfRule(rule, NO_TOPIC, pack, '2026-11-23'),
    topic: NO_TOPIC,
    language: 'de',
    readings: [],
    attempt: false,
    people: ['KI-Team: 04131 000'],
    feedback: 'ask',
    issuer: issuerOf(pack),
  })
}

/** Everything a card can hold: choices, a date, Markdown, what tries to be markup, and every kind of button. */
const inputCard = (): object =>
  card('de', 'Eine Frage', [
    text('Wählen Sie', { style: 'heading', weight: 'bolder' }),
    text('**Fett** und <img src=x onerror=alert(1)>\n- eins\n- [zwei](javascript:alert(1))'),
    {
      type: 'Input.ChoiceSet',
      id: 'a',
      label: 'Was stimmt?',
      style: 'expanded',
      choices: [
        { title: 'Dies', value: '0' },
        { title: 'Das', value: '1' },
      ],
      wrap: true,
    },
    {
      type: 'Input.ChoiceSet',
      id: 'i0',
      label: 'Was passt?',
      style: 'compact',
      placeholder: 'Bitte wählen',
      choices: [{ title: 'Eins', value: 'x' }],
      wrap: true,
    },
    { type: 'Input.Date', id: 'until', label: 'Bis wann?' },
    ...rows([
      { ...execute('Antworten', 'answer', { session: 's' }), style: 'positive' },
      openUrl('Zur Seite', 'https://example.org/seite'),
      openDialog('Dialog öffnen', 'pruefen'),
    ]),
  ])
