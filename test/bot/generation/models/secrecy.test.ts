import { inspect } from 'node:util'
import { expect, jest, test } from '@jest/globals'
import { asked } from '../../../support/asking.js'
import { begun, event, modelServer, replies, type Script } from '../../../support/model-server.js'

test('neither key nor text gets into an error or onto the console', async () => {
  const printed: unknown[] = []
  const spies = (['log', 'info', 'warn', 'error', 'debug'] as const).map(level =>
    jest.spyOn(console, level).mockImplementation((...words) => void printed.push(words)),
  )
  const quoted = 'Invalid key sk-secret-1 for „Guten Tag“'
  const scripts: Script[] = [
    replies(401, JSON.stringify({ error: { message: quoted } })),
    replies(400, quoted),
    begun(response => void response.end(event(quoted))),
    begun(response => void response.end(`event: thread.x\ndata: ${quoted}\n\n`)),
    begun(response => void response.end(event({ error: { message: quoted } }))),
  ]
  for (const script of scripts) {
    const server = await modelServer(script)
    const { failure } = await asked(server)
    await server.close()
    expect(failure).toBeDefined()
    const everything = inspect(failure, { depth: 9, showHidden: true }) + failure?.stack + JSON.stringify(failure)
    expect(everything).not.toMatch(/sk-secret|Guten Tag|127\.0\.0\.1/)
  }
  expect(printed).toEqual([])
  for (const spy of spies) spy.mockRestore()
})
