import { expect, test } from '@jest/globals'
import { DOCS_PARTS, readDocs, withPart } from '../support/docs-parts.js'

test.each(DOCS_PARTS)('$file says of $marker what the code says (else: npm run docs)', part => {
  const text = readDocs(part)
  expect(text).toBe(withPart(text, part))
})

test('a document without its markers is told', () => {
  const part = { file: 'x.md', marker: 'm', make: () => 'neu' }
  expect(withPart('a <!-- m -->alt<!-- /m --> b', part)).toBe('a <!-- m -->\n\nneu\n\n<!-- /m --> b')
  expect(() => withPart('a <!-- m --> b', part)).toThrow('x.md')
  expect(() => withPart('<!-- /m --><!-- m -->', part)).toThrow('x.md')
})
