import type { Detector } from '../detector.js'

export const creditCard: Detector = {
  kind: 'CREDIT_CARD',
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
