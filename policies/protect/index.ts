export { createEngine, type Engine } from './engine.js'
export { type Certainty, type Finding, KINDS, type Kind } from './finding.js'
export { type Lists, readLists } from './lists/lists.js'
