import type { Detector } from '../detector.js'

export const passport: Detector = {
  kind: 'PASSPORT',
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
