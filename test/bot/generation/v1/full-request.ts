import type { ChatRequest } from '../../../../bot/generation/v1/request.js'

/** A request with every field of the list. Every text in it has a mark of its own, whose first letters say where it stands. */
export function fullRequest(): ChatRequest {
  let count = 0
  const mark = (where: string): string => `${where}_M${++count}M`
  const schema = (where: string): Record<string, unknown> => ({
    type: 'object',
    [mark(`${where}key`)]: mark(`${where}foreign`),
    properties: {
      [mark(`${where}property`)]: {
        type: 'string',
        title: mark(`${where}title`),
        description: mark(`${where}description`),
        enum: [mark(`${where}enum`), 700_001],
        default: mark(`${where}default`),
        examples: [{ [mark(`${where}examplekey`)]: mark(`${where}example`) }],
        pattern: mark(`${where}pattern`),
        maxLength: 700_002,
      },
    },
    required: [mark(`${where}required`)],
    $defs: { [mark(`${where}def`)]: { anyOf: [{ const: mark(`${where}const`) }, { $ref: mark(`${where}ref`) }] } },
  })
  return {
    model: 'mucgpt/entwerfen',
    messages: [
      { role: 'system', content: mark('system'), name: mark('systemname') },
      { role: 'developer', content: mark('developer') },
      {
        role: 'user',
        content: [
          { type: 'text', text: mark('part') },
          { type: 'text', text: mark('part') },
        ],
        name: mark('username'),
      },
      {
        role: 'assistant',
        content: [{ type: 'text', text: mark('assistant') }],
        refusal: mark('refusal'),
        name: mark('assistantname'),
        tool_calls: [
          {
            id: mark('callid'),
            type: 'function',
            function: {
              name: mark('callname'),
              arguments: JSON.stringify({ [mark('argkey')]: mark('arg'), list: [mark('item'), { n: 700_003 }] }),
            },
          },
          {
            id: mark('callid'),
            type: 'function',
            function: { name: mark('callname'), arguments: `no JSON ${mark('arg')}` },
          },
        ],
      },
      {
        role: 'tool',
        tool_call_id: mark('resultid'),
        name: mark('toolname'),
        content: JSON.stringify({ result: mark('result') }),
      },
      { role: 'tool', tool_call_id: mark('resultid'), content: [{ type: 'text', text: mark('resultpart') }] },
    ],
    stream: true,
    stream_options: { include_usage: true },
    temperature: 0.5,
    top_p: 0.9,
    max_tokens: 100,
    max_completion_tokens: 100,
    stop: [mark('stop'), mark('stop')],
    seed: 7,
    presence_penalty: 0.1,
    frequency_penalty: 0.1,
    tools: [
      {
        type: 'function',
        function: {
          name: mark('function'),
          description: mark('functiondescription'),
          parameters: schema('p'),
          strict: true,
        },
      },
    ],
    tool_choice: { type: 'function', function: { name: mark('choice') } },
    parallel_tool_calls: true,
    response_format: {
      type: 'json_schema',
      json_schema: { name: mark('format'), description: mark('formatdescription'), schema: schema('s'), strict: true },
    },
    user: mark('user'),
    n: 1,
  }
}

export const MARK = /_M\d+M/g

/** Every string in a value, keys and values. */
export function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(stringsIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => [key, ...stringsIn(inner)])
}
