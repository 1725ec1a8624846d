import type { Detector } from '../detector.js'

export const phone: Detector = {
  kind: 'PHONE',
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
