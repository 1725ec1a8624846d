/** A piece of a letter's text: words, the place of a field, or a block that needs all of its fields. */
export type Part =
  | { readonly kind: 'words'; readonly words: string }
  | { readonly kind: 'field'; readonly id: string; readonly at: number }
  | { readonly kind: 'block'; readonly inner: readonly Plain[]; readonly otherwise: readonly Plain[] }
export type Plain = Exclude<Part, { kind: 'block' }>

/** What is wrong with a text, and at which place of it (UTF-16 offset). */
export type TemplateFault = {
  readonly at: number
  readonly kind:
    | 'open-field'
    | 'open-block'
    | 'block-in-block'
    | 'closed-too-often'
    | 'field-name'
    | 'no-field-in-block'
}

/** The reading never stops at a fault: what cannot be read stays as words. */
export type Template = { readonly parts: readonly Part[]; readonly faults: readonly TemplateFault[] }

const SIGN = /\{\{|\}\}|\[\[|\]\]|\|\|/g
const FIELD_NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

/** Reads a letter's text: `{{field}}`, `[[left out if a field is empty]]`, `[[this||or that]]`. */
export function readTemplate(text: string): Template {
  const faults: TemplateFault[] = []
  const parts: Part[] = []
  let block: { readonly at: number; readonly inner: Plain[]; otherwise: Plain[] | undefined } | undefined
  let field: number | undefined
  let from = 0
  const into = (part: Plain): void => {
    if (block) (block.otherwise ?? block.inner).push(part)
    else parts.push(part)
  }
  const wordsUntil = (end: number): void => {
    if (end > from) into({ kind: 'words', words: text.slice(from, end) })
  }
  for (const { 0: sign, index } of text.matchAll(SIGN)) {
    if (field !== undefined && sign !== '}}') continue
    if (sign === '||' && !block) continue
    if (field === undefined) wordsUntil(index)
    from = index + sign.length
    switch (sign) {
      case '{{':
        field = index
        break
      case '}}':
        if (field === undefined) faults.push({ at: index, kind: 'closed-too-often' })
        else {
          const id = text.slice(field + 2, index).trim()
          if (FIELD_NAME.test(id)) into({ kind: 'field', id, at: field })
          else faults.push({ at: field, kind: 'field-name' })
        }
        field = undefined
        break
      case '[[':
        if (block) faults.push({ at: index, kind: 'block-in-block' })
        else block = { at: index, inner: [], otherwise: undefined }
        break
      case '||':
        if (block) block.otherwise ??= []
        break
      default:
        if (!block) faults.push({ at: index, kind: 'closed-too-often' })
        else {
          if (block.inner.every(({ kind }) => kind !== 'field'))
            faults.push({ at: block.at, kind: 'no-field-in-block' })
          parts.push({ kind: 'block', inner: block.inner, otherwise: block.otherwise ?? [] })
        }
        block = undefined
    }
  }
  if (field !== undefined) faults.push({ at: field, kind: 'open-field' })
  else wordsUntil(text.length)
  if (block) {
    faults.push({ at: block.at, kind: 'open-block' })
    parts.push(...block.inner, ...(block.otherwise ?? []))
  }
  return { parts, faults }
}

/** Every field of a text with its place, and whether an empty one takes its block away with it. */
export function fieldsOf({ parts }: Template): { readonly id: string; readonly at: number; readonly falls: boolean }[] {
  return parts.flatMap(part => {
    if (part.kind === 'words') return []
    if (part.kind === 'field') return [{ id: part.id, at: part.at, falls: false }]
    return [
      ...part.inner.flatMap(plain => (plain.kind === 'field' ? [{ id: plain.id, at: plain.at, falls: true }] : [])),
      ...part.otherwise.flatMap(plain =>
        plain.kind === 'field' ? [{ id: plain.id, at: plain.at, falls: false }] : [],
      ),
    ]
  })
}
