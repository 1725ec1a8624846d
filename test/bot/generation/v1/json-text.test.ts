import { describe, expect, test } from '@jest/globals'
import { jsonText } from '../../../../bot/generation/v1/json-text.js'

describe('a JSON text is read as it is meant', () => {
  test.each<{ why: string; raw: string; read: string }>([
    { why: 'letters as escapes', raw: '{"n":"M\\u00fcller"}', read: '{"n":"Müller"}' },
    { why: 'a whole name as escapes', raw: '["\\u004d\\u0061x"]', read: '["Max"]' },
    { why: 'line breaks', raw: '{"t":"a\\nb"}', read: '{"t":"a\nb"}' },
    { why: 'keys, too', raw: '{"M\\u00fcller":1}', read: '{"Müller":1}' },
    { why: 'both of two equal keys', raw: '{"a":"x","a":"y"}', read: '{"a":"x","a":"y"}' },
    { why: 'digits JavaScript would round', raw: '{"n": 12345678901234567890}', read: '{"n": 12345678901234567890}' },
    { why: 'spaces and line breaks around', raw: ' {\n "a" : [ 1 ] }\n', read: ' {\n "a" : [ 1 ] }\n' },
  ])('$why', ({ raw, read }) => {
    const json = jsonText(raw)
    expect(json?.text).toBe(read)
    expect(JSON.parse(json?.put(read) ?? '')).toEqual(JSON.parse(raw))
  })

  test.each<{ why: string; raw: string }>([
    { why: 'words', raw: 'Guten Tag' },
    { why: 'a placeholder', raw: '[PERSON 1] schreibt' },
    { why: 'broken', raw: '{"a":' },
    { why: 'a mere string', raw: '"M\\u00fcller"' },
    { why: 'a number', raw: '12' },
    { why: 'nothing', raw: '' },
  ])('no JSON: $why', ({ raw }) => {
    expect(jsonText(raw)).toBeUndefined()
  })
})

describe('and stays JSON whatever was replaced in it', () => {
  test.each<{ why: string; raw: string; replace: readonly [string, string]; json: string }>([
    { why: 'a name', raw: '{"n":"M\\u00fcller"}', replace: ['Müller', '[PERSON 1]'], json: '{"n":"[PERSON 1]"}' },
    {
      why: 'a number',
      raw: '{"iban":[1,12345],"b":2}',
      replace: ['12345', '[IBAN 1]'],
      json: '{"iban":[1,"[IBAN 1]"],"b":2}',
    },
    {
      why: 'a name between quotation marks of the text',
      raw: '{"t":"Er hei\\u00dft \\"Max\\"\\\\"}',
      replace: ['Max', '[PERSON 1]'],
      json: '{"t":"Er heißt \\"[PERSON 1]\\"\\\\"}',
    },
    {
      why: 'across two values: the same as one string',
      raw: '{"a":"Weg 5","b":"50667"}',
      replace: ['5","b":"50667', '[ANSCHRIFT 1]'],
      json: '{"a":"Weg [ANSCHRIFT 1]"}',
    },
    {
      why: 'a quotation mark gone with the name: the same as one string',
      raw: '{"a":"Max"}',
      replace: ['Max"', '[PERSON 1]'],
      json: '{"text":"{\\"a\\":\\"[PERSON 1]}"}',
    },
    { why: 'part of a number', raw: '[-12345]', replace: ['12345', '[IBAN 1]'], json: '{"text":"[-[IBAN 1]]"}' },
  ])('$why', ({ raw, replace: [from, to], json }) => {
    const read = jsonText(raw)
    expect(read?.put(read.text.replace(from, to))).toBe(json)
  })

  test('signs no text uses may be in it all the same', () => {
    const raw = JSON.stringify({ a: '\uf8ff"\uf8fe' })
    const read = jsonText(raw)
    expect(read?.put(read.text)).toBe(raw)
  })
})
