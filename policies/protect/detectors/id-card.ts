import type { Detector } from '../detector.js'

export const idCard: Detector = {
  kind: 'ID_CARD',
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
