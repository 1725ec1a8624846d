import { afterEach, describe, expect, test } from '@jest/globals'
import type { Services } from '../../../bot/teams/services.js'
import { ApiProblem, CheckResponse, LONGEST_CHECKED } from '../../../policies/contract.js'
import { type BotHost, hostBot } from '../../support/bot-host.js'
import { musterstadt } from '../../support/musterstadt.js'
import { IBAN, LEAKED, PERSON } from '../../support/protected.js'
import { servicesFor } from '../../support/scenes.js'

const PACK = await musterstadt()
const OPEN = PACK.tools.find(({ status, id }) => status !== 'freigegeben' && id.startsWith('chatgpt'))?.id ?? ''
const LETTER = `${PERSON} zahlt auf ${IBAN}.`

let host: BotHost
afterEach(() => host.close())

async function post(body: unknown, headers: Readonly<Record<string, string>> = {}, changes: Partial<Services> = {}) {
  host = await hostBot(servicesFor(PACK, changes))
  const response = await fetch(`${host.address}/api/check`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  return { status: response.status, headers: response.headers, text: await response.text() }
}

const checked = async (body: unknown) => {
  const { status, text } = await post(body)
  expect({ status, text: status === 200 ? '' : text }).toEqual({ status: 200, text: '' })
  return CheckResponse.parse(JSON.parse(text))
}

describe('what a text holds and whether it may go', () => {
  test('a name and an account number: where, what, which rule, and never the text', async () => {
    const { status, text, headers } = await post({ text: LETTER, tool: 'W1' })
    expect(status).toBe(200)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(text).not.toMatch(LEAKED)
    const answer = CheckResponse.parse(JSON.parse(text))
    expect(answer).toMatchObject({
      verdict: 'block',
      tool: { class: 'W1' },
      recognised: 'D2',
      counts: 'D2',
      now: 'refused',
      afterReplacing: 'refused',
      kinds: [
        { kind: 'PERSON', count: 1 },
        { kind: 'IBAN', count: 1 },
      ],
      rules: ['personenbezogene-daten'],
    })
    expect(answer.findings.map(({ start, end }) => LETTER.slice(start, end))).toEqual(['Birgit Krüger', IBAN])
  })

  test.each([
    {
      why: 'an approved tool by id, after replacing',
      tool: 'mucgpt',
      is: { verdict: 'block', now: 'refused', afterReplacing: 'conditions', tool: { id: 'mucgpt', class: 'W3' } },
    },
    {
      why: 'a tool nobody approved',
      tool: OPEN,
      is: { verdict: 'block', afterReplacing: 'refused', tool: { id: OPEN, class: 'W0' } },
    },
  ])('$why', async ({ tool, is }) => {
    expect(await checked({ text: LETTER, tool })).toMatchObject(is)
  })

  test.each([
    {
      why: 'nothing recognised is no promise',
      body: { text: 'Die Sitzung beginnt.', tool: 'W1' },
      verdict: 'allow',
      says: /^Nichts erkannt; ob der Text öffentlich/,
    },
    {
      why: 'declared as internal, which an open tool may not have',
      body: { text: 'Die Sitzung beginnt.', tool: 'W1', declared: 'D1' },
      verdict: 'block',
      says: /Digitallots/,
    },
    {
      why: 'the same in a tool under contract',
      body: { text: 'Die Sitzung beginnt.', tool: 'W2', declared: 'D1' },
      verdict: 'allow',
      says: /^Nichts erkannt/,
    },
    {
      why: 'a tool nobody approved, even for nothing',
      body: { text: '', tool: OPEN },
      verdict: 'block',
      says: /freigegebenes Werkzeug \(F13, MUCGPT\)/,
    },
    {
      why: 'half a character',
      body: { text: `\ud83d ${LETTER}`, tool: 'W3' },
      verdict: 'block',
      says: /^Mit Platzhaltern/,
    },
  ])('$why: one sentence', async ({ body, verdict, says }) => {
    const answer = await checked(body)
    expect(answer.verdict).toBe(verdict)
    expect(answer.message).toMatch(says)
    expect(answer.message.split(/[.!?](?:\s|$)/).filter(Boolean)).toHaveLength(1)
  })

  test('the longest text there may be, written as long as JSON allows', async () => {
    const body = `{"text":"${'\\u00e4'.repeat(LONGEST_CHECKED)}","tool":"W1"}`
    expect((await post(body)).status).toBe(200)
  })

  test('leaves nothing in the log', async () => {
    await post({ text: LETTER, tool: 'W1' })
    expect(host.log()).not.toMatch(LEAKED)
  })
})

describe('a refusal says in German what is wrong and what to do', () => {
  const body = { text: LETTER, tool: 'W1' }
  test.each([
    { why: 'no JSON', body: `{"text": "${LETTER}`, status: 400, says: /nicht lesbar/ },
    { why: 'nothing', body: '', status: 400, says: /in „text“ an/ },
    { why: 'a list', body: [body], status: 400, says: /JSON-Objekt mit „text“/ },
    { why: 'a text alone', body: `"${LETTER}"`, status: 400, says: /nicht lesbar/ },
    { why: 'no text', body: { tool: 'W1' }, status: 400, says: /in „text“ an/ },
    { why: 'a text that is none', body: { text: [LETTER], tool: 'W1' }, status: 400, says: /in „text“ an/ },
    { why: 'no tool', body: { text: LETTER }, status: 400, says: /in „tool“ ein Werkzeug aus GET \/api\/pack/ },
    { why: 'an unknown tool', body: { ...body, tool: 'krueger' }, status: 400, says: /nicht bekannt.*GET \/api\/pack/ },
    { why: 'a class that does not exist', body: { ...body, tool: 'W9' }, status: 400, says: /W0 bis W3/ },
    {
      why: 'a data class that does not exist',
      body: { ...body, declared: 'D9' },
      status: 400,
      says: /eine von D0, D1, D2, D3, VS und SECRET/,
    },
    {
      why: 'a field that does not exist',
      body: { ...body, name: PERSON },
      status: 400,
      says: /weitere Felder gibt es nicht/,
    },
    {
      why: 'a text too long by one',
      body: { ...body, text: 'x'.repeat(LONGEST_CHECKED + 1) },
      status: 413,
      says: /höchstens 200\.000 Zeichen.*Text prüfen/,
    },
    {
      why: 'a body beyond every limit',
      body: { ...body, text: 'x'.repeat(2_000_000) },
      status: 413,
      says: /höchstens 200\.000 Zeichen/,
    },
  ])('$why: $status', async ({ body: sent, status, says }) => {
    const answer = await post(sent)
    expect(answer.status).toBe(status)
    expect(ApiProblem.parse(JSON.parse(answer.text)).problem).toMatch(says)
    expect(`${answer.text}${host.log()}`).not.toMatch(LEAKED)
  })

  test.each([
    { why: 'a form', type: 'application/x-www-form-urlencoded' },
    { why: 'plain text, which other sites could send unasked', type: 'text/plain' },
    { why: 'no type', type: '' },
    { why: 'letters of another kind', type: 'application/json; charset=latin1' },
  ])('$why: 415', async ({ type }) => {
    const { status, text } = await post(JSON.stringify(body), { 'content-type': type })
    expect(status).toBe(415)
    expect(ApiProblem.parse(JSON.parse(text)).problem).toMatch(/Content-Type: application\/json/)
  })

  test.each([
    { why: 'nobody known', principalOf: async () => undefined },
    {
      why: 'a person without role',
      principalOf: async () => ({ kind: 'person' as const, id: 'p', municipality: 'm', roles: [] }),
    },
  ])('$why: 403, before anything is read', async ({ principalOf }) => {
    const { status, text } = await post('{', {}, { principalOf })
    expect(status).toBe(403)
    expect(ApiProblem.parse(JSON.parse(text)).problem).toMatch(/KI-Team/)
  })

  test('the check failed: 503, and the text is not to be used', async () => {
    const { status, text } = await post(body, {}, { checkText: async () => ({ kind: 'held' }) })
    expect(status).toBe(503)
    expect(JSON.parse(text)).toEqual({ problem: 'Der Text wurde nicht geprüft. Bitte nicht einfügen.' })
  })

  test('a fault of ours: 500 without detail', async () => {
    const checkText = async () => Promise.reject(new RangeError(LETTER))
    const { status, text } = await post(body, {}, { checkText })
    expect(status).toBe(500)
    expect(ApiProblem.parse(JSON.parse(text)).problem).toMatch(/^Das hat gerade nicht geklappt/)
    expect(`${text}${host.log()}`).not.toMatch(LEAKED)
    expect(host.log()).toContain('RangeError')
  })

  test.each([
    { method: 'GET', path: '/api/check', status: 405, allow: 'POST' },
    { method: 'PUT', path: '/api/check', status: 405, allow: 'POST' },
    { method: 'POST', path: '/api/pack', status: 405, allow: 'GET' },
    { method: 'GET', path: '/api/gibt-es-nicht', status: 404, allow: null },
  ])('$method $path: $status', async ({ method, path, status, allow }) => {
    host = await hostBot(servicesFor(PACK))
    const response = await fetch(`${host.address}${path}`, { method })
    expect(response.status).toBe(status)
    expect(response.headers.get('allow')).toBe(allow)
    expect(ApiProblem.parse(await response.json()).problem).toMatch(/^Diese Adresse/)
  })
})
