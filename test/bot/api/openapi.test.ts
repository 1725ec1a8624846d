import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { z } from 'zod'
import { schemas } from '../../../bot/api/openapi.js'
import { OPERATIONS } from '../../../bot/api/openapi-operations.js'
import { ACCESS } from '../../../bot/identity/access.js'
import { currentOpenApi, OPENAPI_FILE } from '../../support/make-openapi.js'

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

const file: Json = JSON.parse(readFileSync(OPENAPI_FILE, 'utf8'))

const isObject = (value: Json | undefined): value is { [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What a JSON pointer of the document leads to. */
const at = (pointer: string): Json | undefined =>
  pointer
    .split('/')
    .slice(1)
    .reduce<Json | undefined>(
      (value, key) =>
        isObject(value) && Object.hasOwn(value, key.replaceAll('~1', '/'))
          ? value[key.replaceAll('~1', '/')]
          : undefined,
      file,
    )

/** Every value under a key, wherever it stands. */
const all = (key: string, value: Json): Json[] =>
  Array.isArray(value)
    ? value.flatMap(one => all(key, one))
    : isObject(value)
      ? Object.entries(value).flatMap(([name, one]) => [...(name === key ? [one] : []), ...all(key, one)])
      : []

describe('docs/openapi.json', () => {
  test('is what the schemas say (npm run openapi)', () => {
    expect(file).toEqual(currentOpenApi())
  })

  test('refers only to what is there', () => {
    const references = [...new Set(all('$ref', file))]
    expect(references.length).toBeGreaterThan(8)
    expect(references.filter(one => at(String(one)) === undefined)).toEqual([])
  })

  test('has no schema nobody refers to', () => {
    const names = Object.keys(at('/components/schemas') ?? {})
    const referred = all('$ref', file).map(String)
    expect(names.filter(name => !referred.some(one => one.startsWith(`#/components/schemas/${name}`)))).toEqual([])
  })
})

describe('every operation', () => {
  test.each(OPERATIONS)('$door has its door, once', ({ door }) => {
    expect(Object.keys(ACCESS)).toContain(door)
    expect(OPERATIONS.filter(other => other.door === door)).toHaveLength(1)
  })

  test.each(OPERATIONS)('$door stands in the document with everything it may answer', ({ door, answers, request }) => {
    const [method = '', path = ''] = door.split(' ')
    const address = `#/paths/${path.replace('{*id}', '{id}').replaceAll('/', '~1')}/${method.toLowerCase()}`
    expect(Object.keys(at(`${address}/responses`) ?? {})).toEqual(Object.keys(answers))
    expect(at(`${address}/requestBody`) !== undefined).toBe(request !== undefined)
    expect(at(`${address}/security`)).toEqual(ACCESS[door] === 'program' ? [{ token: [] }] : [])
  })

  test('a program finds all of its doors', () => {
    const doors = Object.entries(ACCESS).flatMap(([door, access]) => (access === 'program' ? [door] : []))
    expect(OPERATIONS.map(({ door }) => door)).toEqual(expect.arrayContaining(doors))
  })
})

test('a schema that holds itself refers to its place in the document', () => {
  const Tree = z.strictObject({
    get children() {
      return z.array(Tree)
    },
    value: z.json(),
  })
  const made = schemas({ Tree }, 'input')
  const references = all('$ref', JSON.parse(JSON.stringify(made))).map(String)
  expect(references.length).toBeGreaterThan(1)
  expect(references.filter(one => !one.startsWith('#/components/schemas/Tree'))).toEqual([])
})
