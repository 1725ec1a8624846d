import { text } from 'node:stream/consumers'
import { type Listening, listenAlone } from './listen.js'

type Asked = {
  readonly method: string
  readonly path: string
  readonly authorization: string | undefined
  readonly body: string
}
type Answer = { readonly status?: number; readonly body?: unknown }

/** Microsoft Graph on this machine, as far as it is written down: answers by path, in pages. */
export type FakeGraph = Listening & {
  readonly asked: () => readonly Asked[]
  /** What a path answers from now on. */
  readonly answer: (path: string, answer: Answer) => void
}

export async function fakeGraph(): Promise<FakeGraph> {
  const asked: Asked[] = []
  const answers = new Map<string, Answer>()
  const host = await listenAlone(async (request, response) => {
    const { method = '', url = '', headers } = request
    asked.push({ method, path: url, authorization: headers.authorization, body: await text(request) })
    const { status = 200, body } = answers.get(decodeURIComponent(url)) ?? { status: 404 }
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(body === undefined ? undefined : JSON.stringify(body))
  })
  return {
    ...host,
    asked: () => asked,
    answer: (path, given) => void answers.set(path, given),
  }
}
