import { genitive, looksLikeName, splitName } from './names.js'
import { type Form, type PlaceholderMap, readPlaceholder } from './placeholder.js'
import type { Asked } from './said.js'

/** What stands for a token, and the placeholders of the map it was taken from. */
export type Answer = { readonly value: string; readonly from: readonly string[] }
export type Resolve = (asked: Asked) => Answer | undefined

/** By form: placeholders in order of their spelling. */
type Entry = Map<Form, { readonly spelling: number; readonly placeholder: string }[]>

/** Finds the value for what a model asks, also if it asks for a part of a name that the text itself never used. */
export function createResolve(map: PlaceholderMap): Resolve {
  const entries = new Map<string, Entry>()
  for (const placeholder of map.keys()) {
    const said = readPlaceholder(placeholder)
    if (!said) continue
    const key = `${said.word} ${said.number}`
    const entry: Entry = entries.get(key) ?? new Map()
    entry.set(said.form, [...(entry.get(said.form) ?? []), { spelling: said.spelling, placeholder }])
    entries.set(key, entry)
  }
  return asked => {
    const entry = entries.get(`${asked.word} ${asked.number}`)
    const answer = entry && (stored(entry, asked.form, asked.spelling) ?? derived(entry, asked.form))
    return answer && asked.genitive ? { ...answer, value: genitive(answer.value) } : answer
  }

  function stored(entry: Entry, form: Form, spelling: number): Answer | undefined {
    const spellings = entry.get(form) ?? []
    const found = spellings.find(one => one.spelling === spelling) ?? spellings[0]
    return found && { value: map.get(found.placeholder) ?? '', from: [found.placeholder] }
  }

  /** A form the map lacks, from those it has. A given name is never made of a surname, nor the other way round. */
  function derived(entry: Entry, form: Form): Answer | undefined {
    const whole = stored(entry, '', 1) ?? stored(entry, 'NACHNAME, VORNAME', 1)
    if (whole) return looksLikeName(whole.value) ? { ...whole, value: partOf(whole.value, form) } : undefined
    const surname = stored(entry, 'NACHNAME', 1)
    const given = stored(entry, 'VORNAME', 1)
    if (form === 'NACHNAME' || form === 'VORNAME') return undefined
    if (!surname || !given) return surname ?? given
    const value = join(given.value, surname.value, form)
    return { value, from: [...surname.from, ...given.from] }
  }
}

const join = (given: string, surname: string, form: Form): string =>
  form === '' ? `${given} ${surname}` : `${surname}, ${given}`

/** A single name stands for every part: nobody said which it is. */
function partOf(whole: string, form: Form): string {
  const { given, surname } = splitName(whole)
  if (given === '') return whole
  if (form === 'NACHNAME') return surname
  return form === 'VORNAME' ? given : join(given, surname, form)
}
