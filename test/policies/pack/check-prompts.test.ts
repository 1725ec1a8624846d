import { describe, expect, test } from '@jest/globals'
import { checkPack } from '../../../policies/pack/check.js'
import { formatProblem } from '../../../policies/pack/problem.js'
import { municipalFiles, replace, smallFiles, TODAY } from '../../support/small-pack.js'

const FILE = 'prompts/uebersetzen.md'
const GOOD = `---
name: Übersetzen
name_en: Translate
short: In eine andere Sprache.
short_en: Into another language.
rule: texte-entwerfen
material: needed
wish: Was ist zu beachten?
wish_en: What should be kept in mind?
asks:
  - { id: sprache, label: Sprache, label_en: Language }
result: text
---

Übersetze das Material in die Sprache, die unter {{sprache}} steht.
Was unlesbar ist: [ERGÄNZEN: unlesbar].
`

const problemsWith = (source: string, file = FILE): string[] =>
  checkPack(smallFiles({ [file]: source }), undefined, TODAY).problems.map(formatProblem)

type Row = { why: string; from: string; to: string; line: number; says: RegExp }

const WRONG: Row[] = [
  { why: 'a rule nobody wrote', from: 'texte-entwerfen', to: 'reden', line: 6, says: /Regel „reden“ gibt es nicht/ },
  {
    why: 'a question nobody asks',
    from: '{{sprache}}',
    to: '{{sprache}} und {{ton}}',
    line: 15,
    says: /Für {{ton}} fehlt eine Frage unter asks/,
  },
  {
    why: 'a question whose answer is not used',
    from: '{{sprache}}',
    to: '„Sprache“',
    line: 11,
    says: /nutzt die Antwort auf „Sprache“ nicht: {{sprache}} einfügen/,
  },
  {
    why: 'the same question twice',
    from: 'label_en: Language }',
    to: 'label_en: Language }\n  - { id: sprache, label: Mundart, label_en: Dialect }',
    line: 12,
    says: /Kennung „sprache“ gibt es schon/,
  },
  {
    why: 'two questions of one name',
    from: 'label_en: Language }\nresult: text\n---\n',
    to: 'label_en: Language }\n  - { id: ton, label: Sprache, label_en: Tone }\nresult: text\n---\n{{ton}}\n',
    line: 12,
    says: /Zwei Fragen heißen „Sprache“/,
  },
  {
    why: 'nothing about gaps',
    from: '[ERGÄNZEN: unlesbar]',
    to: 'weglassen',
    line: 15,
    says: /nicht, was mit Lücken geschieht/,
  },
  { why: 'nothing about the material', from: 'das Material', to: 'ihn', line: 15, says: /„Material“ nennen/ },
  {
    why: 'too long',
    from: 'Was unlesbar ist',
    to: `${'Sei genau. '.repeat(200)}Was unlesbar ist`,
    line: 15,
    says: /Zeichen lang, höchstens 2000/,
  },
  {
    why: 'no instructions at all',
    from: GOOD.slice(GOOD.lastIndexOf('---')),
    to: '---\n',
    line: 14,
    says: /instructions: fehlt/,
  },
  {
    why: 'an unknown key',
    from: 'result: text',
    to: 'result: text\nmodell: gross',
    line: 13,
    says: /Unbekannter Schlüssel: modell/,
  },
  {
    why: 'another shape of result',
    from: 'result: text',
    to: 'result: bild',
    line: 12,
    says: /result: Erlaubt sind: text, table, list/,
  },
  { why: 'no head', from: '---\nname', to: 'name', line: 1, says: /Der Kopf fehlt/ },
  {
    why: 'a head that is no YAML',
    from: 'name: Übersetzen',
    to: 'name: Übersetzen\nname: Dolmetschen',
    line: 3,
    says: /kein gültiges YAML/,
  },
]

describe('instructions for models', () => {
  test('in order', () => {
    expect(problemsWith(GOOD)).toEqual([])
  })

  test.each(WRONG)('$why', ({ from, to, line, says }) => {
    expect(problemsWith(replace(from, to)(GOOD))).toEqual([expect.stringMatching(says)])
    expect(problemsWith(replace(from, to)(GOOD))[0]).toMatch(new RegExp(`^klein/${FILE}:${line}: `))
  })

  test('for a purpose that does not exist', () => {
    expect(problemsWith(GOOD, 'prompts/dichten.md')).toEqual([
      expect.stringMatching(/^klein\/prompts\/dichten\.md:\d+: id: Erlaubt sind: entwerfen, /),
    ])
  })

  test('that need no material say nothing about it', () => {
    const without = replace('das Material', 'den Wunsch')(replace('material: needed', 'material: optional')(GOOD))
    expect(problemsWith(without)).toEqual([])
  })

  test('written on another system', () => {
    expect(problemsWith(`\uFEFF${GOOD.replaceAll('\n', '\r\n')}`)).toEqual([])
  })
})

describe('a tool with a model', () => {
  const ENDPOINT = replace(
    '    purposes: [entwerfen, zusammenfassen]',
    '    purposes: [uebersetzen, zusammenfassen]\n    endpoint: { url: "https://ki.example/v1", model: klein }',
  )

  test('needs none where no page writes with it', () => {
    expect(checkPack(smallFiles({ 'tools.yaml': ENDPOINT }), undefined, TODAY).problems).toEqual([])
  })

  test('can only do what there are instructions for', () => {
    const changes = { [FILE]: GOOD, 'tools.yaml': ENDPOINT }
    expect(checkPack(smallFiles(changes), undefined, TODAY).problems.map(formatProblem)).toEqual([
      expect.stringMatching(
        /^klein\/tools\.yaml:23: „Rathaus-Assistent“ hat ein Modell für „zusammenfassen“, aber die Anweisung prompts\/zusammenfassen\.md fehlt/,
      ),
    ])
  })
})

test('a municipality’s own instructions are laid over those of the base pack and checked where they stand', () => {
  const own = municipalFiles({ [FILE]: '---\n---\n\nÜbersetze das Material nach {{sprache}}. Nichts auslassen.\n' })
  const { result, problems } = checkPack(own, smallFiles({ [FILE]: GOOD }), TODAY)
  expect(result.ok && result.built.pack.prompts[0]).toMatchObject({
    name: 'Übersetzen',
    instructions: expect.stringMatching(/^Übersetze das Material nach/),
  })
  expect(problems.map(formatProblem)).toEqual([
    expect.stringMatching(/^neustadt\/prompts\/uebersetzen\.md:4: .*Lücken/),
  ])
})

test('a municipality that changes the head alone keeps the instructions', () => {
  const own = municipalFiles({ [FILE]: '---\nname: Mehrsprachig schreiben\n---\n' })
  const { result, problems } = checkPack(own, smallFiles({ [FILE]: GOOD }), TODAY)
  expect(problems).toEqual([])
  expect(result.ok && result.built.pack.prompts[0]).toMatchObject({
    name: 'Mehrsprachig schreiben',
    instructions: expect.stringMatching(/^Übersetze das Material in/),
  })
})
