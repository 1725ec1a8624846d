import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { z } from 'zod'
import { evaluate } from '../../../bot/commands/eval.js'
import { type Collector, collector, type Ran, run } from '../../support/command-line.js'
import { type PacksFolder, packsFolder } from '../../support/packs-folder.js'

const PASSWORD = 'Darf ich ein Passwort in die KI eingeben?'
const LABELS = 'Muss ich KI-Texte kennzeichnen?'
const BUS = 'Wann fährt der Bus zum Bahnhof?'
const FOLLOW_UP = 'Gilt das auch dafür?'
const WEATHER = 'Wie wird das Wetter am Sonntag?'

const Prediction = z.strictObject({
  id: z.string(),
  rules: z.array(z.string()).max(10),
  abstained: z.boolean(),
  smalltalk: z.boolean(),
  light: z.enum(['erlaubt', 'auflagen', 'verboten', 'keine']),
})

let packs: PacksFolder

beforeAll(async () => {
  packs = await packsFolder()
})
afterAll(() => packs.remove())

const jsonl = (...rows: object[]): string => rows.map(row => `${JSON.stringify(row)}\n`).join('')
const answering = (input: string | Readable, output?: Collector): Promise<Ran> =>
  run(evaluate, ['answer'], { packs: packs.folder, input, ...(output ? { output } : {}) })
const predictions = ({ output }: Ran) =>
  output
    .trim()
    .split('\n')
    .filter(Boolean)
    .map(line => Prediction.parse(JSON.parse(line)))
const only = async (row: object) => {
  const [prediction, ...others] = predictions(await answering(jsonl({ id: 'q', ...row })))
  if (!prediction || others.length > 0) throw new Error('expected one line out per line in')
  return prediction
}

describe('one line out for each line in', () => {
  test('in the same order, under the same id', async () => {
    const ran = await answering(jsonl({ id: 'b', q: WEATHER }, { id: 'a', q: PASSWORD }, { id: 'c', q: 'hallo' }))
    expect(ran).toMatchObject({ code: 0, errors: '' })
    expect(predictions(ran).map(({ id }) => id)).toEqual(['b', 'a', 'c'])
  })

  test('empty lines and the line ends of Windows are passed over', async () => {
    const ran = await answering(
      `\r\n${jsonl({ id: 'a', q: PASSWORD }).replace('\n', '\r\n')}\n   \n${JSON.stringify({ id: 'b', q: LABELS })}`,
    )
    expect(ran.code).toBe(0)
    expect(predictions(ran).map(({ id }) => id)).toEqual(['a', 'b'])
  })

  test('nothing in, nothing out', async () => {
    expect(await answering('')).toEqual({ code: 0, output: '', errors: '' })
  })

  test('nothing is lost where the reader is slower than we are', async () => {
    const rows = Array.from({ length: 50 }, (_, at) => ({ id: `q${at}`, q: PASSWORD }))
    expect(predictions(await answering(jsonl(...rows), collector(1)))).toHaveLength(50)
  })

  test('an answer is written before the next question has come', async () => {
    const output = collector()
    const input = Readable.from(
      (async function* () {
        yield jsonl({ id: 'a', q: PASSWORD })
        for (let wait = 0; wait < 50 && output.text() === ''; wait++) await new Promise(done => setTimeout(done, 20))
        yield jsonl({ id: output.text() === '' ? 'too late' : 'b', q: PASSWORD })
      })(),
    )
    expect(predictions(await answering(input, output)).map(({ id }) => id)).toEqual(['a', 'b'])
  })
})

describe('what it says', () => {
  test('a rule: ranked ids with its own first, and the Ampel', async () => {
    const { rules, ...rest } = await only({ q: PASSWORD })
    expect(rules[0]).toBe('zugangsdaten')
    expect(rest).toEqual({ id: 'q', abstained: false, smalltalk: false, light: 'verboten' })
  })

  test('no rule: abstained, without Ampel', async () => {
    expect(await only({ q: WEATHER })).toMatchObject({ abstained: true, smalltalk: false, light: 'keine' })
  })

  test('nothing readable: abstained too', async () => {
    expect(await only({ q: '???' })).toMatchObject({ rules: [], abstained: true, light: 'keine' })
  })

  test('a greeting: small talk, not abstained', async () => {
    expect(await only({ q: 'hallo' })).toMatchObject({ abstained: false, smalltalk: true, light: 'keine' })
  })
})

describe('turns', () => {
  test('the last one is answered', async () => {
    expect((await only({ turns: [LABELS, PASSWORD] })).rules[0]).toBe('zugangsdaten')
    expect(await only({ turns: [PASSWORD, 'hallo'] })).toMatchObject({ smalltalk: true })
  })

  test.each([
    { why: 'about passwords', before: [PASSWORD], rule: 'zugangsdaten' },
    { why: 'about labels', before: [LABELS], rule: 'kennzeichnung' },
    { why: 'about labels at last', before: [PASSWORD, LABELS], rule: 'kennzeichnung' },
    { why: 'about labels, and a greeting', before: [LABELS, 'hallo'], rule: 'kennzeichnung' },
    {
      why: 'about labels, and something without answer, as in the chat',
      before: [LABELS, BUS],
      rule: 'kennzeichnung',
    },
  ])('the same words mean another rule after a turn $why', async ({ before, rule }) => {
    const { abstained, rules } = await only({ turns: [...before, FOLLOW_UP] })
    expect({ abstained, first: rules[0] }).toEqual({ abstained: false, first: rule })
  })

  test('each line starts a conversation of its own', async () => {
    const behind = async (...lines: object[]) =>
      predictions(await answering(jsonl(...lines, { id: 'q', q: FOLLOW_UP }))).at(-1)
    const alone = await behind()
    expect(alone?.id).toBe('q')
    expect(await behind({ id: 'a', q: PASSWORD })).toEqual(alone)
    expect(await behind({ id: 'a', q: LABELS })).toEqual(alone)
  })
})

describe('a line that is no question stops with its number', () => {
  test.each([
    { why: 'no JSON', line: '{"id":' },
    { why: 'no question', line: '{"id":"a"}' },
    { why: 'no id', line: '{"q":"Darf ich?"}' },
    { why: 'no turn', line: '{"id":"a","turns":[]}' },
    { why: 'a number for a question', line: '{"id":"a","q":1}' },
    { why: 'a list', line: '[]' },
  ])('$why', async ({ line }) => {
    const ran = await answering(`${jsonl({ id: 'a', q: PASSWORD })}\n${line}\n${jsonl({ id: 'b', q: PASSWORD })}`)
    expect(ran.errors).toMatch(/^Zeile 3 ist keine gültige Frage: erwartet \{"id","q"\} oder \{"id","turns":\[…\]\}\n$/)
    expect(ran.code).toBe(1)
    expect(predictions(ran).map(({ id }) => id)).toEqual(['a'])
  })
})

describe('which pack', () => {
  test('the one named instead of the base pack', async () => {
    const other = await packsFolder('anderswo', { 'pack.yaml': null })
    const ran = await run(evaluate, ['answer', `--pack=${other.path('anderswo')}`], { packs: packs.folder })
    await other.remove()
    expect(ran.errors).toMatch(/anderswo\/pack\.yaml:1: Die Datei pack\.yaml fehlt/)
    expect({ code: ran.code, output: ran.output }).toEqual({ code: 1, output: '' })
  })
})

test.each([[[]], [['schutz']]])('anything else (%j) shows how it goes', async args => {
  const { code, errors } = await run(evaluate, args, { packs: packs.folder })
  expect(errors).toBe(`So geht es: ${evaluate.usage}\n`)
  expect(code).toBe(2)
})
