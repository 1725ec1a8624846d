import { json } from 'node:stream/consumers'
import { z } from 'zod'
import { type Host, listen } from './bot-host.js'

/** What the bot sends to a chat, as far as tests look at it. */
const Outgoing = z.looseObject({
  type: z.string().default(''),
  members: z.array(z.looseObject({ id: z.string() })).optional(),
  summary: z.string().optional(),
  entities: z.array(z.unknown()).optional(),
  suggestedActions: z.looseObject({ actions: z.array(z.looseObject({ value: z.string() })) }).optional(),
  attachments: z
    .array(z.looseObject({ contentType: z.string(), content: z.looseObject({ fallbackText: z.string() }) }))
    .default([]),
})

type Sent = {
  readonly method: string
  readonly path: string
  readonly activity: z.infer<typeof Outgoing>
  /** The header the bot proves itself with. */
  readonly authorization: string | undefined
}

const NEW_CONVERSATION = '/v3/conversations'
/** The chat a person has with the bot alone, once the bot has opened it. */
export const PRIVATE_CHAT = 'private-1'

/** The chat's side of the Bot Framework: takes what the bot sends, numbers new messages, keeps everything. */
export type FakeConnector = Host & {
  readonly sent: () => readonly Sent[]
  /** Everything that ever left the bot, as text. */
  readonly wire: () => string
  /** From now on these methods fail with a status: `{ PUT: 404 }` as if answers had been deleted, `{}` for none. A path may stand behind. */
  readonly refuse: (statuses: Readonly<Record<string, number>>, headers?: Readonly<Record<string, string>>) => void
  readonly clear: () => void
}

export async function fakeConnector(): Promise<FakeConnector> {
  let sent: Sent[] = []
  let numbered = 0
  let refused: Readonly<Record<string, number>> = {}
  let refusal: Readonly<Record<string, string>> = {}
  const host = await listen(async (request, response) => {
    const { method = '', url: path = '' } = request
    const body: unknown = await json(request)
    const { authorization } = request.headers
    sent.push({ method, path, activity: Outgoing.parse(body), authorization })
    const status = refused[`${method} ${path}`] ?? refused[method] ?? 200
    const newChat = path === NEW_CONVERSATION
    const id = newChat ? PRIVATE_CHAT : method === 'PUT' ? path.split('/').at(-1) : `reply-${++numbered}`
    response.writeHead(status, { 'content-type': 'application/json', ...(status === 200 ? {} : refusal) })
    response.end(JSON.stringify(status === 200 ? { id } : { error: { code: 'Refused', message: 'no' } }))
  })
  return {
    ...host,
    sent: () => sent,
    wire: () => JSON.stringify(sent),
    refuse: (statuses, headers = {}) => {
      refused = statuses
      refusal = headers
    },
    clear: () => {
      sent = []
      numbered = 0
      refused = {}
    },
  }
}
