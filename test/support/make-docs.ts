import { writeParts } from './docs-parts.js'

/** `npm run docs`: writes the parts of the documents that come from the code. */
writeParts()
