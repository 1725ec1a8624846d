import { join, sep } from 'node:path'
import { parseSync, Visitor } from 'vite'

const DETECTORS = join('policies', 'protect', 'detectors') + sep

/**
 * The example sentences of the detectors are for tests and readers: a tenth of what a page would have to load. This
 * takes them out before the code is bundled; what the engine does stays as it is.
 */
export const withoutExamples = () => ({
  name: 'without-examples',
  enforce: 'pre',
  transform(code, id) {
    const [path] = id.split('?')
    return path.replaceAll('/', sep).includes(DETECTORS) ? { code: emptied(path, code), map: null } : null
  },
})

/** The same code with `examples: { found: […], ignored: […] }` emptied wherever an object has such a property. */
function emptied(path, code) {
  const values = []
  new Visitor({
    Property({ key, value }) {
      if (key.type === 'Identifier' && key.name === 'examples' && value.type === 'ObjectExpression') values.push(value)
    },
  }).visit(parseSync(path, code).program)
  return values.reduceRight(
    (text, { start, end }) => `${text.slice(0, start)}{ found: [], ignored: [] }${text.slice(end)}`,
    code,
  )
}
