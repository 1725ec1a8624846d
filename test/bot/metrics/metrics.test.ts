import { describe, expect, test } from '@jest/globals'
import express from 'express'
import type { ToolHealth } from '../../../bot/generation/models/model.js'
import { ACCESS } from '../../../bot/identity/access.js'
import { createMetrics } from '../../../bot/metrics/metrics.js'
import { countRequests } from '../../../bot/metrics/requests.js'
import { listenAlone } from '../../support/listen.js'

const metricsWith = (health: readonly ToolHealth[] = []) =>
  createMetrics({ tools: () => ['mucgpt', 'f13'], routes: Object.keys(ACCESS), health: () => health })

/** The samples of one metric, without its help. */
const samples = async ({ text }: { text: () => Promise<string> }, name: string): Promise<string[]> =>
  (await text()).split('\n').filter(line => line.startsWith(name))

describe('figures', () => {
  test('calls by tool and how they ended', async () => {
    const metrics = metricsWith()
    metrics.call('mucgpt', 'answered')
    metrics.call('mucgpt', 'answered')
    metrics.call('f13', 'stalled')
    expect(await samples(metrics, 'kompass_gateway_calls_total')).toEqual([
      'kompass_gateway_calls_total{tool="mucgpt",outcome="answered"} 2',
      'kompass_gateway_calls_total{tool="f13",outcome="stalled"} 1',
    ])
  })

  test('times in seconds, tokens, texts held', async () => {
    const metrics = metricsWith()
    metrics.firstToken('mucgpt', 0.3)
    metrics.whole('mucgpt', 12)
    metrics.tokens('mucgpt', 'prompt', 120)
    metrics.tokens('mucgpt', 'completion', 30)
    metrics.held()
    const text = await metrics.text()
    for (const line of [
      'kompass_gateway_first_token_seconds_bucket{le="0.25",tool="mucgpt"} 0',
      'kompass_gateway_first_token_seconds_bucket{le="0.5",tool="mucgpt"} 1',
      'kompass_gateway_answer_seconds_sum{tool="mucgpt"} 12',
      'kompass_gateway_tokens_total{tool="mucgpt",kind="prompt"} 120',
      'kompass_gateway_tokens_total{tool="mucgpt",kind="completion"} 30',
      'kompass_check_held_total 1',
    ])
      expect(text).toContain(`${line}\n`)
  })

  test('the state of tools as it is when asked, nothing of before', async () => {
    const health: ToolHealth[] = [{ tool: 'mucgpt', circuit: 'open', running: 3, waiting: 7 }]
    const metrics = createMetrics({ tools: () => ['mucgpt', 'f13'], routes: [], health: () => health })
    await metrics.text()
    health[0] = { tool: 'f13', circuit: 'half-open', running: 1, waiting: 0 }
    const now = await samples(metrics, 'kompass_gateway_')
    expect(now).toEqual([
      'kompass_gateway_running{tool="f13"} 1',
      'kompass_gateway_waiting{tool="f13"} 0',
      'kompass_gateway_circuit{tool="f13",state="closed"} 0',
      'kompass_gateway_circuit{tool="f13",state="half-open"} 1',
      'kompass_gateway_circuit{tool="f13",state="open"} 0',
    ])
  })

  test('of the process, and two services in one process do not share them', async () => {
    const [one, other] = [metricsWith(), metricsWith()]
    one.held()
    expect(await samples(other, 'kompass_check_held_total')).toEqual(['kompass_check_held_total 0'])
    expect(await one.text()).toContain('process_resident_memory_bytes')
  })
})

describe('labels come from fixed lists', () => {
  test('a tool of no pack and a route of no table are "other", whatever they are called', async () => {
    const metrics = metricsWith([{ tool: 'Frau Beispiel', circuit: 'closed', running: 1, waiting: 0 }])
    metrics.call('Frau Beispiel', 'answered')
    metrics.firstToken('Frau Beispiel', 1)
    metrics.whole('Frau Beispiel', 1)
    metrics.tokens('Frau Beispiel', 'prompt', 1)
    metrics.request('GET /api/proof/Frau Beispiel', 200)
    metrics.request('GET /api/me', 999)
    const text = await metrics.text()
    expect(text).not.toContain('Beispiel')
    expect(text).toContain('kompass_requests_total{route="other",status="2xx"} 1')
    expect(text).toContain('kompass_requests_total{route="GET /api/me",status="other"} 1')
  })

  test('requests are counted by the template of their route', async () => {
    const metrics = metricsWith()
    const app = express()
    app.use(countRequests(metrics))
    app.get('/api/proof/:file', (_, response) => void response.json({}))
    app.use(express.Router().delete('/api/me', (_, response) => void response.status(403).json({})))
    const server = await listenAlone(app)
    for (const path of ['/api/proof/frau-beispiel.pdf?x=beispiel', '/beispiel']) await fetch(`${server.address}${path}`)
    await fetch(`${server.address}/api/me`, { method: 'DELETE' })
    await server.close()
    expect((await samples(metrics, 'kompass_requests_total')).sort()).toEqual([
      'kompass_requests_total{route="DELETE /api/me",status="4xx"} 1',
      'kompass_requests_total{route="GET /api/proof/:file",status="2xx"} 1',
      'kompass_requests_total{route="other",status="4xx"} 1',
    ])
    expect(await metrics.text()).not.toContain('beispiel')
  })
})
