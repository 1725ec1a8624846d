import { readFileSync } from 'node:fs'

const MAKERS = /[\\/]zod[\\/]v4[\\/]core[\\/](?:to-json-schema|json-schema-processors)\.js$/
const EXPORTS = /^export (?:const|function|class) (\w+)/gm

/**
 * zod hangs the making of JSON schemas on every schema, so no bundler can see that a page never asks for one: a fifth of
 * what zod weighs. Whoever asks all the same is told, instead of getting an empty schema.
 */
export const withoutJsonSchema = () => ({
  name: 'without-json-schema',
  enforce: 'pre',
  load(id) {
    const [path] = id.split('?')
    return MAKERS.test(path) ? { code: refusing(readFileSync(path, 'utf8')), map: null } : null
  },
})

const refusing = source =>
  [...source.matchAll(EXPORTS)]
    .map(([, name]) => `export function ${name}() { return () => { throw new Error('no JSON schema in a page') } }`)
    .join('\n')
