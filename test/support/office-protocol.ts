import { z } from 'zod'
import { type Thing, WordError } from './office-things.js'

/**
 * The language Office.js speaks to Word (platform notes: dispatch 93). Objects are named by paths, actions are done in
 * order, and what was done before an error stays done.
 */
const Arguments = z.object({
  Arguments: z.array(z.unknown()).default([]),
  ReferencedObjectPathIds: z.array(z.number()).optional(),
})
const Action = z.object({
  Id: z.number(),
  ActionType: z.number(),
  Name: z.string().default(''),
  ObjectPathId: z.number(),
  ArgumentInfo: Arguments.optional(),
  QueryInfo: z
    .object({ Select: z.array(z.string()).default([]), Skip: z.number().optional(), Top: z.number().optional() })
    .optional(),
})
const ObjectPath = z.object({
  ObjectPathType: z.number(),
  Name: z.string().default(''),
  ParentObjectPathId: z.number().optional(),
  ArgumentInfo: Arguments.optional(),
})
const Batch = z.object({ Actions: z.array(Action), ObjectPaths: z.record(z.string(), ObjectPath) })
type Batch = z.infer<typeof Batch>
type Query = NonNullable<z.infer<typeof Action>['QueryInfo']>

const PATH = { root: 1, method: 3, property: 4, indexer: 5, reference: 6, none: 7 }
const DO = { instantiate: 1, query: 2, method: 3, set: 4 }

/** Objects Word keeps because somebody holds them. */
export type References = Map<string, Thing>

export function answerBatch(json: string, root: Thing, references: References): string {
  const batch = Batch.parse(JSON.parse(json))
  const results: { ActionId: number; Value: unknown }[] = []
  const find = finder(batch, root, references)
  try {
    for (const action of batch.Actions) {
      results.push({ ActionId: action.Id, Value: answer(action, find, references) })
    }
  } catch (error) {
    if (!(error instanceof WordError)) throw error
    return JSON.stringify({ Results: results, Error: { Code: error.code, Message: error.code, Location: '' } })
  }
  return JSON.stringify({ Results: results })
}

type Find = (path: number) => Thing | null

function answer(action: z.infer<typeof Action>, find: Find, references: References): unknown {
  const thing = find(action.ObjectPathId)
  if (action.ActionType === DO.instantiate) return thing && refer(thing, references)
  if (action.ActionType === DO.query) return thing && read(thing, action.QueryInfo ?? { Select: [] }, references)
  if (action.ActionType === DO.set) {
    named(thing, 'set', action.Name)(argumentsOf(action.ArgumentInfo, find)[0])
    return null
  }
  if (action.ActionType !== DO.method) throw new WordError('NotImplemented')
  if (action.Name === '_KeepReference') return null
  return named(thing, 'call', action.Name)(...argumentsOf(action.ArgumentInfo, find)) ?? null
}

/** Each path is walked once in a batch: a method that inserts must not insert again with every use of its result. */
function finder({ ObjectPaths }: Batch, root: Thing, references: References): Find {
  const found = new Map<number, Thing | null>()
  const walk = (id: number): Thing | null => {
    const path = ObjectPaths[id]
    if (!path) throw new WordError('InvalidObjectPath')
    if (path.ObjectPathType === PATH.root) return root
    if (path.ObjectPathType === PATH.none) return null
    if (path.ObjectPathType === PATH.reference) {
      const thing = references.get(path.Name)
      if (!thing) throw new WordError('InvalidReference')
      return thing
    }
    const parent = find(path.ParentObjectPathId ?? 0)
    if (!parent) return null
    if (path.ObjectPathType === PATH.property) return named(parent, 'reach', path.Name)()
    if (path.ObjectPathType !== PATH.method) throw new WordError('NotImplemented')
    return named(parent, 'call', path.Name)(...argumentsOf(path.ArgumentInfo, find)) as Thing | null
  }
  const find: Find = id => {
    const known = found.get(id)
    if (known !== undefined) return known
    const thing = walk(id)
    thing?.alive?.()
    found.set(id, thing)
    return thing
  }
  return find
}

function named<Kind extends 'set' | 'reach' | 'call'>(thing: Thing | null, kind: Kind, name: string) {
  const members = thing?.[kind] as Record<string, NonNullable<Thing[Kind]>[string]> | undefined
  const member = members?.[camel(name)]
  if (!member) throw new WordError(thing ? 'ApiNotFound' : 'ItemNotFound')
  return member
}

function argumentsOf(info: z.infer<typeof Arguments> | undefined, find: Find): unknown[] {
  return (info?.Arguments ?? []).map((value, at) => {
    const path = info?.ReferencedObjectPathIds?.[at]
    return path ? find(path) : value
  })
}

let count = 0
const known = new WeakMap<Thing, string>()

/** The same object has the same reference, until nobody holds it any more. */
function refer(thing: Thing, references: References): { _ReferenceId?: string } {
  // The document itself is always there, and nobody holds it.
  if (thing.root) return {}
  const reference = known.get(thing) ?? `r${++count}`
  known.set(thing, reference)
  references.set(reference, thing)
  return { _ReferenceId: reference }
}

/** `Tag`, `Body/Text`: what was asked for, each list under `_Items`. */
function read(thing: Thing, query: Query, references: References): Record<string, unknown> {
  if (thing.items) {
    const start = query.Skip ?? 0
    const items = thing.items().slice(start, query.Top === undefined ? undefined : start + query.Top)
    return { ...refer(thing, references), _Items: items.map(item => read(item, { Select: query.Select }, references)) }
  }
  const values: Record<string, unknown> = thing.items ? {} : { ...refer(thing, references) }
  const scalars = Object.keys(thing.get ?? {})
  for (const path of query.Select.flatMap(name => (name === '*' ? scalars : [name]))) {
    const [first = '', ...rest] = path.split('/').filter(part => part.toLowerCase() !== 'items')
    const name = first.charAt(0).toUpperCase() + first.slice(1)
    const getter = thing.get?.[camel(name)]
    const inner = thing.reach?.[camel(name)]?.()
    if (getter) values[name] = getter()
    else if (inner) values[name] = read(inner, { Select: rest.length > 0 ? [rest.join('/')] : [] }, references)
    else if (name !== '' && name !== '_ReferenceId') throw new WordError('ApiNotFound')
  }
  return values
}

/** Word's names begin with a capital in its protocol. */
const camel = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1)
