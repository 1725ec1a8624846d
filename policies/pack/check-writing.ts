import { BUILT_IN } from '../assistant/letters/built-in.js'
import { gapLabel } from '../assistant/letters/gaps.js'
import { fieldsOf, readTemplate, type TemplateFault } from '../assistant/letters/template.js'
import { plainWords } from '../language/fold.js'
import type { BuiltPack } from './build.js'
import type { Located, Path } from './document.js'
import type { Checklist, Letter } from './letter-schema.js'
import type { Problem } from './problem.js'

/** Something wrong in one file: at which key, and how many lines into its text. */
type Fault = { readonly path: Path; readonly lines?: number; readonly message: string }

/** Letters whose text and fields do not fit each other, and lists in which something stands twice. */
export function writing({ pack, merged }: BuiltPack): Problem[] {
  const rules = new Set(pack.rules.map(({ id }) => id))
  return [
    ...pack.letters.flatMap(letter =>
      located(merged.letters.get(letter.id), `letters/${letter.id}.yaml`, [
        ...fieldFaults(letter),
        ...textFaults(letter),
        ...unknownRule(letter.rule, rules),
        ...sharedName(letter, pack.letters),
      ]),
    ),
    ...pack.checklists.flatMap(list =>
      located(merged.checklists.get(list.id), `checklists/${list.id}.yaml`, [
        ...itemFaults(list),
        ...unknownRule(list.rule, rules),
        ...sharedName(list, pack.checklists),
      ]),
    ),
  ]
}

function located(file: Located | undefined, name: string, faults: readonly Fault[]): Problem[] {
  return faults.map(({ path, lines = 0, message }) => {
    const place = file?.locate(path) ?? { file: name, line: 1 }
    return { file: place.file, line: place.line + lines, message }
  })
}

function fieldFaults({ fields }: Letter): Fault[] {
  const points = fields.filter(({ kind }) => kind === 'points')
  return [
    ...doubles(
      fields.map(({ id }) => id),
      id => `Das Feld „${id}“ steht doppelt`,
    ),
    ...doubles(
      fields.map(gapLabel),
      label => `Zwei Felder heißen „${label}“: In einer Lücke wäre nicht zu erkennen, welches gemeint ist`,
    ),
    ...sharedNames(fields),
    ...fields.flatMap((field, i): Fault[] => [
      ...(BUILT_IN.some(({ id }) => id === field.id)
        ? [fieldFault(i, 'id', `„${field.id}“ gibt es in jedem Schreiben schon: bitte anders nennen`)]
        : []),
      ...(/[[\]{}|]/.test(gapLabel(field))
        ? [fieldFault(i, 'label', 'Bitte ohne Klammern und Striche schreiben')]
        : []),
      ...(field.intro !== undefined && field.kind !== 'points'
        ? [fieldFault(i, 'intro', '„intro“ gehört zu einem Feld mit kind: points')]
        : []),
    ]),
    ...(points.length === 1
      ? []
      : [
          {
            path: ['fields'],
            message: `Genau ein Feld mit kind: points nimmt freie Stichworte auf, hier sind es ${points.length}`,
          },
        ]),
  ]
}

const fieldFault = (i: number, key: string, message: string): Fault => ({ path: ['fields', i, key], message })

/** A bullet point "Frist: …" must belong to one field only. */
function sharedNames(fields: Letter['fields']): Fault[] {
  const owner = new Map<string, string>()
  return fields.flatMap((field, i) =>
    [...new Set([field.label, ...`${field.also ?? ''},${field.keeps ?? ''}`.split(',')].map(plainWords))].flatMap(
      name => {
        const other = owner.get(name)
        if (other === undefined) owner.set(name, field.label)
        return other === undefined || name === ''
          ? []
          : [
              fieldFault(
                i,
                'also',
                `„${name}“ nennt schon das Feld „${other}“: Ein Stichwort gehört zu genau einem Feld`,
              ),
            ]
      },
    ),
  )
}

const FAULTS: Readonly<Record<TemplateFault['kind'], string>> = {
  'open-field': 'Hinter {{ fehlt }}',
  'open-block': 'Hinter [[ fehlt ]]',
  'block-in-block': 'Ein Block [[ … ]] steht in einem anderen: bitte nebeneinander schreiben',
  'closed-too-often': 'Hier wird etwas geschlossen, das nicht offen ist: }} oder ]]',
  'field-name': 'Zwischen {{ und }} steht die Kennung eines Feldes: Kleinbuchstaben, Ziffern, Bindestriche',
  'no-field-in-block': 'In diesem Block steht kein Feld: Er würde nie wegfallen',
}

function textFaults({ text, fields }: Letter): Fault[] {
  const template = readTemplate(text)
  const used = fieldsOf(template)
  const known = new Map([...BUILT_IN, ...fields].map(field => [field.id, field]))
  const inText = (at: number, message: string): Fault => ({ path: ['text'], lines: linesUntil(text, at), message })
  return [
    ...template.faults.map(({ at, kind }) => inText(at, FAULTS[kind])),
    ...used.flatMap(({ id, at, falls }) => {
      const field = known.get(id)
      if (!field) return [inText(at, `Das Feld „${id}“ gibt es unter fields nicht`)]
      return field.optional && !falls
        ? [inText(at, `„${id}“ ist freiwillig (optional): Es gehört mit seinem Satz in einen Block [[ … ]]`)]
        : []
    }),
    ...template.parts
      .flatMap(part =>
        part.kind === 'block' && !part.inner.some(plain => plain.kind === 'field' && known.get(plain.id)?.optional)
          ? part.inner.flatMap(plain => (plain.kind === 'field' && known.has(plain.id) ? [plain.at] : [])).slice(0, 1)
          : [],
      )
      .map(at => inText(at, 'In diesem Block ist kein Feld freiwillig (optional): Er würde immer wegfallen')),
    ...fields.flatMap(({ id }, i) =>
      used.some(other => other.id === id)
        ? []
        : [fieldFault(i, 'id', `Das Feld „${id}“ kommt im Text nicht vor: bitte einsetzen oder streichen`)],
    ),
    ...(/\p{L}[*:_]innen/u.test(text)
      ? [inText(text.search(/\p{L}[*:_]innen/u), 'Bitte ohne Sonderzeichen gendern: „Mitarbeitende“')]
      : []),
  ]
}

/** Lines from the key `text` to a place in it; a text of several lines begins on the line below its key. */
const linesUntil = (text: string, at: number): number =>
  text.includes('\n') ? text.slice(0, at).split('\n').length : 0

const itemFaults = ({ items }: Checklist): Fault[] => [
  ...doubles(
    items.map(({ id }) => id),
    id => `Der Punkt „${id}“ steht doppelt`,
    'items',
  ),
  ...doubles(
    items.map(({ name }) => name),
    name => `Zwei Punkte heißen „${name}“`,
    'items',
  ),
]

const unknownRule = (rule: string | undefined, rules: ReadonlySet<string>): Fault[] =>
  rule === undefined || rules.has(rule) ? [] : [{ path: ['rule'], message: `Regel „${rule}“ gibt es nicht` }]

const sharedName = (own: { id: string; name: string }, all: readonly { id: string; name: string }[]): Fault[] => {
  const other = all.find(({ id, name }) => id < own.id && name === own.name)
  return other
    ? [{ path: ['name'], message: `„${own.name}“ heißt auch „${other.id}“: bitte unterscheidbar nennen` }]
    : []
}

function doubles(values: readonly string[], message: (value: string) => string, list = 'fields'): Fault[] {
  return values.flatMap((value, i) => (values.indexOf(value) < i ? [{ path: [list, i], message: message(value) }] : []))
}
