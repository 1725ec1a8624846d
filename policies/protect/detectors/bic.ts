import type { Detector } from '../detector.js'

export const bic: Detector = {
  kind: 'BIC',
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
