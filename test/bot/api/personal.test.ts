import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { ACCESS } from '../../../bot/identity/access.js'
import type { Services } from '../../../bot/teams/services.js'
import { indexOf } from '../../../policies/answer/index.js'
import {
  AnswerStep,
  ChatResponse,
  Erased,
  KompassView,
  LearningView,
  LessonView,
  StatisticsView,
  Step,
} from '../../../policies/learning-contract.js'
import type { Person, Principal, Role } from '../../../policies/tools/principal.js'
import { type BotHost, hostBot } from '../../support/bot-host.js'
import { cardProblems } from '../../support/card-rules.js'
import { learnModule, questionIn, rightInputs } from '../../support/learner.js'
import { musterstadt } from '../../support/musterstadt.js'
import { IBAN, LEAKED, PERSON } from '../../support/protected.js'
import { servicesFor } from '../../support/scenes.js'

const PACK = await musterstadt()
indexOf(PACK)

const personWith = (id: string, ...roles: Role[]): Person => ({
  kind: 'person',
  id,
  name: `Name ${id}`,
  municipality: 'musterstadt',
  roles: ['beschaeftigt', ...roles],
})
const ANNA = personWith('anna')
const TEAM = personWith('team', 'ki-team')
const GUARD = personWith('guard', 'datenschutz')
const LOTSE = personWith('lotse', 'digitallotse')
const PROGRAM: Principal = {
  kind: 'program',
  id: 'program-1',
  municipality: 'musterstadt',
  tools: [],
  purposes: [],
  procedure: undefined,
  declared: 'D1',
  answersFor: 'Hauptamt',
}

let services: Services
let host: BotHost
let asker: Principal | undefined

beforeAll(async () => {
  services = servicesFor(PACK)
  host = await hostBot(services, { whoAsks: async () => asker })
})
afterAll(() => host.close())

type Answered = { readonly status: number; readonly text: string; readonly headers: Headers }

async function ask(who: Principal | undefined, method: string, path: string, body?: unknown): Promise<Answered> {
  asker = who
  const response = await fetch(`${host.address}${path}`, {
    method,
    ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  })
  return { status: response.status, text: await response.text(), headers: response.headers }
}
const json = async (who: Principal, method: string, path: string, body?: unknown): Promise<unknown> => {
  const { status, text } = await ask(who, method, path, body)
  if (status !== 200) throw new Error(`${path}: ${status} ${text}`)
  return JSON.parse(text)
}

/** Every route of the API that is about people or rules, with a body it takes. */
const ROUTES: readonly { door: keyof typeof ACCESS; path?: string; body?: unknown }[] = [
  { door: 'POST /api/chat', body: { kind: 'text', text: 'lernen' } },
  { door: 'GET /api/rules' },
  { door: 'GET /api/learning' },
  { door: 'GET /api/learning/modules/:id', path: '/api/learning/modules/g1' },
  { door: 'POST /api/learning/lesson', body: { module: 'g1', version: 1 } },
  { door: 'POST /api/learning/start', body: { kind: 'portion' } },
  { door: 'POST /api/learning/answer', body: { session: 'x', inputs: {} } },
  { door: 'POST /api/learning/pause', body: { until: null } },
  { door: 'POST /api/learning/reminder', body: { hour: null } },
  { door: 'GET /api/proof/:file', path: '/api/proof/ki-pass.pdf' },
  { door: 'GET /api/me' },
  { door: 'DELETE /api/me' },
  { door: 'GET /api/proofs.csv' },
  { door: 'POST /api/proofs', body: { person: 'x', subjects: ['g1'], provider: 'VHS', day: '2026-11-01' } },
  { door: 'GET /api/statistics' },
  { door: 'GET /api/usage' },
  { door: 'GET /api/tools' },
  { door: 'GET /api/pane-key' },
  { door: 'POST /api/false-alarm', body: { kind: 'IBAN', rule: 'personenbezogene-daten' } },
  {
    door: 'POST /api/generate',
    body: { tool: 'gibt-es-nicht', purpose: 'entwerfen', material: '', wish: 'x', answers: {}, declared: 'D1' },
  },
]

describe('role × route', () => {
  const people: readonly [string, Principal | undefined][] = [
    ['nobody known', undefined],
    ['a program', PROGRAM],
    ['staff', ANNA],
    ['a Digitallotse', LOTSE],
    ['data protection', GUARD],
    ['the KI-Team', TEAM],
  ]
  const rows = ROUTES.flatMap(route => people.map(([who, principal]) => ({ ...route, who, principal })))
  test.each(rows)('$door for $who', async ({ door, path, body, principal }) => {
    const [method = '', address = ''] = door.split(' ')
    const { status } = await ask(principal, method, path ?? address, body)
    const needed: readonly string[] = ACCESS[door] === 'open' ? [] : [...ACCESS[door]]
    const may = principal?.kind === 'person' && principal.roles.some(role => needed.includes(role))
    expect(status === 403).toBe(!may)
    expect(status).toBeLessThan(500)
  })

  test('no route is missing here', () => {
    const listed = new Set(ROUTES.map(({ door }) => door))
    const personal = Object.keys(ACCESS).filter(door => /^[A-Z]+ \/api\//.test(door))
    const elsewhere = ['GET /api/pack', 'GET /api/sign-in', 'POST /api/check', 'POST /api/messages']
    expect(personal.filter(door => !listed.has(door as keyof typeof ACCESS)).sort()).toEqual(elsewhere.sort())
  })
})

describe('nobody reads the learning state of somebody else', () => {
  test('whatever the role, no answer of any route holds it', async () => {
    const learner = personWith('geheim-lernende')
    await learnModule(services.learning, learner, 'g1', PACK)
    const pseudonym = services.learning.pseudonymOf(learner.id)
    const questions = (await services.store.learning.states(pseudonym)).map(({ question }) => question)
    expect(questions).toHaveLength(5)
    for (const other of [ANNA, LOTSE, GUARD, TEAM]) {
      for (const { door, path, body } of ROUTES) {
        const [method = '', address = ''] = door.split(' ')
        const { text } = await ask(other, method, path ?? address, body)
        expect(text).not.toContain(pseudonym)
        for (const question of questions) expect(`${door} ${text.includes(`"${question}"`)}`).toBe(`${door} false`)
        if (door !== 'GET /api/proofs.csv') expect(text).not.toContain(learner.id)
      }
    }
  })
})

describe('learning over HTTP', () => {
  const learner = personWith('http-lernende')

  test('overview, lesson, round, answer: each as the contract says', async () => {
    const view = LearningView.parse(await json(learner, 'GET', '/api/learning'))
    expect(view.next).toEqual({ kind: 'module', module: 'g1', read: false })
    const lesson = LessonView.parse(await json(learner, 'GET', '/api/learning/modules/g1'))
    const read = await ask(learner, 'POST', '/api/learning/lesson', { module: 'g1', version: lesson.version })
    expect(read.status).toBe(204)
    const started = Step.parse(await json(learner, 'POST', '/api/learning/start', { kind: 'round', module: 'g1' }))
    const { session, question } = questionIn(started)
    const inputs = rightInputs(question, PACK)
    const answered = AnswerStep.parse(await json(learner, 'POST', '/api/learning/answer', { session, inputs }))
    expect(answered).toMatchObject({ kind: 'feedback', feedback: { right: true }, after: { kind: 'question', at: 2 } })
  })

  test('a question shows nothing of its answer', async () => {
    const { text } = await ask(learner, 'POST', '/api/learning/start', { kind: 'round', module: 'g1' })
    expect(text).not.toMatch(/"(?:right|hit|feedback|why|misconception)"/)
  })

  test.each([
    { why: 'a module that does not exist', method: 'GET', path: '/api/learning/modules/g99', status: 404 },
    {
      why: 'a lesson of another version',
      path: '/api/learning/lesson',
      body: { module: 'g1', version: 9 },
      status: 409,
    },
    { why: 'no body', path: '/api/learning/start', body: {}, status: 400 },
    { why: 'a key too much', path: '/api/learning/start', body: { kind: 'portion', of: 'bernd' }, status: 400 },
    { why: 'a pause until yesterday', path: '/api/learning/pause', body: { until: '2026-11-22' }, status: 422 },
    { why: 'a pause for years', path: '/api/learning/pause', body: { until: '2029-01-01' }, status: 422 },
    { why: 'a reminder at night', path: '/api/learning/reminder', body: { hour: 3 }, status: 400 },
    {
      why: 'a session of a megabyte',
      path: '/api/learning/answer',
      body: { session: 'x'.repeat(1e6), inputs: {} },
      status: 413,
    },
  ])('$why: refused in German', async ({ method = 'POST', path, body, status }) => {
    const answered = await ask(learner, method, path, body)
    expect(answered.status).toBe(status)
    expect(JSON.parse(answered.text).problem).toMatch(/[a-zäöü]{4}/)
  })

  test('a text/plain form of another site reaches nothing', async () => {
    asker = learner
    const response = await fetch(`${host.address}/api/learning/pause`, { method: 'POST', body: '{"until":null}' })
    expect(response.status).toBe(415)
  })
})

describe('proof', () => {
  const holder = personWith('pass-inhaberin')
  beforeAll(async () => {
    for (const module of PACK.training.modules.filter(({ course }) => course === 'grundkurs'))
      await learnModule(services.learning, holder, module.id, PACK)
  })

  test('as PDF and as credential that the public page verifies', async () => {
    const pdf = await ask(holder, 'GET', '/api/proof/ki-pass.pdf')
    expect(pdf.status).toBe(200)
    expect(pdf.headers.get('content-type')).toBe('application/pdf')
    expect(pdf.text.startsWith('%PDF-')).toBe(true)
    const credential = await ask(holder, 'GET', '/api/proof/ki-pass.jwt')
    const form = new URLSearchParams({ nachweis: credential.text })
    asker = undefined
    const page = await fetch(`${host.address}/nachweis`)
    const field = /<textarea[^>]* name="(?<name>[^"]+)"/.exec(await page.text())?.groups?.name ?? 'nachweis'
    const checked = await fetch(`${host.address}/nachweis`, {
      method: 'POST',
      body: new URLSearchParams({ [field]: form.get('nachweis') ?? '' }),
    })
    const verdict = await checked.text()
    expect(verdict).toContain('Gültig')
    expect(verdict).toContain('Name pass-inhaberin')
  })

  test.each([
    { why: 'the KI-Pass of somebody who has none', who: ANNA, file: 'ki-pass.pdf' },
    { why: 'another certificate', who: holder, file: 'lotsen.pdf' },
    { why: 'no certificate at all', who: holder, file: 'g1.pdf' },
    { why: 'a way out of the folder', who: holder, file: '..%2F..%2Fpackage.json' },
  ])('$why: 404', async ({ who, file }) => {
    expect((await ask(who, 'GET', `/api/proof/${file}`)).status).toBe(404)
  })

  test('the list holds person, module, version, date; every retrieval is noted, and who looked sees it', async () => {
    const before = (await services.store.proofs.retrievals()).length
    const { text, headers } = await ask(TEAM, 'GET', '/api/proofs.csv')
    expect(headers.get('content-type')).toContain('text/csv')
    expect(text.split('\r\n')[0]).toContain('Person;Name;Modul;Titel;Fassung;Datum;Anbieter')
    expect(text).toContain('pass-inhaberin;Name pass-inhaberin;ki-pass;KI-Pass;')
    expect(await services.store.proofs.retrievals()).toHaveLength(before + 1)
    expect(JSON.stringify(await json(TEAM, 'GET', '/api/me'))).toContain('proofs.csv')
  })

  test('training elsewhere counts, and completes a pass', async () => {
    const subjects = PACK.training.modules.filter(({ course }) => course === 'grundkurs').map(({ id }) => id)
    const training = { person: 'extern', name: 'Eva Extern', subjects, provider: 'Studieninstitut', day: '2026-11-20' }
    const entered = await ask(TEAM, 'POST', '/api/proofs', training)
    expect(entered.status).toBe(201)
    const view = LearningView.parse(await json(personWith('extern'), 'GET', '/api/learning'))
    expect(view.courses[0]?.certificate.standing.kind).toBe('valid')
    expect(JSON.parse((await ask(TEAM, 'POST', '/api/proofs', training)).text)).toEqual({ added: 0 })
  })

  test.each([
    { why: 'a module nobody knows', change: { subjects: ['g99'] } },
    { why: 'a day to come', change: { day: '2026-12-24' } },
  ])('training elsewhere with $why: refused', async ({ change }) => {
    const training = { person: 'x', subjects: ['g1'], provider: 'VHS', day: '2026-11-20', ...change }
    expect((await ask(TEAM, 'POST', '/api/proofs', training)).status).toBe(422)
  })

  test('statistics: never a number below five, no sums', async () => {
    for (const id of ['a', 'b', 'c', 'd', 'e', 'f'])
      await services.store.proofs.add({
        id: `s-${id}`,
        person: `s-${id}`,
        name: undefined,
        subject: 'l1',
        version: 1,
        day: '2026-11-20',
        provider: undefined,
      })
    const { rows } = StatisticsView.parse(await json(GUARD, 'GET', '/api/statistics'))
    expect(rows.find(({ subject }) => subject === 'l1')?.people).toBe('mindestens 5')
    expect(rows.find(({ subject }) => subject === 'l2')?.people).toBe('unter 5')
    for (const { people } of rows) expect(people).toMatch(/^(?:unter 5|mindestens \d*[05])$/)
  })
})

describe('own data over HTTP', () => {
  test('are shown, erased, and the answer says what stays and why', async () => {
    const person = personWith('loeschende')
    await learnModule(services.learning, person, 'g1', PACK)
    const shown = JSON.stringify(await json(person, 'GET', '/api/me'))
    expect(shown).toContain('"subject":"g1"')
    const erased = Erased.parse(await json(person, 'DELETE', '/api/me'))
    expect(erased.erased).toContainEqual({ what: 'Lernstand', rows: 6 })
    expect(erased.kept).toEqual([
      { what: '1 Nachweis', why: expect.stringContaining('Dienststelle'), until: '2029-11-23' },
    ])
    const after = JSON.stringify(await json(person, 'GET', '/api/me'))
    expect(after).toContain('"fragen":[]')
  })
})

describe('the Kompass', () => {
  test('holds every rule in full, with versions and what changed, and is sent once', async () => {
    const { text, headers } = await ask(ANNA, 'GET', '/api/rules')
    const view = KompassView.parse(JSON.parse(text))
    expect(view.rules.map(({ id }) => id).sort()).toEqual(PACK.rules.map(({ id }) => id).sort())
    const label = view.rules.find(({ id }) => id === 'kennzeichnung')
    expect(label).toMatchObject({ version: 2, changes: [{ version: 2, on: '2026-11-23', what: expect.any(String) }] })
    expect(view.rules.every(({ modules }) => modules.length > 0)).toBe(true)
    const again = await fetch(`${host.address}/api/rules`, { headers: { 'if-none-match': headers.get('etag') ?? '' } })
    expect(again.status).toBe(304)
  })
})

describe('the chat on a page', () => {
  test('answers with the same cards as in Teams', async () => {
    const { cards } = ChatResponse.parse(
      await json(ANNA, 'POST', '/api/chat', { kind: 'text', text: 'Darf ich einen Lebenslauf in ChatGPT hochladen?' }),
    )
    expect(cards).toHaveLength(1)
    expect(cards.flatMap(cardProblems)).toEqual([])
    expect(JSON.stringify(cards)).toContain('Nein, nicht erlaubt')
  })

  test('remembers what it was about, for a follow-up', async () => {
    const { cards } = ChatResponse.parse(
      await json(ANNA, 'POST', '/api/chat', { kind: 'text', text: 'Und wenn ich die Namen schwärze?' }),
    )
    expect(JSON.stringify(cards)).toContain('anonymisieren')
  })

  test('a button puts a card in place of its own', async () => {
    const { replacement } = ChatResponse.parse(
      await json(ANNA, 'POST', '/api/chat', { kind: 'button', verb: 'area', data: {} }),
    )
    expect(JSON.stringify(replacement)).toContain('Alle Regeln nach Themen')
  })

  test('every text is checked, nothing of it is repeated or logged', async () => {
    const text = `Darf ich den Brief von ${PERSON} mit der IBAN ${IBAN} in ChatGPT hochladen?`
    const answered = await ask(ANNA, 'POST', '/api/chat', { kind: 'text', text })
    expect(answered.text).toContain('geschützte Angaben')
    expect(answered.text).not.toMatch(LEAKED)
    expect(host.log()).not.toMatch(LEAKED)
  })

  test('two people on pages have conversations of their own', async () => {
    const { cards } = ChatResponse.parse(
      await json(personWith('neu'), 'POST', '/api/chat', { kind: 'text', text: 'Und wenn ich die Namen schwärze?' }),
    )
    expect(JSON.stringify(cards)).not.toContain('Lebenslauf')
  })
})
