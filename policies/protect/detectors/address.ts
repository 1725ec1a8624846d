import type { Detector } from '../detector.js'

export const address: Detector = {
  kind: 'ADDRESS',
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
