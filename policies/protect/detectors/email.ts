import type { Detector } from '../detector.js'

export const email: Detector = {
  kind: 'EMAIL',
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
