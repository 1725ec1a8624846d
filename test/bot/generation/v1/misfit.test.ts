import { describe, expect, test } from '@jest/globals'
import { misfitOf } from '../../../../bot/generation/v1/misfit.js'
import { ChatRequest } from '../../../../bot/generation/v1/request.js'
import { fullRequest } from './full-request.js'

const USER = { role: 'user', content: 'Hallo' }
const ASKED = { model: 'mucgpt', messages: [USER] }
const FUNCTION = { name: 'f' }
const CALL = { id: 'c', type: 'function', function: { name: 'f', arguments: '{}' } }
const SECRET = 'Birgit Krüger'

function misfit(body: unknown) {
  const read = ChatRequest.safeParse(body)
  if (read.success) throw new Error('it fits')
  return misfitOf(read.error.issues, body)
}

const withMessage = (message: object) => ({ ...ASKED, messages: [USER, message] })
const withTool = (tool: object) => ({ ...ASKED, tools: [tool] })
const withFormat = (format: object) => ({ ...ASKED, response_format: format })

describe('a field that is not in the list is named', () => {
  const TOP = [
    ...['logit_bias', 'logprobs', 'top_logprobs', 'metadata', 'store', 'prediction', 'web_search_options', 'functions'],
    ...['function_call', 'service_tier', 'reasoning_effort', 'verbosity', 'safety_identifier', 'prompt_cache_key'],
    ...['extra_body', 'guided_json', 'guided_regex', 'chat_template', 'chat_template_kwargs', 'documents', 'prompt'],
    ...['suffix', 'input', 'instructions', 'top_k', 'min_p', 'files', 'tool_ids', 'chat_id', 'session_id', 'options'],
  ]
  test.each(TOP)('%s', field => {
    expect(misfit({ ...ASKED, [field]: SECRET })).toMatchObject({
      status: 400,
      param: field,
      code: 'unknown_parameter',
    })
  })

  test.each<{ param: string; body: object }>([
    { param: 'messages[1].audio', body: withMessage({ ...USER, audio: { id: 'a' } }) },
    { param: 'messages[1].function_call', body: withMessage({ role: 'assistant', content: 'x', function_call: {} }) },
    { param: 'messages[1].annotations', body: withMessage({ role: 'assistant', content: 'x', annotations: [] }) },
    {
      param: 'messages[1].reasoning_content',
      body: withMessage({ role: 'assistant', content: 'x', reasoning_content: 'x' }),
    },
    { param: 'messages[1].tool_calls', body: withMessage({ ...USER, tool_calls: [CALL] }) },
    {
      param: 'messages[1].refusal',
      body: withMessage({ role: 'tool', content: 'x', tool_call_id: 'c', refusal: 'x' }),
    },
    {
      param: 'messages[1].content[0].cache_control',
      body: withMessage({ role: 'user', content: [{ type: 'text', text: 'x', cache_control: {} }] }),
    },
    {
      param: 'messages[1].tool_calls[0].extra',
      body: withMessage({ role: 'assistant', tool_calls: [{ ...CALL, extra: 'x' }] }),
    },
    {
      param: 'messages[1].tool_calls[0].function.result',
      body: withMessage({ role: 'assistant', tool_calls: [{ ...CALL, function: { ...CALL.function, result: 'x' } }] }),
    },
    { param: 'tools[0].x', body: withTool({ type: 'function', function: FUNCTION, x: 1 }) },
    {
      param: 'tools[0].function.examples',
      body: withTool({ type: 'function', function: { ...FUNCTION, examples: [] } }),
    },
    { param: 'tool_choice.x', body: { ...ASKED, tool_choice: { type: 'function', function: FUNCTION, x: 1 } } },
    {
      param: 'tool_choice.function.x',
      body: { ...ASKED, tool_choice: { type: 'function', function: { ...FUNCTION, x: 1 } } },
    },
    { param: 'response_format.x', body: withFormat({ type: 'json_object', x: 1 }) },
    {
      param: 'response_format.json_schema.x',
      body: withFormat({ type: 'json_schema', json_schema: { name: 'n', x: 1 } }),
    },
    { param: 'stream_options.include_obfuscation', body: { ...ASKED, stream_options: { include_obfuscation: true } } },
  ])('$param', ({ param, body }) => {
    expect(misfit(body)).toMatchObject({ status: 400, param, code: 'unknown_parameter' })
    expect(misfit(body).message).toContain(param)
  })

  test('a name made of somebody’s text is not repeated', () => {
    for (const body of [{ ...ASKED, [SECRET]: 1 }, withMessage({ ...USER, [SECRET]: 1 })])
      expect(JSON.stringify(misfit(body))).not.toContain('Krüger')
    expect(misfit(withMessage({ ...USER, [SECRET]: 1 })).param).toBe('messages[1]')
  })
})

describe('what is no text is refused with its reason', () => {
  const part = (type: string) => ({ type, [type]: { url: 'data:…', data: '', file_id: 'f' } })
  test.each<{ type: string; says: string }>([
    { type: 'image_url', says: 'Bilder lassen sich nicht prüfen' },
    { type: 'input_image', says: 'Bilder lassen sich nicht prüfen' },
    { type: 'input_audio', says: 'Ton und Video lassen sich nicht prüfen' },
    { type: 'video_url', says: 'Ton und Video lassen sich nicht prüfen' },
    { type: 'file', says: 'Dateien lassen sich hier nicht prüfen' },
  ])('$type', ({ type, says }) => {
    const content = [{ type: 'text', text: 'Was ist das?' }, part(type)]
    const found = misfit(withMessage({ role: 'user', content }))
    expect(found).toMatchObject({ status: 400, param: 'messages[1].content[1].type', code: 'unsupported_content' })
    expect(found.message).toContain(says)
  })

  test.each(['modalities', 'audio'])('%s', field => {
    expect(misfit({ ...ASKED, [field]: ['audio'] })).toMatchObject({ param: field, code: 'unsupported_content' })
  })
})

describe('a value that does not fit is named by its field and never repeated', () => {
  const deep = (levels: number): unknown => (levels === 0 ? SECRET : { a: deep(levels - 1) })
  const parameters = (levels: number) =>
    withTool({ type: 'function', function: { ...FUNCTION, parameters: deep(levels) } })
  const args = (text: string) =>
    withMessage({ role: 'assistant', tool_calls: [{ ...CALL, function: { name: 'f', arguments: text } }] })
  test.each<{ why: string; param: string | null; body: unknown }>([
    { why: 'no object', param: null, body: [SECRET] },
    { why: 'no model', param: 'model', body: { messages: [USER] } },
    { why: 'no messages', param: 'messages', body: { model: 'm', messages: [] } },
    { why: '501 messages', param: 'messages', body: { ...ASKED, messages: Array.from({ length: 501 }, () => USER) } },
    { why: 'another role', param: 'messages[1].role', body: withMessage({ role: SECRET, content: 'x' }) },
    { why: 'content is a number', param: 'messages[1].content', body: withMessage({ role: 'user', content: 5 }) },
    { why: 'content is missing', param: 'messages[1].content', body: withMessage({ role: 'user' }) },
    {
      why: 'an unknown kind of part',
      param: 'messages[1].content[0].type',
      body: withMessage({ role: 'user', content: [{ type: 'refusal', refusal: SECRET }] }),
    },
    {
      why: 'a part without text',
      param: 'messages[1].content[0].text',
      body: withMessage({ role: 'user', content: [{ type: 'text' }] }),
    },
    { why: 'a name with a space', param: 'messages[1].name', body: withMessage({ ...USER, name: SECRET }) },
    {
      why: 'a function name with an umlaut',
      param: 'tools[0].function.name',
      body: withTool({ type: 'function', function: { name: SECRET } }),
    },
    { why: 'another kind of tool', param: 'tools[0].type', body: withTool({ type: 'custom', function: FUNCTION }) },
    {
      why: 'parameters that are a list',
      param: 'tools[0].function.parameters',
      body: withTool({ type: 'function', function: { ...FUNCTION, parameters: [] } }),
    },
    { why: 'parameters 41 deep', param: 'tools[0].function.parameters', body: parameters(41) },
    {
      why: 'arguments 41 deep',
      param: 'messages[1].tool_calls[0].function.arguments',
      body: args(JSON.stringify(deep(41))),
    },
    {
      why: 'arguments 300,000 deep',
      param: 'messages[1].tool_calls[0].function.arguments',
      body: args(`${'['.repeat(300_000)}${']'.repeat(300_000)}`),
    },
    { why: 'another tool choice', param: 'tool_choice', body: { ...ASKED, tool_choice: SECRET } },
    { why: 'another format', param: 'response_format.type', body: withFormat({ type: SECRET }) },
    { why: 'two answers', param: 'n', body: { ...ASKED, n: 2 } },
    { why: 'too warm', param: 'temperature', body: { ...ASKED, temperature: 3 } },
    { why: 'no tokens', param: 'max_tokens', body: { ...ASKED, max_tokens: 0 } },
    { why: 'five stop signs', param: 'stop', body: { ...ASKED, stop: ['a', 'b', 'c', 'd', 'e'] } },
    { why: 'a user that is an object', param: 'user', body: { ...ASKED, user: { name: SECRET } } },
    { why: 'a stream that is a word', param: 'stream', body: { ...ASKED, stream: SECRET } },
  ])('$why', ({ param, body }) => {
    const found = misfit(body)
    expect(found).toMatchObject({ status: 400, param, code: 'invalid_value' })
    expect(JSON.stringify(found)).not.toContain('Krüger')
  })

  test('40 levels fit', () => {
    expect(ChatRequest.safeParse(parameters(40)).success).toBe(true)
    expect(ChatRequest.safeParse(args(JSON.stringify(deep(40)))).success).toBe(true)
    expect(ChatRequest.safeParse(fullRequest()).success).toBe(true)
  })
})
