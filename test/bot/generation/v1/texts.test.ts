import { describe, expect, test } from '@jest/globals'
import { ChatRequest } from '../../../../bot/generation/v1/request.js'
import { textsOf } from '../../../../bot/generation/v1/texts.js'
import { fullRequest, MARK, stringsIn } from './full-request.js'

const FULL = fullRequest()
const marksIn = (value: unknown): string[] => stringsIn(value).flatMap(text => text.match(MARK) ?? [])

/** Words of the protocol that are the same in every request. */
const WORDS = new Set(
  `messages role content name refusal tool_calls tool_call_id id type function arguments text system developer user
  assistant tool stop tools description parameters strict tool_choice response_format json_schema schema temperature top_p
  max_tokens max_completion_tokens seed presence_penalty frequency_penalty parallel_tool_calls`.split(/\s+/),
)

describe('every text of a request is taken down', () => {
  test('the example has every field of the list', () => {
    expect(ChatRequest.parse(FULL)).toEqual(FULL)
    expect(Object.keys(FULL).sort()).toEqual(Object.keys(ChatRequest.shape).sort())
  })

  test('each mark of the request is in a text, once', () => {
    const marks = marksIn({ ...FULL, model: '' })
    expect(marks.length).toBeGreaterThan(50)
    expect(
      textsOf(FULL)
        .texts.flatMap(text => text.match(MARK) ?? [])
        .sort(),
    ).toEqual(marks.sort())
  })

  test('numbers a schema or a tool call names are taken down, too', () => {
    const all = textsOf(FULL).texts.join('\n')
    for (const number of ['700001', '700002', '700003']) expect(all).toContain(number)
  })

  test('what goes to the model is made of these texts, of words of the protocol and of numbers, and of nothing else', () => {
    const { texts, assemble } = textsOf(FULL)
    const body = assemble(texts.map((_, at) => `T${at}T`))
    for (const text of stringsIn(body)) expect(text).toMatch(WORDS.has(text) ? /./ : /^T\d+T$|^\{"text":"T\d+T"\}$/)
    const went = new Set(stringsIn(body).flatMap(text => text.match(/T\d+T/g) ?? []))
    // Numbers of a schema are checked and stay as they are; `user` is checked and goes no further.
    const stays = texts.flatMap((text, at) => (/^\d+$/.test(text) || text === FULL.user ? [`T${at}T`] : []))
    expect(texts.map((_, at) => `T${at}T`).filter(text => !went.has(text))).toEqual(stays)
  })

  test('with the texts as they were the request is as it was, without what the gateway decides itself', () => {
    const { texts, assemble } = textsOf(FULL)
    const { model: _m, stream: _s, stream_options: _o, user: _u, n: _n, ...rest } = FULL
    expect(assemble(texts)).toEqual(rest)
  })

  test('what no placeholder can be is marked as fixed, all else is not', () => {
    const { texts, fixed } = textsOf(FULL)
    const places = (wanted: boolean): string[] => [
      ...new Set(texts.flatMap((text, at) => (fixed.has(at) === wanted ? (text.match(/\w+?(?=_M\d+M)/g) ?? []) : []))),
    ]
    const inSchema = ['key', 'foreign', 'property', 'examplekey', 'pattern', 'required', 'def', 'ref']
    expect(places(true).sort()).toEqual(
      [
        ...[
          'systemname',
          'username',
          'assistantname',
          'callid',
          'callname',
          'resultid',
          'toolname',
          'function',
          'choice',
          'format',
        ],
        ...inSchema.flatMap(where => [`p${where}`, `s${where}`]),
      ].sort(),
    )
    expect(places(false)).toEqual(
      expect.arrayContaining(['system', 'part', 'arg', 'argkey', 'result', 'stop', 'user', 'penum']),
    )
  })

  test('null is the same as left out, but an assistant who only called a tool keeps its empty content', () => {
    const { texts, assemble } = textsOf(
      ChatRequest.parse({
        model: 'm',
        messages: [{ role: 'assistant', content: null, refusal: null, tool_calls: [] }],
        stop: null,
        tools: [],
        temperature: null,
        user: null,
      }),
    )
    expect(assemble(texts)).toEqual({ messages: [{ role: 'assistant', content: null }] })
  })

  test('too few texts are no request', () => {
    expect(() => textsOf(FULL).assemble([])).toThrow(RangeError)
  })
})

test('a key named like a part of every object is checked like the others', () => {
  const parameters: unknown = JSON.parse('{"a":{"__proto__":{"x":"geheim"},"constructor":"auch"}}')
  const request = ChatRequest.parse({
    model: 'm',
    messages: [{ role: 'user', content: 'x' }],
    tools: [{ type: 'function', function: { name: 'f', parameters } }],
  })
  const { texts, assemble } = textsOf(request)
  expect(texts).toEqual(expect.arrayContaining(['__proto__', 'geheim', 'constructor', 'auch']))
  expect(JSON.stringify(assemble(texts))).toContain('{"__proto__":{"x":"geheim"},"constructor":"auch"}')
})
