import { appendFile } from 'node:fs/promises'
import { IBAN } from '../protected.js'
import { forgetAll, inOwnTable, type Leak, remember, traceFile } from './leaky.js'
import { LINE, TEXT } from './told.js'

type Row = {
  readonly why: string
  readonly leak: Leak
  /** Kinds of places that are named. */
  readonly in: RegExp
  readonly body?: unknown
  readonly path?: string
}

const sent = (body: string): string => JSON.parse(body).text

export const LEAKS: readonly Row[] = [
  {
    why: 'a line of the log that quotes the text',
    leak: (body, { log }) => log.info({ text: sent(body) }, 'asked'),
    in: /^log: /m,
  },
  {
    why: 'a line at the lowest level a service can be set to',
    leak: (body, { log }) => log.debug(sent(body)),
    in: /^log: /m,
  },
  {
    why: 'a log that says no more than the beginning',
    leak: (_, { log }) => log.warn(LINE.slice(0, 30)),
    in: /^log: 0 texts, \d pieces/m,
  },
  {
    why: 'what an error quotes of a body that is no JSON: ten letters',
    body: LINE,
    leak: (body, { log }) => {
      try {
        JSON.parse(body)
      } catch (error) {
        log.warn(String(error))
      }
    },
    in: /^log: 0 texts, \d pieces/m,
  },
  {
    why: 'a single value, in capitals and without its blanks',
    leak: (_, { log }) => log.warn({ account: IBAN.replaceAll(' ', '').toUpperCase() }, 'odd account'),
    in: /^log: 0 texts, 0 pieces of texts, 1 values/m,
  },
  {
    why: 'a request inside a request: JSON within JSON',
    leak: (body, { log }) => log.info({ request: JSON.stringify({ body }) }),
    in: /^log: 1 texts/m,
  },
  {
    why: 'a coded text: base64 with something before it',
    leak: (body, { log }) => log.info(Buffer.from(`x${sent(body)}`).toString('base64')),
    in: /^log: 1 texts/m,
  },
  {
    why: 'base64 for addresses',
    leak: (body, { log }) => log.info(Buffer.from(sent(body)).toString('base64url')),
    in: /^log: 1 texts/m,
  },
  {
    why: 'an address with the text in it',
    leak: (body, { log }) => log.info({ url: `/search?q=${encodeURIComponent(sent(body))}` }),
    in: /^log: 1 texts/m,
  },
  {
    why: 'an error whose message quotes what it stumbled over',
    leak: body => console.error(new Error(`cannot read ${sent(body)}`)),
    in: /^console: 1 texts/m,
  },
  {
    why: 'a word straight to the output',
    leak: body => void process.stderr.write(`${sent(body).split('\n')[1]}\n`),
    in: /^stderr: 0 texts/m,
  },
  {
    why: 'a label of a figure',
    leak: (body, { count }) => count(sent(body)),
    in: /^metrics: 1 texts/m,
  },
  {
    why: 'a column, in a value that no other part of the service would show',
    leak: (body, places) => remember(JSON.stringify([sent(body)]), places),
    in: /^table memory, column topics: 1 texts/m,
  },
  {
    why: 'a table nobody knows of',
    leak: (body, places) => inOwnTable(sent(body), places),
    in: /^table notes, column note: 1 texts/m,
  },
  {
    why: 'a row that was deleted, but not from the pages of the file',
    leak: async (body, places) => {
      await remember(sent(body), places)
      await forgetAll(places)
    },
    in: /^file kompass\.db(?:-wal)? .*: 1 texts/m,
  },
  {
    why: 'a file beside the database',
    leak: (body, places) => appendFile(traceFile(places), sent(body)),
    in: /^file trace\.txt while it ran: 1 texts[\s\S]*^file trace\.txt afterwards: 1 texts/m,
  },
  {
    why: 'a body that is no JSON: whoever sends it still wrote something',
    body: `{"text": "${LINE}`,
    leak: (body, { log }) => log.error(`Unexpected end of JSON input: ${body}`),
    in: /^log: 1 texts/m,
  },
  {
    why: 'the name of a field, for that can be a text, too',
    body: { [LINE]: 1 },
    leak: (body, { log }) => log.warn(`unknown field ${Object.keys(JSON.parse(body))[0]}`),
    in: /^log: 1 texts/m,
  },
  {
    why: 'what stands in the address, where a body is expected',
    body: {},
    path: `/api/chat?frage=${encodeURIComponent(LINE)}`,
    leak: (_, { log }) => log.warn(LINE),
    in: /^log: 1 texts/m,
  },
  {
    why: 'arguments of a tool, deep in a conversation of a program',
    body: {
      messages: [{ role: 'assistant', tool_calls: [{ function: { arguments: JSON.stringify({ an: LINE }) } }] }],
    },
    path: '/v1/chat/completions',
    leak: (_, { log }) => log.info({ an: LINE }),
    in: /^log: /m,
  },
  {
    why: 'a message from Teams, quoted with its mention',
    body: { type: 'message', from: { id: 'x' }, text: `<at>Kompass</at> ${LINE}` },
    path: '/api/messages',
    leak: (_, { log }) => log.info(LINE),
    in: /^log: /m,
  },
]

export const STORED: readonly Row[] = [
  {
    why: 'a column',
    leak: (body, places) => remember(sent(body), places),
    in: /^table memory, column topics: 1 texts/m,
  },
  {
    why: 'a row that was deleted, but not from the pages of the file and the write-ahead log',
    leak: async (body, places) => {
      await remember(sent(body), places)
      await forgetAll(places)
    },
    in: /^file \d+ of PostgreSQL: 1 texts[\s\S]*^file \w+ of PostgreSQL: 1 texts/m,
  },
]

export const INNOCENT: readonly (Omit<Row, 'in'> & { readonly body: unknown })[] = [
  {
    why: 'ids of rules and tools are published, and counted',
    body: { kind: 'button', verb: 'feedback', data: { rule: 'besondere-kategorien', tool: 'chatgpt' } },
    leak: (_, { log, count }) => {
      log.info({ rule: 'besondere-kategorien', verb: 'feedback' })
      count('chatgpt')
    },
  },
  {
    why: 'a word on a button that is part of an id',
    body: { text: 'Weiter' },
    leak: (_, places) => remember('["g3-erweiterung"]', places),
  },
  {
    why: 'the end of a pause is a day, and stored as one',
    body: { until: '2026-12-24' },
    leak: (_, places) => remember('2026-12-24', places),
  },
  {
    why: 'where somebody can be reached is stored, so that the bot can write to them',
    path: '/api/messages',
    body: { type: 'message', text: 'hilfe', conversation: { id: 'a:1lengthy-id-of-a-chat' }, serviceUrl: 'https://x' },
    leak: (_, places) => remember('a:1lengthy-id-of-a-chat', places),
  },
  {
    why: 'a service that writes something else',
    body: { text: TEXT },
    leak: async (_, places) => {
      places.log.info({ event: 'message', length: TEXT.length }, 'turn')
      await remember('["anonymisieren"]', places)
    },
  },
]
