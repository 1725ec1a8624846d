import { describe, expect, test } from '@jest/globals'
import { readModelFields } from '../../../bot/settings/model-fields.js'
import { readMunicipalities } from '../../../bot/settings/municipalities-file.js'
import { filesOf, GOOD_SECRET } from '../../support/sign-in-settings.js'

const FILE = '/etc/kompass/kommunen.yaml'
const OTHER_SECRET = 'w3Zx~7vNn2Lk0pWd-Rt4YbHs6JmEeUa1CfGo9iTz'

/** An entry with these lines beside what every entry has. */
const entry = (pack: string, lines: readonly string[]): string =>
  [
    `  - pack: ${pack}`,
    'identity: oidc',
    `issuer: https://${pack}.example`,
    'client_id: k',
    'audience: k',
    ...lines,
  ].join('\n    ')

const read = (...entries: readonly (readonly string[])[]) =>
  readMunicipalities(
    FILE,
    { KEY_OF_A: GOOD_SECRET, KEY_OF_B: OTHER_SECRET },
    filesOf({
      [FILE]: `municipalities:\n${entries.map((lines, index) => entry(`stadt-${index + 1}`, lines)).join('\n')}\n`,
      '/etc/kompass/geheim/b.txt': `${OTHER_SECRET}\n`,
      '/etc/kompass/leer.txt': '\n',
    }),
  )

describe('keys and addresses of models in an entry', () => {
  test.each([
    { why: 'none', lines: [], keys: {}, urls: {} },
    {
      why: 'a key from a variable',
      lines: ['model_key_mucgpt_env: KEY_OF_A'],
      keys: { MUCGPT: GOOD_SECRET },
      urls: {},
    },
    {
      why: 'a key from a file beside the list',
      lines: ['model_key_mucgpt_file: geheim/b.txt'],
      keys: { MUCGPT: OTHER_SECRET },
      urls: {},
    },
    {
      why: 'a tool with a hyphen, as its id is written',
      lines: ['model_key_llm-rathaus_env: KEY_OF_A', 'model_url_llm-rathaus: https://ki.example/v1/'],
      keys: { LLM_RATHAUS: GOOD_SECRET },
      urls: { LLM_RATHAUS: 'https://ki.example/v1' },
    },
    {
      why: 'a tool with a hyphen, as in the variables',
      lines: ['model_key_llm_rathaus_env: KEY_OF_A', 'model_url_llm_rathaus: http://127.0.0.1:11434/v1'],
      keys: { LLM_RATHAUS: GOOD_SECRET },
      urls: { LLM_RATHAUS: 'http://127.0.0.1:11434/v1' },
    },
    {
      why: 'several tools, some with digits',
      lines: ['model_key_mucgpt_env: KEY_OF_A', 'model_key_f13_env: KEY_OF_B'],
      keys: { MUCGPT: GOOD_SECRET, F13: OTHER_SECRET },
      urls: {},
    },
    {
      why: 'a tool whose id ends like a way to a secret',
      lines: ['model_key_mein-env_env: KEY_OF_A'],
      keys: { MEIN_ENV: GOOD_SECRET },
      urls: {},
    },
  ])('$why', ({ lines, keys, urls }) => {
    const models = { keys: new Map(Object.entries(keys)), urls: new Map(Object.entries(urls)) }
    expect(read(lines)).toMatchObject({ ok: true, value: [{ pack: 'stadt-1', models }] })
  })

  test('belong to that entry alone, and two may name one variable on purpose', () => {
    const result = read(['model_key_mucgpt_env: KEY_OF_A'], [], ['model_key_mucgpt_env: KEY_OF_A'])
    const keys = result.ok ? result.value.map(({ models }) => models.keys.get('MUCGPT')) : result.problems
    expect(keys).toEqual([GOOD_SECRET, undefined, GOOD_SECRET])
  })
})

describe('a problem names file, line, entry and field, and never the key', () => {
  const WHERE = '\\/etc\\/kompass\\/kommunen\\.yaml:2: Eintrag 1 \\(stadt-1\\): '
  test.each([
    {
      why: 'the key itself',
      lines: [`model_key_mucgpt: ${GOOD_SECRET}`],
      says: [
        /model_key_mucgpt gehört nicht in diese Datei: Bitte model_key_mucgpt_file \(Pfad\) oder model_key_mucgpt_env/,
      ],
    },
    {
      why: 'the key itself in place of a variable',
      lines: [`model_key_mucgpt_env: ${GOOD_SECRET}`],
      says: [/model_key_mucgpt_env ist kein Name einer Umgebungsvariable: Dort steht der Name/],
    },
    {
      why: 'two ways to one key',
      lines: ['model_key_mucgpt_file: geheim/b.txt', 'model_key_mucgpt_env: KEY_OF_A'],
      says: [/model_key_mucgpt_file und model_key_mucgpt_env sind beide angegeben: Bitte nur eines/],
    },
    {
      why: 'one key under two spellings',
      lines: ['model_key_llm-rathaus_env: KEY_OF_A', 'model_key_llm_rathaus_env: KEY_OF_B'],
      says: [/model_key_llm-rathaus_env und model_key_llm_rathaus_env sind beide/],
    },
    {
      why: 'one address under two spellings',
      lines: ['model_url_llm-rathaus: https://a.example', 'model_url_llm_rathaus: https://b.example'],
      says: [/model_url_llm-rathaus und model_url_llm_rathaus sind beide/],
    },
    {
      why: 'a variable that is not there',
      lines: ['model_key_mucgpt_env: NIRGENDS'],
      says: [/model_key_mucgpt_env nennt die Umgebungsvariable NIRGENDS, die es nicht gibt/],
    },
    {
      why: 'a file that is not there',
      lines: ['model_key_mucgpt_file: nirgends.txt'],
      says: [/model_key_mucgpt_file nennt die Datei \/etc\/kompass\/nirgends\.txt, die sich nicht lesen lässt/],
    },
    {
      why: 'an empty file',
      lines: ['model_key_mucgpt_file: leer.txt'],
      says: [/model_key_mucgpt_file nennt die Datei \/etc\/kompass\/leer\.txt, die leer ist/],
    },
    {
      why: 'an address that is none',
      lines: ['model_url_mucgpt: ki.example'],
      says: [/model_url_mucgpt ist keine Adresse einer OpenAI-kompatiblen Schnittstelle/],
    },
    {
      why: 'no tool',
      lines: ['model_key_env: KEY_OF_A', 'model_url_: https://a.example'],
      says: [/model_key_env nennt kein Werkzeug: .*model_key_mucgpt_env/, /model_url_ nennt kein Werkzeug/],
    },
    {
      why: 'a tool in capitals, as in the variables',
      lines: ['model_key_MUCGPT_env: KEY_OF_A'],
      says: [/model_key_MUCGPT_env nennt kein Werkzeug: Bitte dessen id aus tools\.yaml klein/],
    },
    {
      why: 'a field misspelt: all there are',
      lines: ['modell_key_mucgpt_env: KEY_OF_A'],
      says: [/modell_key_mucgpt_env gibt es nicht\. Möglich sind: .*model_key_<werkzeug>_env, model_url_<werkzeug>/],
    },
    {
      why: 'a fault of the models and one of the bot, both said',
      lines: ['model_key_mucgpt_env: NIRGENDS', 'bot_secret: x'],
      says: [/bot_secret gehört nicht/, /model_key_mucgpt_env nennt/],
    },
  ])('$why', ({ lines, says }) => {
    const result = read(lines)
    const problems = result.ok ? [] : result.problems
    expect(problems).toEqual(says.map(({ source }) => expect.stringMatching(new RegExp(`^${WHERE}${source}`))))
    expect(problems.join()).not.toContain(GOOD_SECRET)
  })

  test('hostile names are read in no time', () => {
    const name = `model_key_${'a_env_'.repeat(100_000)}`
    const around = { folder: '/', given: {}, readText: filesOf({}) }
    const before = performance.now()
    expect(readModelFields({ [name]: 'X' }, around).ok).toBe(false)
    expect(performance.now() - before).toBeLessThan(1_000)
  })
})
