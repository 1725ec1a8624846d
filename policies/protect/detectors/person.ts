import type { Detector } from '../detector.js'

export const person: Detector = {
  kind: 'PERSON',
  class: 'D2',
  replaceable: 'identifier',
  source: '',
  context: [],
  stage: 'value',
  *find() {},
  examples: {
    found: [],
    ignored: [],
  },
}
